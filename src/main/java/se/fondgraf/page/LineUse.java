package se.fondgraf.page;

import java.util.ArrayList;
import java.util.List;

/**
 * What became of one line of an input.
 *
 * @param detail the properties stated, the kind of structure, the furniture's rule, what was dropped, or where the text
 *     was kept
 */
public record LineUse(Kind kind, String detail) {
    /** The five ends a line can come to. */
    public enum Kind {
        /** It states a value. */
        VALUE,
        /** A blank line, a label or a heading. */
        STRUCTURE,
        /** The site's chrome. */
        FURNITURE,
        /** Contact data, never published. */
        DROPPED,
        /** Stands for nothing known; kept as text. */
        UNMAPPED
    }

    static final LineUse BLANK = new LineUse(Kind.STRUCTURE, "blank");
    static final LineUse LABEL = new LineUse(Kind.STRUCTURE, "label");
    static final LineUse HEADING = new LineUse(Kind.STRUCTURE, "heading");
    static final LineUse EMPTY_VALUE = new LineUse(Kind.STRUCTURE, "label without value");
    static final LineUse CONTACT = new LineUse(Kind.DROPPED, "contact data");

    /** Lines below each other that came to the same. */
    public record Run(Lines lines, LineUse use) {}

    /**
     * All lines of a page in as few runs as there can be, in their order.
     *
     * @param uses of each line
     */
    public static List<Run> runs(List<LineUse> uses) {
        List<Run> runs = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= uses.size(); i++) {
            if (i == uses.size() || !uses.get(i).equals(uses.get(start))) {
                runs.add(new Run(new Lines(start + 1, i), uses.get(start)));
                start = i;
            }
        }
        return runs;
    }

    static LineUse value(Property property) {
        return new LineUse(Kind.VALUE, property.key());
    }

    static LineUse furniture(String rule) {
        return new LineUse(Kind.FURNITURE, rule);
    }

    static LineUse unmapped(String where) {
        return new LineUse(Kind.UNMAPPED, where);
    }
}
