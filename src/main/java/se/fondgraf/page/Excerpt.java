package se.fondgraf.page;

import se.fondgraf.name.Printable;

/**
 * A piece of a page for a message: short, on one line, with nothing in it that could steer a terminal or forge a log
 * line.
 */
public final class Excerpt {
    private static final int LONGEST = 60;

    private Excerpt() {}

    /** The text in quotation marks, cut after 60 characters, control and formatting characters as escapes. */
    public static String of(String text) {
        int length = text.codePointCount(0, text.length());
        String start = text.substring(0, text.offsetByCodePoints(0, Math.min(length, LONGEST)));
        return "\"" + Printable.of(start) + (length > LONGEST ? "…\"" : "\"");
    }
}
