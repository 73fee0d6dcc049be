package se.fondgraf.input;

/**
 * An input that was not converted.
 *
 * @param input its name
 * @param line counted from 1; 0 when the input as a whole is meant
 * @param reason a sentence without private data and without a final stop
 */
public record Rejection(String input, int line, String reason) implements Taken {
    /** For the terminal: {@code pages/12.txt:3: reason}. */
    @Override
    public String toString() {
        return (line > 0 ? input + ":" + line : input) + ": " + reason;
    }
}
