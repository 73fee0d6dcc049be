package se.fondgraf.name;

import java.text.Normalizer;

/**
 * Text in Unicode's normal form C, in which a letter with its mark is one character. Nearly all text is so already, and
 * can be told to be by looking at its characters, which costs much less than normalising it.
 */
public final class Composed {
    /** U+0300: no character before it is a mark or anything but itself in normal form C. */
    private static final char FIRST_MARK = '\u0300';

    /** Behind the two spaces of Unicode's general punctuation that are others in normal form C. */
    private static final char PUNCTUATION = '\u2002';

    private static final char PUNCTUATION_END = '\u2070';

    private Composed() {}

    /** The text, composed. */
    public static String of(String text) {
        return isPlain(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /**
     * Whether there is nothing but Latin letters and the dashes, quotation marks and bullets of general punctuation.
     */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= FIRST_MARK && (c < PUNCTUATION || c >= PUNCTUATION_END)) {
                return false;
            }
        }
        return true;
    }
}
