package se.fondgraf.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import se.fondgraf.name.Spaces;

/** Reads the statements of an outlined page from its lines as published, and says of each line what became of it. */
final class RecordReader {
    /** After every label: the title line states title and number only where no label does. */
    private static final int TITLE_LINE_RANK = 1_000_000;

    private static final Pattern REGION_BREAK = Pattern.compile("[,;]");
    private static final Pattern BODY_BREAK = Pattern.compile(";");
    private static final Pattern PLACE_BREAK = Pattern.compile("[,;/]| och | samt ");

    private final Outline outline;
    private final List<String> lines;
    private final Set<Integer> dropped;
    private final List<LineUse> uses;
    private final List<Statement> statements = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();

    RecordReader(Outline outline, Privacy.Protected page) {
        this.outline = outline;
        this.lines = page.lines();
        this.dropped = page.dropped();
        this.uses = new ArrayList<>(outline.uses());
    }

    /** Reads the page. Once. */
    RecordReader read() {
        outline.header().fields().forEach(this::readField);
        keepStrays();
        outline.title().ifPresent(this::readTitle);
        outline.sections().forEach(this::readSection);
        dropped.forEach(line -> uses.set(line, LineUse.CONTACT));
        statements.sort(java.util.Comparator.comparing(Statement::lines));
        return this;
    }

    List<Statement> statements() {
        return statements;
    }

    List<LineUse> uses() {
        return uses;
    }

    List<Notice> notices() {
        return notices;
    }

    private void readField(Field field) {
        if (field.isPrivate()) {
            return;
        }
        Optional<LabelBook.Label> label = field.label();
        if (label.isEmpty()) {
            keepUnknown(field);
        } else if (label.get().states().form() == Property.Form.PROSE) {
            readProseField(label.get(), field);
        } else {
            field.pieces().forEach(piece -> readPiece(label.get(), field.written(), List.of(piece)));
        }
    }

    private void readProseField(LabelBook.Label label, Field field) {
        if (!field.pieces().isEmpty()) {
            int first = field.pieces().getFirst().line();
            int last = field.pieces().getLast().line();
            addProse(label.states(), first, last, label.rank());
        }
    }

    /** Lines below each other are kept together: a label nobody knows and its value. */
    private void keepStrays() {
        List<Integer> strays = outline.strays().stream()
                .filter(line -> !dropped.contains(line))
                .toList();
        for (int i = 0; i < strays.size(); ) {
            int first = strays.get(i);
            int last = first;
            while (++i < strays.size() && strays.get(i) == last + 1) {
                last++;
            }
            String text =
                    lines.subList(first, last + 1).stream().map(Spaces::strip).collect(Collectors.joining("\n"));
            keep(first, last, text, "lines that belong to no label");
        }
    }

    /** A label that stands for no known term: its words and value become part of the description. */
    private void keepUnknown(Field field) {
        String value = field.pieces().stream().map(piece -> piece.in(lines)).collect(Collectors.joining(" "));
        int last = field.pieces().isEmpty()
                ? field.labelLine()
                : field.pieces().getLast().line();
        String label = Spaces.strip(lines.get(field.labelLine()));
        boolean inline = field.pieces().stream().anyMatch(piece -> piece.line() == field.labelLine());
        keep(field.labelLine(), last, inline ? label : label + " " + value, "unknown label");
    }

    private void keep(int first, int last, String text, String why) {
        if (dropped.contains(first)) {
            return;
        }
        String stripped = Spaces.strip(text);
        statements.add(
                new Statement(Property.DESCRIPTION, new Value.Prose(stripped), "", new Lines(first + 1, last + 1), 0));
        notices.add(new Notice(first + 1, why + ", kept in the description: " + Excerpt.of(stripped)));
        for (int i = first; i <= last; i++) {
            if (!Spaces.isBlank(lines.get(i))) {
                uses.set(i, LineUse.unmapped("kept in the description: " + why));
            }
        }
    }

    private void readTitle(Piece piece) {
        String text = Spaces.strip(piece.in(lines));
        Matcher numbered = Outliner.NUMBERED_TITLE.matcher(text);
        String title = text;
        if (numbered.matches()) {
            add(
                    Property.IDENTIFIER,
                    new Value.Words(numbered.group(1)),
                    numbered.group(1),
                    one(piece),
                    TITLE_LINE_RANK);
            title = Spaces.strip(numbered.group(2));
        } else {
            title = withoutNumber(text);
        }
        if (Spaces.isBlank(Masker.MASKS.matcher(title).replaceAll(""))) {
            uses.set(piece.line(), LineUse.CONTACT);
        } else {
            add(Property.TITLE, new Value.Words(title), title, one(piece), TITLE_LINE_RANK);
        }
    }

