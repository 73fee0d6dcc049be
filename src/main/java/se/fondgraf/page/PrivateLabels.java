package se.fondgraf.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import se.fondgraf.curated.CuratedFile;
import se.fondgraf.name.Spaces;

/**
 * Words by which an unknown label is known to speak of a person or how to reach one, from
 * {@code ontology/private-labels.csv}. When in doubt a value is dropped: privacy goes before completeness.
 */
final class PrivateLabels {
    private static final int LONGEST_LABEL = 60;

    private final List<String> parts = new ArrayList<>();
    private final Set<String> words = new HashSet<>();
    private final List<String> never = new ArrayList<>();

    private PrivateLabels() {}

    static PrivateLabels bundled() {
        PrivateLabels labels = new PrivateLabels();
        for (CuratedFile.Row row : CuratedFile.bundled("private-labels.csv", "word", "match", "reason")
                .rows()) {
            Collection<String> kind = switch (row.cell("match")) {
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
        String lower = label.toLowerCase(Locale.ROOT);
        int start = 0;
        for (int i = 0; i < lower.length(); ) {
            int c = lower.codePointAt(i);
            int next = i + Character.charCount(c);
            if (!isInWord(c)) {
                if (i > start && isPrivate(lower.substring(start, i))) {
                    return true;
                }
                start = next;
            }
            i = next;
        }
        return start < lower.length() && isPrivate(lower.substring(start));
    }

    /** Letters, digits and other numbers, and the hyphen. */
    private static boolean isInWord(int c) {
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || c == '-'
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }

    private boolean isPrivate(String word) {
        return (words.contains(word) || containsOneOf(word, parts)) && !containsOneOf(word, never);
    }

    private static boolean containsOneOf(String word, List<String> texts) {
        for (String text : texts) {
            if (word.contains(text)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWithOneOf(String line, Collection<String> texts) {
        for (String text : texts) {
            if (line.startsWith(text)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Where the value begins on a line that begins with such a label: glued to it, after one space, or after a colon;
     * -1 when there is none. {@code Mobil070-1234567}, {@code ProjektansvarigAnna Ek}, {@code Tel. 021-123456}.
     */
    int valueStart(String line) {
        int start = Spaces.indent(line);
        int last = Math.min(line.length(), start + LONGEST_LABEL);
        for (int i = start + 1; i < last; i++) {
            if (beginsValue(line, i) && speaksOf(line.substring(start, i))) {
                int value = i;
                while (value < line.length() && (line.charAt(value) == ':' || Spaces.isSpace(line.charAt(value)))) {
                    value++;
                }
                return value;
            }
        }
        return isGlued(line, start) ? start : -1;
    }

    /** Whether this line begins with such a label and goes on with its value. */
    boolean leads(String line) {
        return valueStart(line) >= 0;
    }

    /** After a small letter, a full stop or a colon, a capital or a digit; at most spaces between. */
    private static boolean beginsValue(String line, int at) {
        char before = line.charAt(at - 1);
        if (line.charAt(at) == ':') {
            return true;
        }
        if (!Character.isLowerCase(before) && before != '.') {
            return false;
        }
        int next = at;
        while (next < line.length() && Spaces.isSpace(line.charAt(next))) {
            next++;
        }
        return next < line.length()
                && (Character.isUpperCase(line.charAt(next))
                        || Character.isDigit(line.charAt(next))
                        || line.charAt(next) == '+'
                        || line.charAt(next) == '(');
    }

    /** A label of one word with a value in small letters, such as an address: {@code Epostanna.ek@example.org}. */
    private boolean isGlued(String line, int start) {
        if (line.indexOf('@') <= 0) {
            return false;
        }
        String lower = line.substring(start, Math.min(line.length(), start + LONGEST_LABEL))
                .toLowerCase(Locale.ROOT);
        return !startsWithOneOf(lower, never) && (startsWithOneOf(lower, parts) || startsWithOneOf(lower, words));
    }
}
