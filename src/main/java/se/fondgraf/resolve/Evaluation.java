package se.fondgraf.resolve;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import se.fondgraf.curated.CuratedFile;
import se.fondgraf.page.Property;
import se.fondgraf.place.Municipality;
import se.fondgraf.place.PlaceRegister;

/**
 * Measures the resolution against names that people have labelled: of the pairs of mentions judged one body, how many
 * are (precision), and of the pairs that are, how many were judged so (recall), at the level of offices and of parents.
 */
public final class Evaluation {
    private static final String[] COLUMNS = {
        "project",
        "title",
        "start",
        "municipalities",
        "region",
        "domain",
        "number",
        "role",
        "name",
        "office",
        "parent",
        "note"
    };

    /** A labelled mention with what was judged of it. */
    public record Judged(String project, String name, String label, String found, NameRule rule) {}

    /** Two mentions judged wrongly: one body though they are not, or the reverse. */
    public record WrongPair(boolean merged, Judged a, Judged b) {}

    /** The figures of one level. */
    public record Score(long found, long right, long true_, List<WrongPair> wrong) {
        /** Of the pairs judged one body, the share that is. */
        public double precision() {
            return found == 0 ? 1 : (double) right / found;
        }

        /** Of the pairs that are one body, the share judged so. */
        public double recall() {
            return true_ == 0 ? 1 : (double) right / true_;
        }

        /** Their harmonic mean. */
        public double f1() {
            double sum = precision() + recall();
            return sum == 0 ? 0 : 2 * precision() * recall() / sum;
        }
    }

    private final List<Judged> offices = new ArrayList<>();
    private final List<Judged> parents = new ArrayList<>();

    private Evaluation() {}

    /**
     * Judges every mention of a labelled file.
     *
     * @throws se.fondgraf.curated.CuratedFileException when the file has not the form, with its line
     */
    public static Evaluation of(String file, Reader text, Resolver resolver, PlaceRegister places) throws IOException {
        Map<String, List<CuratedFile.Row>> byProject = new LinkedHashMap<>();
        for (CuratedFile.Row row : CuratedFile.read(file, text, COLUMNS).rows()) {
            byProject
                    .computeIfAbsent(row.cell("project"), key -> new ArrayList<>())
                    .add(row);
        }
        Bodies bodies = new Bodies(resolver);
        Map<String, ProjectMentions> projects = new LinkedHashMap<>();
        byProject.forEach((key, rows) -> projects.put(key, mentions(key, rows, places)));
        projects.values().forEach(bodies::gather);
        bodies.settle();
        Evaluation evaluation = new Evaluation();
        Map<String, Body> all = bodies.all();
        projects.forEach((key, project) -> {
            Map<String, Verdict> verdicts = resolver.resolve(project);
            for (CuratedFile.Row row : byProject.getOrDefault(key, List.of())) {
                String name = row.cell("name");
                Verdict verdict = Objects.requireNonNull(verdicts.get(name));
                evaluation.add(row, bodies.settled(verdict, project, name), all);
            }
        });
        return evaluation;
    }

    private void add(CuratedFile.Row row, Verdict verdict, Map<String, Body> all) {
        String office = verdict.body().slug();
        Body body = all.get(office);
        String parent = body == null ? office : body.identity().parent().orElse(office);
        offices.add(new Judged(row.cell("project"), row.cell("name"), row.cell("office"), office, verdict.rule()));
        parents.add(new Judged(row.cell("project"), row.cell("name"), row.cell("parent"), parent, verdict.rule()));
    }

    private static ProjectMentions mentions(String key, List<CuratedFile.Row> rows, PlaceRegister places) {
        CuratedFile.Row first = rows.getFirst();
        List<ProjectMentions.Mention> mentions = new ArrayList<>();
        for (CuratedFile.Row row : rows) {
            Property role = Property.ofKey(row.cell("role"))
                    .filter(property ->
                            property.form() == Property.Form.BODY || property.form() == Property.Form.BODIES)
                    .orElseThrow(() -> row.wrong("role must be owner, coFinancier, partner or actor"));
            mentions.add(new ProjectMentions.Mention(role, row.cell("name")));
        }
        String start = first.cell("start");
        return new ProjectMentions(
                se.fondgraf.name.Slug.of(key),
                first.cell("title"),
                start.length() >= 4 ? Optional.of(Integer.valueOf(start.substring(0, 4))) : Optional.empty(),
                List.of(first.cell("municipalities").split("\\|", -1)).stream()
                        .flatMap(name -> places.municipality(name).stream())
                        .map(Municipality::code)
                        .toList(),
                Optional.of(first.cell("domain")).filter(cell -> !cell.isEmpty()),
                Optional.of(first.cell("number")).filter(cell -> !cell.isEmpty()),
                mentions);
    }

    /** The figures for offices. */
    public Score offices() {
        return score(offices);
    }

    /** The figures for parents. */
    public Score parents() {
        return score(parents);
    }

    /** How many mentions were judged. */
    public int mentions() {
        return offices.size();
    }

    private static Score score(List<Judged> judged) {
        Map<String, Map<String, List<Judged>>> byFound = grouped(judged, Judged::found, Judged::label);
        Map<String, Map<String, List<Judged>>> byLabel = grouped(judged, Judged::label, Judged::found);
        long found = pairs(judged, Judged::found);
        long labelled = pairs(judged, Judged::label);
        long right = byFound.values().stream()
                .flatMap(groups -> groups.values().stream())
                .mapToLong(group -> choose(group.size()))
                .sum();
        List<WrongPair> wrong = new ArrayList<>();
        byFound.values().forEach(groups -> addWrong(groups, true, wrong));
        byLabel.values().forEach(groups -> addWrong(groups, false, wrong));
        return new Score(found, right, labelled, wrong);
    }

    /** One pair stands for two groups that should be apart, or together. */
    private static void addWrong(Map<String, List<Judged>> groups, boolean merged, List<WrongPair> wrong) {
        List<List<Judged>> parts = new ArrayList<>(groups.values());
        for (int i = 1; i < parts.size(); i++) {
            wrong.add(new WrongPair(
                    merged, parts.getFirst().getFirst(), parts.get(i).getFirst()));
        }
    }

    private static Map<String, Map<String, List<Judged>>> grouped(
            List<Judged> judged, Function<Judged, String> outer, Function<Judged, String> inner) {
        Map<String, Map<String, List<Judged>>> groups = new TreeMap<>();
        for (Judged one : judged) {
            groups.computeIfAbsent(outer.apply(one), key -> new TreeMap<>())
                    .computeIfAbsent(inner.apply(one), key -> new ArrayList<>())
                    .add(one);
        }
        return groups;
    }

    private static long pairs(List<Judged> judged, Function<Judged, String> key) {
        Map<String, Long> sizes = new TreeMap<>();
        judged.forEach(one -> sizes.merge(key.apply(one), 1L, Long::sum));
        return sizes.values().stream().mapToLong(Evaluation::choose).sum();
    }

    private static long choose(long n) {
        return n * (n - 1) / 2;
    }
}
