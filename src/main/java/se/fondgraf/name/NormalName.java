package se.fondgraf.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The normal form of an organisation's or a place's name: what two spellings of one name have in common. Case, spacing
 * and punctuation are gone, {@code &} is "och", and a doubled name ({@code X, X}) is single. Nothing is folded that
 * tells names apart: Habo is not Håbo.
 */
public final class NormalName {
    private NormalName() {}

    /** Words in lower case with single spaces; the text itself, in lower case, when it holds no letter or digit. */
    public static String of(String name) {
        String plain = Composed.of(name).toLowerCase(Locale.ROOT).replace("&", " och ");
        List<String> words = words(plain);
        if (words.isEmpty()) {
            return Spaces.collapse(plain);
        }
        return String.join(" ", isDoubled(name) ? words.subList(0, words.size() / 2) : words);
    }

    /** {@code ABF Gävle, ABF Gävle}: twice the same between a comma. */
    private static boolean isDoubled(String name) {
        if (name.indexOf(',') < 0) {
            return false;
        }
        String[] halves = name.split(",");
        return halves.length == 2
                && words(halves[0].toLowerCase(Locale.ROOT)).equals(words(halves[1].toLowerCase(Locale.ROOT)));
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (!isInWord(c)) {
                if (i > start) {
                    words.add(text.substring(start, i));
                }
                start = i + Character.charCount(c);
            }
            i += Character.charCount(c);
        }
        if (start < text.length()) {
            words.add(text.substring(start));
        }
        return words;
    }

    /** Letters, their marks, numbers of all kinds, symbols such as a flag, and the plus sign. */
    private static boolean isInWord(int c) {
        if (c < 0x80) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+';
        }
        return Character.isLetterOrDigit(c)
                || switch (Character.getType(c)) {
                    case Character.NON_SPACING_MARK,
                            Character.COMBINING_SPACING_MARK,
                            Character.ENCLOSING_MARK,
                            Character.LETTER_NUMBER,
                            Character.OTHER_NUMBER,
                            Character.OTHER_SYMBOL -> true;
                    default -> false;
                };
    }
}
