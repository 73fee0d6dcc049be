package se.fondgraf.resolve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import se.fondgraf.name.Slug;

/**
 * The second pass: all bodies of a run with their spellings, and what only all pages together tell: bodies of one
 * organisation number, one name with two numbers, one name with other spaces, a cut name that a part of the same
 * municipality completes. Gather first, then settle, then ask. The order of gathering does not matter. Not for several
 * threads while gathering; afterwards for any number.
 */
public final class Bodies {
    private static final int LONGEST_ACRONYM = 6;
    private static final Pattern INNER_I = Pattern.compile("(?<=-)i-");

    private static final class Gathered {
        Identity identity;
        final NavigableMap<String, Integer> spellings = new TreeMap<>();
        final NavigableSet<String> numbers = new TreeSet<>();
        final Set<String> municipalities = new HashSet<>();

        Gathered(Identity identity) {
            this.identity = identity;
        }
    }

    private final Resolver resolver;
    private final NavigableMap<String, Gathered> bodies = new TreeMap<>();
    private final Set<String> plain = new HashSet<>();
    private final NavigableMap<String, String> cutUnits = new TreeMap<>();
    private final Map<String, NavigableSet<String>> contested = new HashMap<>();
    private final Unions unions = new Unions();

    public Bodies(Resolver resolver) {
        this.resolver = resolver;
    }

    /** Takes in a project's mentions, once for each project. */
    public void gather(ProjectMentions project) {
        Map<String, Verdict> verdicts = resolver.resolve(project);
        verdicts.forEach((name, verdict) -> {
            if (verdict.rule() == NameRule.SAME_NAME) {
                plain.add(verdict.body().slug());
                owned(project, name)
                        .ifPresent(number -> contested
                                .computeIfAbsent(verdict.body().slug(), slug -> new TreeSet<>())
                                .add(number));
            } else if (verdict.rule() == NameRule.CUT_NAME
                    && verdict.body().parent().isPresent()) {
                cutUnits.put(verdict.body().slug(), name);
            }
        });
        pending.add(project);
    }

    private final List<ProjectMentions> pending = new ArrayList<>();

    /** The number that the page states for this name: the owner's, unless the name is that of a part. */
    private Optional<String> owned(ProjectMentions project, String name) {
        boolean owner = project.mentions().stream()
                .anyMatch(mention -> mention.isOwner() && mention.name().equals(name));
        return owner && !resolver.parser().namesUnit(name) ? project.number() : Optional.empty();
    }

    /** Settles what all pages together tell. Once, after gathering. */
    public void settle() {
        for (ProjectMentions project : pending) {
            resolver.resolve(project).forEach((name, verdict) -> {
                Gathered body = gathered(numbered(verdict.body(), project, name));
                body.spellings.merge(name, 1, Integer::sum);
                body.municipalities.addAll(project.municipalities());
                if (verdict.rule() == NameRule.SAME_NAME) {
                    owned(project, name).ifPresent(body.numbers::add);
                }
            });
        }
        pending.clear();
        uniteByNumber();
        uniteBySpelling();
        uniteProjectBodies();
        completeCutUnits();
    }

    private Gathered gathered(Identity identity) {
        return bodies.computeIfAbsent(identity.slug(), slug -> new Gathered(identity));
    }

    /**
     * One name with several numbers is several bodies: the one with the lowest number keeps the plain IRI, and a
     * mention without a number stays its project's own, because nothing tells which is meant.
     */
    private Identity numbered(Identity body, ProjectMentions project, String name) {
        NavigableSet<String> numbers = contested.getOrDefault(body.slug(), new TreeSet<>());
        if (numbers.size() < 2) {
            return body;
        }
        Optional<String> number = owned(project, name);
        if (number.isEmpty()) {
            return Identity.plain(body.slug() + "-of-" + project.project(), body.kind(), true);
        }
        return number.get().equals(numbers.first())
                ? body
                : Identity.plain(body.slug() + "-" + number.get().replace("-", ""), body.kind(), false);
    }

