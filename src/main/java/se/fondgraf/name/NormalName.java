package se.fondgraf.name;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The normal form of an organisation's or a place's name: what two spellings of one name have in common. Case, spacing
 * and punctuation are gone, {@code &} is "och", and a doubled name ({@code X, X}) is single. Nothing is folded that
 * tells names apart: Habo is not Håbo.
 */
public final class NormalName {
    private static final Pattern BREAKS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}\\p{So}+]+");

    private NormalName() {}

    /** Words in lower case with single spaces; the text itself, in lower case, when it holds no letter or digit. */
    public static String of(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replace("&", " och ");
        List<String> words =
                BREAKS.splitAsStream(plain).filter(word -> !word.isEmpty()).toList();
        if (words.isEmpty()) {
            return Spaces.collapse(plain);
        }
        return String.join(" ", isDoubled(name) ? words.subList(0, words.size() / 2) : words);
    }

    /** {@code ABF Gävle, ABF Gävle}: twice the same between a comma. */
    private static boolean isDoubled(String name) {
        String[] halves = name.split(",");
        return halves.length == 2 && Arrays.equals(words(halves[0]), words(halves[1]));
    }

    private static String[] words(String text) {
        return BREAKS.splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toArray(String[]::new);
    }
}
