package se.fondgraf.page;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * Text in lower case, without marks over letters and without unseen characters, in which names are looked for.
 *
 * <p>Every line of a page with a contact is folded. Normalising costs more than all else that is done with a line, so
 * the letters of European texts are looked up in a table, which is made by the plain definition and therefore cannot
 * differ from it.
 */
final class Folding {
    /**
     * Latin letters with all that Unicode calls extended A and B; behind them come letters that depend on neighbours.
     */
    private static final int LATIN = 0x250;

    /** Dashes, quotation marks, bullets. */
    private static final int PUNCTUATION = 0x2000;

    private static final int PUNCTUATION_END = 0x2070;

    private static final char NOTHING = '\uFFFF';
    private static final char UNKNOWN = '\uFFFE';

    private static final char[] TABLE = table();

    private Folding() {}

    /** The text, folded. */
    static String of(String text) {
        byte[] folded = new byte[text.length()];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char to = c < LATIN || (c >= PUNCTUATION && c < PUNCTUATION_END) ? TABLE[c] : UNKNOWN;
            if (to < 0x100) {
                folded[length++] = (byte) to;
            } else if (to != NOTHING) {
                return wide(text);
            }
        }
        return new String(folded, 0, length, StandardCharsets.ISO_8859_1);
    }

    /** As {@link #of}, for text with characters beyond a byte. */
    private static String wide(String text) {
        char[] folded = new char[text.length()];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char to = c < LATIN || (c >= PUNCTUATION && c < PUNCTUATION_END) ? TABLE[c] : UNKNOWN;
            if (to == UNKNOWN) {
                return plain(text);
            } else if (to != NOTHING) {
                folded[length++] = to;
            }
        }
        return new String(folded, 0, length);
    }

    /** The definition. */
    static String plain(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(c ->
                        Character.getType(c) != Character.FORMAT && Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }

    private static char[] table() {
        char[] table = new char[PUNCTUATION_END];
        Arrays.fill(table, UNKNOWN);
        for (char c = 0; c < PUNCTUATION_END; c++) {
            String one = plain(String.valueOf(c));
            table[c] = one.isEmpty() ? NOTHING : one.length() == 1 ? one.charAt(0) : UNKNOWN;
        }
        return table;
    }
}