    private void uniteByNumber() {
        Map<String, String> first = new HashMap<>();
        bodies.forEach((slug, body) -> {
            for (String number : body.numbers) {
                String other = first.putIfAbsent(number, slug);
                if (other != null) {
                    unions.unite(other, slug, NameRule.SAME_NUMBER);
                }
            }
        });
    }

    /** {@code Jobbpunkt Väst} is {@code JobbpunktVäst}, unless their numbers say otherwise. */
    private void uniteBySpelling() {
        Map<String, List<String>> alike = new TreeMap<>();
        bodies.forEach((slug, body) -> {
            if (plain.contains(slug)
                    || (!body.identity.own() && body.identity.parent().isPresent())) {
                alike.computeIfAbsent(body.identity.parent().orElse("") + " " + compact(slug), key -> new ArrayList<>())
                        .add(slug);
            }
        });
        for (List<String> slugs : alike.values()) {
            NavigableSet<String> numbers = new TreeSet<>();
            slugs.forEach(slug -> numbers.addAll(gathered(slug).numbers));
            if (slugs.size() > 1 && numbers.size() < 2) {
                slugs.forEach(slug -> unions.unite(slugs.getFirst(), slug, NameRule.SAME_NAME));
            }
        }
    }

    private Gathered gathered(String slug) {
        Gathered body = bodies.get(slug);
        if (body == null) {
            throw new IllegalArgumentException("no page names the body " + slug);
        }
        return body;
    }

    private static String compact(String slug) {
        return INNER_I.matcher(slug).replaceAll("").replace("-", "");
    }

    /** Bodies named like their projects are one where they share a municipality. */
    private void uniteProjectBodies() {
        Map<String, List<String>> alike = new TreeMap<>();
        bodies.forEach((slug, body) -> {
            if (body.identity.kind().equals("project") || plain.contains(slug)) {
                String name = body.identity.own() ? slug.substring(0, slug.lastIndexOf("-of-")) : slug;
                alike.computeIfAbsent(compact(name), key -> new ArrayList<>()).add(slug);
            }
        });
        for (List<String> slugs : alike.values()) {
            for (int i = 0; i < slugs.size(); i++) {
                for (int j = i + 1; j < slugs.size(); j++) {
                    Gathered a = gathered(slugs.get(i));
                    Gathered b = gathered(slugs.get(j));
                    boolean near = a.municipalities.stream().anyMatch(b.municipalities::contains);
                    if (near && (a.identity.own() || b.identity.own())) {
                        unions.unite(slugs.get(i), slugs.get(j), NameRule.SAME_NAME);
                    }
                }
            }
        }
    }

    /** A cut part of a known body is the only part of that body whose name begins so. */
    private void completeCutUnits() {
        NavigableMap<String, Set<String>> whole = new TreeMap<>();
        bodies.forEach((slug, body) -> {
            if (!body.identity.own()) {
                whole.computeIfAbsent(compact(slug), key -> new TreeSet<>()).add(unions.find(slug));
            }
        });
        cutUnits.forEach((slug, name) -> {
            if (resolver.form(name) instanceof NameForm.Cut cut && cut.start() instanceof NameForm.Unit start) {
                String beginning = compact(start.bodies().getFirst().slug() + "-" + Slug.of(start.unit()));
                Set<String> complete = new TreeSet<>();
                whole.subMap(beginning, true, beginning + Character.MAX_VALUE, false)
                        .values()
                        .forEach(complete::addAll);
                if (complete.size() == 1) {
                    unions.redirect(slug, complete.iterator().next(), NameRule.COMPLETED);
                }
            }
        });
    }

    /** The verdict on a name, as all pages together tell. */
    public Verdict settled(Verdict verdict, ProjectMentions project, String name) {
        Identity numbered = numbered(verdict.body(), project, name);
        String stays = unions.find(numbered.slug());
        if (!stays.equals(numbered.slug())) {
            NameRule rule = unions.rule(numbered.slug());
            return Verdict.of(gathered(stays).identity, rule, evidence(rule, stays));
        }
        return numbered.equals(verdict.body())
                ? verdict
                : Verdict.of(
                        numbered,
                        NameRule.DIFFERENT_NUMBER,
                        "Samma namn men olika organisationsnummer är olika organisationer.");
    }