    /** A title that begins with the number which a label states, in whatever form that number has. */
    private String withoutNumber(String text) {
        for (Statement statement : statements) {
            if (statement.property() == Property.IDENTIFIER
                    && statement.isReadable()
                    && text.startsWith(statement.asWritten())) {
                Matcher rest = Pattern.compile("[\\s\\p{Z}]*[-–—:][\\s\\p{Z}]*(\\S.*)")
                        .matcher(text.substring(statement.asWritten().length()));
                if (rest.matches()) {
                    return rest.group(1);
                }
            }
        }
        return text;
    }

    private static Lines one(Piece piece) {
        return Lines.one(piece.line() + 1);
    }

    private void readSection(Section section) {
        switch (section) {
            case Section.Prose prose -> {
                if (prose.first() < prose.end()) {
                    addProse(prose.property(), prose.first(), prose.end() - 1, 0);
                }
            }
            case Section.Entries list -> {
                LabelBook.Label label = new LabelBook.Label("", list.property(), Optional.empty(), 0);
                list.items().forEach(item -> readPiece(label, "", item));
            }
        }
    }

    private void addProse(Property property, int first, int last, int rank) {
        Lines at = new Lines(first + 1, last + 1);
        statements.add(new Statement(property, new Value.Prose(at.prose(lines)), "", at, rank));
        for (int i = first; i <= last; i++) {
            if (!Spaces.isBlank(lines.get(i))) {
                uses.set(i, LineUse.value(property));
            }
        }
    }

    /** Reads one value, which may be wrapped over several pieces. */
    private void readPiece(LabelBook.Label label, String written, List<Piece> all) {
        List<Piece> pieces =
                all.stream().filter(piece -> !dropped.contains(piece.line())).toList();
        if (pieces.isEmpty()) {
            return;
        }
        String text =
                pieces.stream().map(piece -> Spaces.strip(piece.in(lines))).collect(Collectors.joining(" "));
        Lines at = new Lines(pieces.getFirst().line() + 1, pieces.getLast().line() + 1);
        String open = Masker.MASKS.matcher(text).replaceAll("");
        if (!open.equals(text) && ValueReader.saysNothing(open)) {
            pieces.forEach(piece -> uses.set(piece.line(), LineUse.CONTACT));
        } else if (ValueReader.saysNothing(text)) {
            pieces.forEach(piece -> uses.set(piece.line(), LineUse.EMPTY_VALUE));
        } else {
            for (String part : parts(label.states(), text)) {
                List<ValueReader.Read> reads = ValueReader.read(label.states(), written, part);
                reads.forEach(read -> add(read.property(), read.value(), read.asWritten(), at, label.rank()));
                if (isReversed(reads)) {
                    notices.add(new Notice(at.first(), "the period ends before it starts: " + Excerpt.of(part)));
                }
            }
        }
    }

    private static boolean isReversed(List<ValueReader.Read> reads) {
        return reads.size() == 2
                && reads.get(0).value() instanceof Value.Day(java.time.LocalDate start)
                && reads.get(1).value() instanceof Value.Day(java.time.LocalDate end)
                && end.isBefore(start);
    }

    private static List<String> parts(Property property, String text) {
        return switch (property) {
            case MUNICIPALITY -> split(PLACE_BREAK, text);
            case REGION -> split(REGION_BREAK, text);
            default -> property.form() == Property.Form.BODIES ? split(BODY_BREAK, text) : List.of(text);
        };
    }

    private static List<String> split(Pattern pattern, String text) {
        List<String> parts = new ArrayList<>();
        for (String part : pattern.split(text)) {
            String stripped = Spaces.strip(part);
            if (!ValueReader.saysNothing(stripped)) {
                parts.add(stripped);
            }
        }
        return parts;
    }

    private void add(Property property, Value value, String asWritten, Lines at, int rank) {
        statements.add(new Statement(property, value, asWritten, at, rank));
        boolean readable = !(value instanceof Value.Unreadable);
        if (value instanceof Value.Unreadable unreadable) {
            notices.add(new Notice(
                    at.first(),
                    property.key() + " is left out, " + unreadable.reason() + ": " + Excerpt.of(asWritten)));
        }
        for (int i = at.first() - 1; i < at.last(); i++) {
            LineUse use = readable ? LineUse.value(property) : LineUse.unmapped("kept as written: " + property.key());
            LineUse old = uses.get(i);
            boolean both = old.kind() == LineUse.Kind.VALUE && readable && !old.equals(use);
            boolean keepOld = old.kind() == LineUse.Kind.VALUE && !readable;
            uses.set(
                    i,
                    both ? new LineUse(LineUse.Kind.VALUE, merged(old.detail(), property.key())) : keepOld ? old : use);
        }
    }

    private static String merged(String keys, String key) {
        return List.of(keys.split(" ")).contains(key) ? keys : keys + " " + key;
    }
}
