package se.fondgraf.query;

/** A text in the two languages of the library. */
public record Text(String sv, String en) {
    static final Text EMPTY = new Text("", "");
}
