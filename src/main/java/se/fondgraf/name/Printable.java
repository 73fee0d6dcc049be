package se.fondgraf.name;

/**
 * Text from outside for a message: on one line, with nothing in it that could steer a terminal or forge a line of a
 * log.
 */
public final class Printable {
    private Printable() {}

    /** The text with control, formatting and line-breaking characters as {@code \}{@code uXXXX}. */
    public static String of(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (Character.getType(c)) {
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR,
                        Character.SURROGATE -> out.append(String.format("\\u%04X", c));
                default -> out.appendCodePoint(c);
            }
        });
        return out.toString();
    }
}
