package se.fondgraf.dump;

import java.util.List;
import java.util.function.Function;

/**
 * A column of a table.
 *
 * @param name its header
 * @param kind of its values
 * @param en what it says, in English
 * @param sv the same in Swedish
 * @param values of a thing; several only where the kind has a separator
 */
record Column(String name, Kind kind, String sv, String en, Function<Thing, List<String>> values) {
    /** How values of a kind are written. */
    enum Kind {
        IRI("anyURI", false, false),
        IRIS("anyURI", true, false),
        CODE("string", false, false),
        CODES("string", true, false),
        TEXT("string", false, true),
        NAMES("string", true, false),
        DATE("date", false, false),
        DECIMAL("decimal", false, false),
        INTEGER("integer", false, false),
        BOOLEAN("boolean", false, false);

        private final String datatype;
        private final boolean isList;
        private final boolean isFree;

        Kind(String datatype, boolean isList, boolean isFree) {
            this.datatype = datatype;
            this.isList = isList;
            this.isFree = isFree;
        }

        String datatype() {
            return datatype;
        }

        /** Whether there may be several values, with {@link #SEPARATOR} between them. */
        boolean isList() {
            return isList;
        }

        /** Whether people chose the words, so that a spreadsheet must be kept from reading a formula. */
        boolean isFree() {
            return isFree;
        }
    }

    static final String SEPARATOR = "|";

    /** What begins a formula in a spreadsheet, and the mark that keeps it from being one. */
    private static final String GUARDED = "=+-@\t\r'";

    /** The cell of a thing, as CSV writes it (RFC 4180). */
    String cell(Thing thing) {
        String text = String.join(SEPARATOR, values.apply(thing));
        String safe = kind.isFree && !text.isEmpty() && GUARDED.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
