package se.fondgraf.page;

import java.util.ArrayList;
import java.util.List;

/**
 * A page that was made up, with all that must be read from it.
 *
 * @param expected every statement
 * @param kinds what must become of each line
 * @param unknown label and value of each label that stands for nothing known; both must be kept
 * @param spaced indexes of lines in which every space may be a no-break space
 * @param secrets contact data
 */
record RandomPage(
        Layout layout,
        List<String> lines,
        List<Expected> expected,
        List<LineUse.Kind> kinds,
        List<String> unknown,
        List<Integer> spaced,
        List<String> secrets) {
    /** A statement that must be there. */
    record Expected(Property property, Value value, Lines at) {}

    String text() {
        return String.join("\n", lines) + "\n";
    }

    /** Gathers the lines of a page with what must be read from them. */
    static final class Draft {
        final List<String> lines = new ArrayList<>();
        final List<Expected> expected = new ArrayList<>();
        final List<LineUse.Kind> kinds = new ArrayList<>();
        final List<String> unknown = new ArrayList<>();
        final List<Integer> spaced = new ArrayList<>();

        void add(String line, LineUse.Kind kind) {
            lines.add(line);
            kinds.add(kind);
        }

        void blank() {
            add("", LineUse.Kind.STRUCTURE);
        }

        /** The last line states that. */
        void states(Property property, Value value) {
            expected.add(new Expected(property, value, Lines.one(lines.size())));
        }

        void states(List<Samples.Read> reads) {
            reads.forEach(read -> states(read.property(), read.value()));
        }
    }
}