    private String evidence(NameRule rule, String slug) {
        String name = label(slug, gathered(slug));
        return switch (rule) {
            case SAME_NUMBER -> "Samma organisationsnummer som " + name + ".";
            case COMPLETED ->
                "Namnet är avhugget vid 30 tecken; " + name + " är den enda del av samma organisation som börjar så.";
            default -> "Samma namn som " + name + " så när som på mellanrum, och ingenting talar emot.";
        };
    }

    /** All bodies that stay, and the legal bodies and movements they belong to, by slug. */
    public NavigableMap<String, Body> all() {
        NavigableMap<String, Gathered> staying = new TreeMap<>();
        bodies.forEach((slug, body) -> {
            Gathered stays = staying.computeIfAbsent(unions.find(slug), key -> new Gathered(gathered(key).identity));
            body.spellings.forEach((name, count) -> stays.spellings.merge(name, count, Integer::sum));
            stays.numbers.addAll(body.numbers);
        });
        NavigableMap<String, Body> all = new TreeMap<>();
        staying.forEach((slug, body) -> all.put(slug, body(slug, body)));
        for (Body body : List.copyOf(all.values())) {
            body.identity().parent().ifPresent(slug -> all.computeIfAbsent(slug, this::unnamed));
            body.identity().linkedTo().ifPresent(slug -> all.computeIfAbsent(slug, this::unnamed));
        }
        return all;
    }

    private Body unnamed(String slug) {
        Organization body = resolver.register().bySlug(slug).orElseThrow();
        return body(
                slug,
                new Gathered(new Identity(
                        slug,
                        body.kind(),
                        Optional.of(body.name()),
                        Optional.empty(),
                        Optional.empty(),
                        body.seat(),
                        false)));
    }

    /** Every slug that was given up, with the slug of the body it is. */
    public NavigableMap<String, String> merged() {
        return unions.merged();
    }

    /** How the body of that slug is called. */
    public String label(String slug) {
        return label(slug, gathered(slug));
    }

    private String label(String slug, Gathered body) {
        return body.identity
                .label()
                .orElseGet(() -> body.spellings.entrySet().stream()
                        .min(Comparator.comparing((Map.Entry<String, Integer> entry) -> isHidden(entry.getKey()))
                                .thenComparingInt(entry -> -entry.getValue())
                                .thenComparing(Map.Entry::getKey))
                        .map(Map.Entry::getKey)
                        .orElse(slug));
    }

    private Body body(String slug, Gathered body) {
        String preferred = label(slug, body);
        List<String> others = new ArrayList<>();
        List<String> hidden = new ArrayList<>();
        for (String spelling : body.spellings.keySet()) {
            if (!spelling.equals(preferred)) {
                (isHidden(spelling) ? hidden : others).add(spelling);
            }
        }
        Optional<Organization> known = resolver.register().bySlug(slug);
        Optional<String> stated = body.numbers.size() == 1 ? Optional.of(body.numbers.first()) : Optional.empty();
        return new Body(
                body.identity,
                preferred,
                others,
                hidden,
                known.flatMap(Organization::number).or(() -> stated),
                known.flatMap(Organization::governs),
                known.flatMap(Organization::successor),
                known.filter(organization -> organization.governs().isEmpty()).flatMap(Organization::wikidata));
    }

    private boolean isHidden(String spelling) {
        return isShouted(spelling) || resolver.form(spelling) instanceof NameForm.Cut;
    }

    /** In capitals throughout, and too long for an acronym: {@code MALMÖ KOMMUN}. */
    private static boolean isShouted(String spelling) {
        return spelling.codePoints().filter(Character::isLetter).count() > LONGEST_ACRONYM
                && spelling.codePoints().noneMatch(Character::isLowerCase);
    }
}
