package se.fondgraf.page;

/**
 * One value that a page states, with its line.
 *
 * @param property never {@link Property#PERIOD} or {@link Property#CONTACT}
 * @param asWritten the value's text as published; empty for running text, which its lines hold
 * @param rank where statements of one page state one property differently, the lowest rank is asserted
 */
public record Statement(Property property, Value value, String asWritten, Lines lines, int rank) {
    /** Whether the text could be read. */
    public boolean isReadable() {
        return !(value instanceof Value.Unreadable);
    }
}
