package se.fondgraf.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import se.fondgraf.curated.CuratedFile;

/**
 * The words of {@code ontology/name-words.csv}: departments, words that end a whole name, abbreviations, and kinds of
 * bodies.
 */
final class NameWords {
    private final Words departments = new Words();
    private final Words finished = new Words();
    private final Map<String, String> abbreviations = new HashMap<>();
    private final Map<String, Words> kinds = new java.util.LinkedHashMap<>();

    private NameWords() {}

    static NameWords bundled() {
        NameWords words = new NameWords();
        for (CuratedFile.Row row : CuratedFile.bundled("name-words.csv", "word", "use", "means", "reason")
                .rows()) {
            String word = row.cell("word").toLowerCase(Locale.ROOT);
            switch (row.cell("use")) {
                case "department" -> words.departments.add(word);
                case "finished" -> words.finished.add(word);
                case "abbreviation" -> words.abbreviations.put(word, row.cell("means"));
                case "kind" ->
                    words.kinds
                            .computeIfAbsent(row.cell("means"), kind -> new Words())
                            .add(word);
                default -> throw row.wrong("use must be department, finished, abbreviation or kind");
            }
        }
        return words;
    }

    /** Words known whole or, after {@code *}, by their end. */
    private static final class Words {
        private final Set<String> whole = new HashSet<>();
        private final List<String> endings = new ArrayList<>();

        void add(String pattern) {
            if (pattern.startsWith("*")) {
                endings.add(pattern.substring(1));
            } else {
                whole.add(pattern);
            }
        }

        boolean know(String word) {
            return whole.contains(word) || endings.stream().anyMatch(word::endsWith);
        }
    }

    boolean isDepartment(String word) {
        return departments.know(word);
    }

    /** Whether a name can end in this word, so that 30 characters are chance. */
    boolean isWhole(String word) {
        return finished.know(word) || departments.know(word);
    }

    /** The words that an abbreviation stands for, or the word itself. */
    String expand(String word) {
        return abbreviations.getOrDefault(word, word);
    }

    /** The kind of body that the words of a name tell; {@code unknown} when none does. */
    String kind(List<String> words) {
        for (Map.Entry<String, Words> kind : kinds.entrySet()) {
            if (words.stream().anyMatch(kind.getValue()::know)) {
                return kind.getKey();
            }
        }
        return "unknown";
    }
}
