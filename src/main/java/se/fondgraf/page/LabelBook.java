package se.fondgraf.page;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import se.fondgraf.curated.CuratedFile;
import se.fondgraf.name.Spaces;

/**
 * The labels and headings of all layouts and what they state, from {@code ontology/labels.csv}: a renamed label is a
 * row, not code.
 */
final class LabelBook {
    /**
     * One known label.
     *
     * @param text as pages write it; {@code *} at the end stands for the rest of the label
     * @param marks the earliest layout that has this label, where that tells layouts apart
     * @param rank its row: where labels state one property differently, the first row is asserted
     */
    record Label(String text, Property states, Optional<Layout> marks, int rank) {
        boolean isOpen() {
            return text.endsWith("*");
        }

        private String stem() {
            return isOpen() ? text.substring(0, text.length() - 1) : text;
        }
    }

    /**
     * A label found on a line.
     *
     * @param end where the label ends in the line, exclusive
     */
    record Found(Label label, int end) {}

    /** A label with the part of it that never varies, as it is looked for. */
    private record Stem(String text, Label label) {}

    private final Map<String, Label> exact = new HashMap<>();
    /** Stems in normal form. */
    private final List<Stem> open = new ArrayList<>();

    /** By their first letter, which tells most lines apart from all of them; of one letter the longest first. */
    private final Map<Character, List<Stem>> byFirst = new HashMap<>();

    /** The first two letters of every label, for the same reason. */
    private final BitSet beginnings = new BitSet(1 << 16);

    /** Length of the longest label in normal form. */
    private int longest;

    /** The last letter that one byte holds. */
    private static final char LATIN = '\u00FF';

    /** With so many characters more no text is a label, though it loses a space and a colon. */
    private static final int MORE = 4;

    private LabelBook() {}

    /** Reads {@code ontology/labels.csv}. */
    static LabelBook bundled() {
        return of(CuratedFile.bundled("labels.csv", "label", "states", "marks", "note"));
    }

    static LabelBook of(CuratedFile file) {
        LabelBook book = new LabelBook();
        for (CuratedFile.Row row : file.rows()) {
            Property states = Property.ofKey(row.cell("states"))
                    .orElseThrow(() -> row.wrong("states the unknown property \"" + row.cell("states") + "\""));
            Label label = new Label(row.cell("label"), states, marks(row), row.line());
            if (label.stem().length() < 2) {
                throw row.wrong("lists a label of less than two letters");
            }
            if (label.isOpen()) {
                book.open.add(new Stem(normal(label.stem()), label));
            } else if (book.exact.put(normal(label.text()), label) != null) {
                throw row.wrong("lists the label \"" + label.text() + "\" a second time");
            }
            book.byFirst
                    .computeIfAbsent(label.stem().charAt(0), letter -> new ArrayList<>())
                    .add(new Stem(label.stem(), label));
            book.beginnings.set(beginning(normal(label.stem()), 0));
            book.longest = Math.max(book.longest, normal(label.text()).length());
        }
        book.byFirst
                .values()
                .forEach(stems -> stems.sort(
                        Comparator.comparingInt((Stem stem) -> -stem.text().length())
                                .thenComparing(stem -> stem.label().text())));
        return book;
    }

    private static Optional<Layout> marks(CuratedFile.Row row) {
        String cell = row.cell("marks");
        try {
            return cell.isEmpty() ? Optional.empty() : Optional.of(Layout.valueOf(cell));
        } catch (IllegalArgumentException e) {
            throw row.wrong("marks the unknown layout \"" + cell + "\"");
        }
    }

    /** The label that this text is, as a whole, with or without its colon, in any case and spacing. */
    Optional<Label> named(String text) {
        if (!beginsLikeOne(text)) {
            return Optional.empty();
        }
        String normal = normal(Spaces.beginning(text, longest + MORE));
        Label label = exact.get(normal);
        if (label != null) {
            return Optional.of(label);
        }
        for (Stem stem : open) {
            if (normal.startsWith(stem.text())) {
                return Optional.of(stem.label());
            }
        }
        return Optional.empty();
    }

    /** Whether any label begins as this text does; also true where that is not easy to tell. */
    private boolean beginsLikeOne(String text) {
        int start = Spaces.indent(text);
        return start + 2 > text.length()
                || !Character.isLetter(text.charAt(start))
                || !Character.isLetter(text.charAt(start + 1))
                || text.charAt(start) > LATIN
                || text.charAt(start + 1) > LATIN
                || beginnings.get(beginning(text, start));
    }

    /** A number for the two letters there, the same for small and capital ones. */
    private static int beginning(String text, int start) {
        return Character.toLowerCase(text.charAt(start)) << 8 | Character.toLowerCase(text.charAt(start + 1));
    }

    /** The longest label with which this line begins, letter by letter. */
    Optional<Found> leading(String line) {
        int indent = Spaces.indent(line);
        List<Stem> stems = indent < line.length() ? byFirst.getOrDefault(line.charAt(indent), List.of()) : List.of();
        for (Stem stem : stems) {
            int end = end(line, indent, stem.text());
            if (end >= 0) {
                return Optional.of(new Found(stem.label(), end));
            }
        }
        return Optional.empty();
    }

    /** Where the stem ends that the line has at that place, in whatever spacing; -1 when it has not. */
    private static int end(String line, int start, String stem) {
        int at = start;
        for (int i = 0; i < stem.length(); i++) {
            char expected = stem.charAt(i);
            if (at >= line.length()) {
                return -1;
            }
            char c = line.charAt(at);
            boolean same = c == expected || (expected == ' ' && Spaces.isSpace(c)) || (expected == '-' && c == '–');
            if (!same) {
                return -1;
            }
            at++;
            while (expected == ' ' && i + 1 < stem.length() && at < line.length() && Spaces.isSpace(line.charAt(at))) {
                at++;
            }
        }
        return at;
    }

    /** A label in lower case, with single spaces and hyphens, without its colon. */
    static String normal(String text) {
        String plain = Spaces.collapse(text).replace('–', '-');
        return (plain.endsWith(":") ? plain.substring(0, plain.length() - 1).stripTrailing() : plain)
                .toLowerCase(Locale.ROOT);
    }
}
