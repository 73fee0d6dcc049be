package se.fondgraf.query;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a terminal shows of one value.
 *
 * @param shown the text, with everything invisible written out
 * @param width its width in terminal columns
 * @param number whether it is a number, to be set to the right
 * @param cut whether the value goes on
 */
record TableCell(String shown, int width, boolean number, boolean cut) {
    static final TableCell EMPTY = new TableCell("", 0, false, false);

    private static final Pattern CHARACTER = Pattern.compile("\\X");
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int EMOJI_SELECTOR = 0xFE0F;
    /** After right-to-left text, so that a terminal does not reorder the cells that follow. */
    private static final String LEFT_TO_RIGHT_MARK = "\u200E";

    private static final Pattern RIGHT_TO_LEFT =
            Pattern.compile("[\\p{IsHebrew}\\p{IsArabic}\\p{IsSyriac}\\p{IsThaana}]");

    /** A value that is never cut. */
    static TableCell whole(String value) {
        return text(value, Integer.MAX_VALUE, false);
    }

    /** A value that is cut, with {@code …}, where it would be wider than that. */
    static TableCell text(String value, int widest, boolean number) {
        // A value far too long is not looked at beyond what could be shown.
        String looked = value.substring(0, (int) Math.min(value.length(), 40L * widest));
        List<String> characters = new ArrayList<>();
        CHARACTER.matcher(escape(looked)).results().forEach(match -> characters.add(match.group()));
        StringBuilder shown = new StringBuilder();
        int width = 0;
        for (int i = 0; i < characters.size(); i++) {
            int next = width(characters.get(i));
            boolean last = i == characters.size() - 1 && looked.length() == value.length();
            if (width + next > (last ? widest : widest - 1)) {
                return new TableCell(marked(shown.append('…').toString()), width + 1, number, true);
            }
            shown.append(characters.get(i));
            width += next;
        }
        return new TableCell(marked(shown.toString()), width, number, false);
    }

    private static String marked(String text) {
        return RIGHT_TO_LEFT.matcher(text).find() ? text + LEFT_TO_RIGHT_MARK : text;
    }

    /** Writes out what has no shape of its own or turns the text around: {@code \n}, {@code \u202E}. */
    private static String escape(String value) {
        StringBuilder escaped = new StringBuilder();
        value.codePoints().forEach(c -> {
            switch (c) {
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case '\t' -> escaped.append("\\t");
                default -> {
                    if (isInvisible(c)) {
                        escaped.append((c > 0xFFFF ? "\\U%08X" : "\\u%04X").formatted(c));
                    } else {
                        escaped.appendCodePoint(c);
                    }
                }
            }
        });
        return escaped.toString();
    }

    private static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            case Character.FORMAT -> c != ZERO_WIDTH_JOINER && c != ZERO_WIDTH_NON_JOINER;
            default -> false;
        };
    }

    /** The columns that one character as people see it takes, be it several code points: 0, 1 or 2. */
    private static int width(String character) {
        int first = character.codePointAt(0);
        if (character.indexOf(EMOJI_SELECTOR) > 0 || Character.isEmojiPresentation(first) || isWide(first)) {
            return 2;
        }
        return switch (Character.getType(first)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> 1;
        };
    }

    /** East Asian wide and fullwidth characters (Unicode Standard Annex 11). */
    private static boolean isWide(int c) {
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, BOPOMOFO, YI, TANGUT, NUSHU -> true;
            case KATAKANA, HANGUL -> c < 0xFF65 || c > 0xFFDC;
            default -> (c >= 0x3000 && c <= 0x303E) || (c >= 0xFF01 && c <= 0xFF60) || (c >= 0xFFE0 && c <= 0xFFE6);
        };
    }
}
