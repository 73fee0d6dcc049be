package se.fondgraf.resolve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import se.fondgraf.name.NormalName;
import se.fondgraf.name.Slug;
import se.fondgraf.page.Property;

/**
 * The names that a person should judge, in the form of a file of decisions that are not taken yet. First come those of
 * which one piece of knowledge answers most: names that leave most projects open, then those of most mentions.
 */
public final class OpenQuestions {
    private record Question(String name, String project, String subject, Verdict verdict, int mentions) {}

    private final Bodies bodies;
    private final Resolver resolver;
    private final List<Question> questions = new ArrayList<>();
    private final Map<String, Set<String>> projects = new HashMap<>();
    private final Map<String, Integer> mentions = new HashMap<>();

    /** @param bodies settled */
    public OpenQuestions(Bodies bodies, Resolver resolver) {
        this.bodies = bodies;
        this.resolver = resolver;
    }

    /** Takes in a project's mentions, once for each project. */
    public void add(ProjectMentions project) {
        Map<String, Verdict> verdicts = resolver.resolve(project);
        Map<String, List<ProjectMentions.Mention>> open = new LinkedHashMap<>();
        for (ProjectMentions.Mention mention : project.mentions()) {
            Verdict verdict = Objects.requireNonNull(verdicts.get(mention.name()));
            if (bodies.settled(verdict, project, mention.name()).open()) {
                open.computeIfAbsent(Slug.of(mention.name()), slug -> new ArrayList<>())
                        .add(mention);
            }
        }
        open.forEach((slug, named) -> {
            ProjectMentions.Mention first = named.stream().min(BY_ROLE_AND_NAME).orElseThrow();
            Verdict verdict = Objects.requireNonNull(verdicts.get(first.name()));
            String subject = "participation/" + project.project() + "/" + role(first) + "/" + slug;
            questions.add(new Question(first.name(), project.project(), subject, verdict, named.size()));
            String key = NormalName.of(first.name());
            projects.computeIfAbsent(key, name -> new HashSet<>()).add(project.project());
            mentions.merge(key, named.size(), Integer::sum);
        });
    }

    private static final Comparator<ProjectMentions.Mention> BY_ROLE_AND_NAME =
            Comparator.comparing(ProjectMentions.Mention::role).thenComparing(ProjectMentions.Mention::name);

    /** The role's notation in IRIs. */
    private static String role(ProjectMentions.Mention mention) {
        return mention.role() == Property.CO_FINANCIER
                ? "co-financier"
                : mention.role().key();
    }

    /** How many there are. */
    public int count() {
        return questions.size();
    }

    /**
     * The file, with its header line; what a person has not filled in is read as an open question again. A name that a
     * spreadsheet would take for a formula has an apostrophe before it; names are never read back.
     */
    public String csv() {
        StringBuilder csv = new StringBuilder(String.join(",", DecisionRows.COLUMNS)).append("\r\n");
        questions.stream()
                .sorted(Comparator.comparingInt(
                                (Question question) -> -projects.getOrDefault(NormalName.of(question.name()), Set.of())
                                        .size())
                        .thenComparingInt(question -> -mentions.getOrDefault(NormalName.of(question.name()), 0))
                        .thenComparing(question -> NormalName.of(question.name()))
                        .thenComparingInt(question -> -question.mentions())
                        .thenComparing(Question::subject))
                .forEach(question -> append(question, csv));
        return csv.toString();
    }

    private static void append(Question question, StringBuilder csv) {
        List<String> candidates = question.verdict().candidates().stream()
                .map(slug -> "organization/" + slug)
                .toList();
        String object = candidates.isEmpty() ? "" : candidates.getFirst();
        csv.append(String.join(
                        ",",
                        "",
                        question.subject(),
                        object,
                        "",
                        "",
                        "",
                        cell(question.name()),
                        cell(String.join(" ", candidates)),
                        question.verdict().rule().key()))
                .append("\r\n");
    }

    private static String cell(String text) {
        String safe = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
        return safe.matches("(?s).*[,\"\\r\\n;'].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
