package se.fondgraf.input;

/**
 * A file that was reached twice and is read once.
 *
 * @param input the name under which it is not read
 * @param read the name under which it is
 */
public record Repeated(String input, String read) {
    /** For the terminal. */
    @Override
    public String toString() {
        return input + ": is the same file as " + read + ", and read once";
    }
}
