package se.fondgraf.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import se.fondgraf.name.Distance;
import se.fondgraf.name.NormalName;
import se.fondgraf.place.PlaceRegister;
import se.fondgraf.resolve.NameRule;
import se.fondgraf.resolve.Resolver;
import se.fondgraf.resolve.Verdict;

/**
 * Holds names of other people's data against a release's things. As with the pages themselves, a wrong match is worse
 * than a missed one: only a name or number that leaves no doubt is called a match.
 */
public final class Reconciler {
    /**
     * Looked at for each name; more than are ever asked for, since the order of the index is not that of the scores.
     */
    private static final int LOOKED_AT = 50;

    private static final int CUT = 30;
    private static final int COMPARED = 200;
    private static final double SURE = 95;
    private static final double CLEARLY_BETTER = 3;

    /** What such a verdict is about may be any of several bodies, whatever they are called. */
    private static final Set<NameRule> OPEN =
            Set.of(NameRule.MULTI_SITE_ALONE, NameRule.AMBIGUOUS, NameRule.CUT_NAME, NameRule.DEPARTMENT_ALONE);

    private final PlaceRegister places;
    private Optional<Resolver> resolver = Optional.empty();

    /** One that reads the register of organisations at the first question. */
    public Reconciler(PlaceRegister places) {
        this.places = places;
    }

    private synchronized Resolver resolver() {
        Resolver judging = resolver.orElseGet(() -> Resolver.bundled(places));
        resolver = Optional.of(judging);
        return judging;
    }

    /** The candidates for a name, best first. */
    public List<Candidate> candidates(NameQuery query, SearchIndex index) {
        Optional<Verdict> verdict =
                query.kind().filter(kind -> kind != EntityKind.ORGANIZATION).isPresent()
                        ? Optional.empty()
                        : Optional.of(resolver()
                                .resolve(query.name(), query.place().stream().toList(), query.year()));
        List<Candidate> candidates = possible(query, verdict, index).stream()
                .map(entity -> compare(query, verdict, entity))
                .filter(candidate -> candidate.score() > 0)
                .sorted(Comparator.comparingDouble(Candidate::score)
                        .reversed()
                        .thenComparingLong(candidate -> -candidate.entity().projects())
                        .thenComparing(candidate -> candidate.entity().id()))
                .limit(query.most())
                .collect(Collectors.toCollection(ArrayList::new));
        return withoutDoubt(candidates);
    }

    private static List<Entity> possible(NameQuery query, Optional<Verdict> verdict, SearchIndex index) {
        Map<String, Entity> possible = new LinkedHashMap<>();
        query.number()
                .ifPresent(number -> index.numbered(number, query.kind(), LOOKED_AT)
                        .forEach(entity -> possible.put(entity.id(), entity)));
        verdict.flatMap(judged -> index.entity(
                        EntityKind.ORGANIZATION.word() + "." + judged.body().slug()))
                .ifPresent(entity -> possible.put(entity.id(), entity));
        index.find(query.name(), query.kind(), LOOKED_AT).forEach(entity -> possible.put(entity.id(), entity));
        return List.copyOf(possible.values());
    }

