package se.fondgraf.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The lines that somebody sees of an HTML page, to be read as a captured text is.
 *
 * @param lines in their order
 */
record SeenLines(List<Line> lines) {
    private static final int LONGEST_HEADING = 80;

    /** @param entry whether it is an entry of a list */
    record Line(String text, boolean entry) {}

    SeenLines {
        lines = List.copyOf(lines);
    }

    /** The whole text. The headings of texts and lists get the blank lines by which they are known. */
    String text(LabelBook book) {
        List<String> text = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Line here = lines.get(i);
            boolean heading = isHeading(here.text(), book, i);
            if (heading && !text.isEmpty() && !text.getLast().isEmpty()) {
                text.add("");
            }
            text.add(here.text());
            if (heading && i + 1 < lines.size() && !lines.get(i + 1).text().isEmpty()) {
                text.add("");
            }
        }
        return text.isEmpty() ? "" : String.join("\n", text) + "\n";
    }

    private boolean isHeading(String text, LabelBook book, int i) {
        if (text.isEmpty() || text.length() > LONGEST_HEADING || text.endsWith(":")) {
            return false;
        }
        Optional<Property> states =
                book.named(text).map(LabelBook.Label::states).filter(Property::isSection);
        return states.filter(property -> property.form() == Property.Form.PROSE || isListBelow(i))
                .isPresent();
    }

    private boolean isListBelow(int i) {
        int next = i + 1;
        while (next < lines.size() && lines.get(next).text().isEmpty()) {
            next++;
        }
        return next < lines.size() && lines.get(next).entry();
    }
}
