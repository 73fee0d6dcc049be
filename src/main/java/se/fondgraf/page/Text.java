package se.fondgraf.page;

/**
 * White space as pages use it: U+00A0, U+202F and the thin spaces count as spaces, which the JDK's own methods do not
 * all agree on.
 */
final class Text {
    private Text() {}

    static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0xFEFF;
    }

    static boolean isBlank(String text) {
        return text.chars().allMatch(Text::isSpace);
    }

    /** How many characters of space the line begins with. */
    static int indent(String line) {
        int i = 0;
        while (i < line.length() && isSpace(line.charAt(i))) {
            i++;
        }
        return i;
    }

    /** Without space at either end. */
    static String strip(String text) {
        int end = text.length();
        int start = indent(text);
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** Stripped, and every run of space inside made one plain space. */
    static String collapse(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean pending = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isSpace(c)) {
                pending = !out.isEmpty();
            } else {
                if (pending) {
                    out.append(' ');
                    pending = false;
                }
                out.append(c);
            }
        }
        return out.toString();
    }
}
