package se.fondgraf.name;

/**
 * White space as pages use it: U+00A0, U+202F and the thin spaces count as spaces, which the JDK's own methods do not
 * all agree on.
 */
public final class Spaces {
    private Spaces() {}

    /** Whether the character is white space of any kind, or a zero-width no-break space. */
    public static boolean isSpace(int c) {
        if (c < 0x80) {
            return c <= ' ' && (c == ' ' || Character.isWhitespace(c));
        }
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0xFEFF;
    }

    /** Whether there is nothing but space. */
    public static boolean isBlank(String text) {
        return indent(text) == text.length();
    }

    /** How many characters of space the text begins with. */
    public static int indent(String text) {
        int i = 0;
        while (i < text.length() && isSpace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** Without space at either end. */
    public static String strip(String text) {
        int end = text.length();
        int start = indent(text);
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** Stripped, and every run of space inside made one plain space. */
    public static String collapse(String text) {
        return isCollapsed(text) ? text : beginning(text, text.length());
    }

    private static boolean isCollapsed(String text) {
        boolean space = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean next = isSpace(c);
            if (next && (space || c != ' ')) {
                return false;
            }
            space = next;
        }
        return !space || text.isEmpty();
    }

    /** The first characters of the collapsed text, at most so many. */
    public static String beginning(String text, int most) {
        StringBuilder out = new StringBuilder(Math.min(text.length(), most));
        boolean pending = false;
        for (int i = 0; i < text.length() && out.length() < most; i++) {
            char c = text.charAt(i);
            if (isSpace(c)) {
                pending = !out.isEmpty();
                continue;
            }
            if (pending) {
                out.append(' ');
                pending = false;
            }
            if (out.length() < most) {
                out.append(c);
            }
        }
        return out.toString();
    }
}
