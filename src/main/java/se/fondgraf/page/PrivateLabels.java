package se.fondgraf.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import se.fondgraf.curated.CuratedFile;
import se.fondgraf.name.Spaces;

/**
 * Words by which an unknown label is known to speak of a person or how to reach one, from
 * {@code ontology/private-labels.csv}. When in doubt a value is dropped: privacy goes before completeness.
 */
final class PrivateLabels {
    private static final Pattern BREAK = Pattern.compile("[^\\p{L}\\p{N}-]+");

    private final List<String> parts = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private final List<String> never = new ArrayList<>();

    private PrivateLabels() {}

    static PrivateLabels bundled() {
        PrivateLabels labels = new PrivateLabels();
        for (CuratedFile.Row row : CuratedFile.bundled("private-labels.csv", "word", "match", "reason")
                .rows()) {
            List<String> kind = switch (row.cell("match")) {
                case "part" -> labels.parts;
                case "word" -> labels.words;
                case "never" -> labels.never;
                default -> throw row.wrong("match must be part, word or never");
            };
            kind.add(row.cell("word").toLowerCase(Locale.ROOT));
        }
        return labels;
    }

    /** Whether a label of these words speaks of a person or how to reach one. */
    boolean speaksOf(String label) {
        for (String word : BREAK.split(label.toLowerCase(Locale.ROOT))) {
            if (never.stream().noneMatch(word::contains)
                    && (words.contains(word) || parts.stream().anyMatch(word::contains))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether this line begins with such a label glued to its value: {@code Mobil070-1234567}, {@code AnsvarigAnna Ek}.
     */
    boolean leads(String line) {
        String text = Spaces.strip(line);
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.length() != text.length() || never.stream().anyMatch(lower::startsWith)) {
            return false;
        }
        return parts.stream().anyMatch(lower::startsWith)
                || words.stream().anyMatch(word -> lower.startsWith(word) && !continues(text, word.length()));
    }

    /** Whether the word goes on in small letters, as {@code Mobiliseringsfas} does after {@code Mobil}. */
    private static boolean continues(String text, int end) {
        return end < text.length() && Character.isLowerCase(text.charAt(end));
    }
}
