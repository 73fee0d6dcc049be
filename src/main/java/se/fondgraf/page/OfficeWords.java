package se.fondgraf.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import se.fondgraf.curated.CuratedFile;

/**
 * Words that make a contact an office rather than a person, from {@code ontology/office-words.csv}: the name of an
 * office is not masked elsewhere on the page.
 */
final class OfficeWords {
    private final Set<String> words = new HashSet<>();
    private final List<String> endings = new ArrayList<>();

    private OfficeWords() {}

    static OfficeWords bundled() {
        OfficeWords offices = new OfficeWords();
        for (CuratedFile.Row row : CuratedFile.bundled("office-words.csv", "word", "match", "reason")
                .rows()) {
            String word = row.cell("word").toLowerCase(Locale.ROOT);
            switch (row.cell("match")) {
                case "word" -> offices.words.add(word);
                case "ending" -> offices.endings.add(word);
                default -> throw row.wrong("match must be word or ending");
            }
        }
        return offices;
    }

    /** Whether that single word is one. */
    boolean has(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return words.contains(lower) || endings.stream().anyMatch(lower::endsWith);
    }
}
