package se.fondgraf.page;

/**
 * A piece of a page for a message: short, on one line, with nothing in it that could steer a terminal or forge a log
 * line.
 */
public final class Excerpt {
    private static final int LONGEST = 60;

    private Excerpt() {}

    /** The text in quotation marks, cut after 60 characters, control and formatting characters as escapes. */
    public static String of(String text) {
        StringBuilder out = new StringBuilder("\"");
        int[] codePoints = text.codePoints().limit(LONGEST + 1L).toArray();
        for (int i = 0; i < Math.min(codePoints.length, LONGEST); i++) {
            int c = codePoints[i];
            int type = Character.getType(c);
            if (type == Character.CONTROL
                    || type == Character.FORMAT
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR) {
                out.append(String.format("\\u%04X", c));
            } else {
                out.appendCodePoint(c);
            }
        }
        return out.append(codePoints.length > LONGEST ? "…\"" : "\"").toString();
    }
}