    /** A match needs the best score by some distance. */
    private static List<Candidate> withoutDoubt(List<Candidate> candidates) {
        boolean doubt = candidates.size() > 1
                && candidates.get(0).score() - candidates.get(1).score() < CLEARLY_BETTER;
        List<Candidate> settled = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            settled.add(i == 0 && !doubt ? candidates.get(i) : candidates.get(i).unsure());
        }
        return settled;
    }

    private static Candidate compare(NameQuery query, Optional<Verdict> verdict, Entity entity) {
        SortedMap<Feature, Double> features = features(query, verdict, entity);
        Feature reason = reason(features);
        double score = score(reason, features);
        boolean open = verdict.filter(judged -> OPEN.contains(judged.rule())).isPresent();
        boolean match = score >= SURE && (reason == Feature.NUMBER_EQUAL || !open);
        return new Candidate(
                entity, score, match, features, sentence(reason, features, true), sentence(reason, features, false));
    }

    private static SortedMap<Feature, Double> features(NameQuery query, Optional<Verdict> verdict, Entity entity) {
        String asked = NormalName.of(query.name());
        Map<Feature, Double> features = new EnumMap<>(Feature.class);
        features.put(Feature.NAME_EQUAL, truth(NormalName.of(entity.label()).equals(asked)));
        features.put(
                Feature.OTHER_NAME_EQUAL,
                truth(entity.others().stream()
                        .anyMatch(name -> NormalName.of(name).equals(asked))));
        features.put(
                Feature.NAME_JUDGED,
                truth(entity.kind() == EntityKind.ORGANIZATION
                        && verdict.filter(judged -> !OPEN.contains(judged.rule())
                                        && judged.body().slug().equals(entity.slug()))
                                .isPresent()));
        features.put(
                Feature.CUT_PREFIX,
                truth(query.name().codePointCount(0, query.name().length()) == CUT
                        && entity.names()
                                .anyMatch(name -> !NormalName.of(name).equals(asked)
                                        && NormalName.of(name).startsWith(asked))));
        query.number()
                .ifPresent(number -> features.put(
                        Feature.NUMBER_EQUAL,
                        truth(entity.number().filter(number::equals).isPresent())));
        query.place()
                .ifPresent(place -> entity.place()
                        .ifPresent(own -> features.put(Feature.SAME_MUNICIPALITY, truth(own.equals(place)))));
        features.put(Feature.SIMILARITY, similarity(asked, entity));
        return new TreeMap<>(features);
    }

    private static double truth(boolean holds) {
        return holds ? 1 : 0;
    }

    private static double similarity(String asked, Entity entity) {
        double best = entity.names()
                .map(NormalName::of)
                .map(Reconciler::start)
                .mapToDouble(name -> 1
                        - (double) Distance.between(start(asked), name)
                                / Math.max(1, Math.max(start(asked).length(), name.length())))
                .max()
                .orElse(0);
        return Math.round(best * 100) / 100.0;
    }

    /** Comparing takes time by the square of the length, and likeness shows at the start. */
    private static String start(String name) {
        return name.length() > COMPARED ? name.substring(0, COMPARED) : name;
    }

    /** The strongest feature that holds. */
    private static Feature reason(Map<Feature, Double> features) {
        for (Feature feature : List.of(
                Feature.NUMBER_EQUAL,
                Feature.NAME_EQUAL,
                Feature.NAME_JUDGED,
                Feature.OTHER_NAME_EQUAL,
                Feature.CUT_PREFIX)) {
            if (features.getOrDefault(feature, 0.0) == 1) {
                return feature;
            }
        }
        return Feature.SIMILARITY;
    }

    private static double score(Feature reason, Map<Feature, Double> features) {
        double score = switch (reason) {
            case NUMBER_EQUAL, NAME_EQUAL -> 100;
            case NAME_JUDGED -> 98;
            case OTHER_NAME_EQUAL -> 97;
            case CUT_PREFIX -> 75;
            default -> 80 * features.getOrDefault(Feature.SIMILARITY, 0.0);
        };
        if (reason == Feature.NUMBER_EQUAL) {
            return score;
        }
        // A number that differs, or another municipality, is stronger than any likeness of names.
        boolean otherNumber = features.getOrDefault(Feature.NUMBER_EQUAL, 1.0) == 0;
        boolean otherPlace = features.getOrDefault(Feature.SAME_MUNICIPALITY, 1.0) == 0;
        double against = (otherNumber ? 20 : 0) + (otherPlace ? 30 : 0);
        double place = features.getOrDefault(Feature.SAME_MUNICIPALITY, 0.0) == 1 ? 2 : 0;
        return Math.round(Math.clamp(score + place - against, 0, 100) * 10) / 10.0;
    }

    private static String sentence(Feature reason, Map<Feature, Double> features, boolean swedish) {
        StringBuilder sentence = new StringBuilder(swedish ? reason.swedish() : reason.english());
        Optional.ofNullable(features.get(Feature.SAME_MUNICIPALITY)).ifPresent(same -> {
            if (swedish) {
                sentence.append(same == 1 ? "; samma kommun" : "; men en annan kommun");
            } else {
                sentence.append(same == 1 ? "; same municipality" : "; but another municipality");
            }
        });
        if (features.getOrDefault(Feature.NUMBER_EQUAL, 1.0) == 0) {
            sentence.append(swedish ? "; men inte samma nummer" : "; but not the same number");
        }
        return sentence.append('.').toString();
    }
}
