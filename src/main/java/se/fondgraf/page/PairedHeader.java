package se.fondgraf.page;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.fondgraf.name.Spaces;

/**
 * Finds and takes apart a block of label lines followed by value lines, with colons (layouts C to F) or without (layout
 * B).
 */
final class PairedHeader {
    private static final Pattern UNKNOWN_LABEL = Pattern.compile("\\S.{0,58}:");
    private static final Pattern INLINE = Pattern.compile("\\s*([^:]{2,60}):[\\s\\u00A0]+(?=\\S)");
    private static final int LONGEST_LIST_ENTRY = 200;
    private static final int LONGEST_CONTACT = 80;
    /** Labels this near to each other make a block. */
    private static final int NEAR = 6;

    private final LabelBook labels;
    private final PrivateLabels privateLabels;
    private final List<String> lines;
    private final List<Field> fields = new ArrayList<>();
    private final List<Integer> surplus = new ArrayList<>();
    private final Set<Property> seen = EnumSet.noneOf(Property.class);
    private boolean colons;

    PairedHeader(LabelBook labels, PrivateLabels privateLabels, List<String> lines) {
        this.labels = labels;
        this.privateLabels = privateLabels;
        this.lines = lines;
    }

    /** The first label line that has another one near. */
    OptionalInt find() {
        int last = -1;
        for (int i = 0; i < lines.size(); i++) {
            Optional<LabelBook.Label> label = known(i);
            if (label.isPresent() && (hasColon(i) || !label.get().states().isSection())) {
                if (last >= 0 && i - last <= NEAR && !named(last).equals(named(i))) {
                    return OptionalInt.of(last);
                }
                last = i;
            }
        }
        return OptionalInt.empty();
    }

    private Optional<Property> named(int i) {
        return known(i).map(LabelBook.Label::states);
    }

    /** Reads the block that begins at that line. */
    Header parse(int first) {
        colons = Spaces.strip(lines.get(first)).endsWith(":");
        int i = first;
        while (i < lines.size()) {
            if (Spaces.isBlank(lines.get(i))) {
                int next = nextText(i);
                if (next >= lines.size() || !resumes(next)) {
                    return header(first, i, true);
                }
                i = next;
            } else if (!take(i)) {
                return header(first, i, true);
            } else {
                i++;
            }
        }
        return header(first, i, fields.isEmpty() || !fields.getLast().pieces().isEmpty());
    }

    private Header header(int first, int end, boolean complete) {
        return new Header(false, colons, first, end, fields, surplus, complete);
    }

    /** Whether the line belongs to the block; if so it has been taken. */
    private boolean take(int i) {
        Optional<LabelBook.Label> known = known(i).filter(label -> hasColon(i) || !colons || !awaitsValue());
        if (known.isPresent()) {
            open(known, Spaces.strip(lines.get(i)), i, List.of());
        } else if (isUnknownLabel(i)) {
            open(Optional.empty(), Spaces.strip(lines.get(i)), i, List.of());
        } else if (!takeInline(i)) {
            return takeValue(i);
        }
        return true;
    }

    private void open(Optional<LabelBook.Label> label, String written, int line, List<Piece> pieces) {
        label.ifPresent(found -> seen.add(found.states()));
        String plain = written.endsWith(":") ? Spaces.strip(written.substring(0, written.length() - 1)) : written;
        boolean isPrivate =
                label.map(found -> found.states() == Property.CONTACT).orElseGet(() -> privateLabels.speaksOf(plain));
        fields.add(new Field(label, plain, line, pieces, isPrivate));
    }

    /** {@code Label: value} on one line. */
    private boolean takeInline(int i) {
        Matcher inline = INLINE.matcher(lines.get(i));
        if (!colons || !inline.lookingAt() || awaitsValue()) {
            return false;
        }
        Optional<LabelBook.Label> label = labels.named(inline.group(1));
        boolean contact = privateLabels.speaksOf(inline.group(1));
        if (label.isEmpty() && !contact && !labelAhead(i + 1)) {
            return false;
        }
        open(label, Spaces.strip(inline.group(1)), i, List.of(new Piece(i, inline.end())));
        return true;
    }

    private boolean takeValue(int i) {
        if (!fields.isEmpty() && accepts(i)) {
            Field last = fields.removeLast();
            List<Piece> pieces = new ArrayList<>(last.pieces());
            pieces.add(new Piece(i, Spaces.indent(lines.get(i))));
            fields.add(new Field(last.label(), last.written(), last.labelLine(), pieces, last.isPrivate()));
            return true;
        }
        if (labelAhead(i + 1)) {
            surplus.add(i);
            return true;
        }
        return false;
    }

    private boolean accepts(int i) {
        Field last = fields.getLast();
        if (last.pieces().isEmpty()) {
            return true;
        }
        int length = lines.get(i).length();
        if (last.isPrivate()) {
            return length <= LONGEST_CONTACT || labelAhead(i + 1);
        }
        return last.label()
                .map(label -> (label.states().isList() && length <= LONGEST_LIST_ENTRY)
                        || label.states().form() == Property.Form.PROSE)
                .orElseGet(() -> labelAhead(i + 1));
    }

    private boolean awaitsValue() {
        return !fields.isEmpty() && fields.getLast().pieces().isEmpty();
    }

    private boolean hasColon(int i) {
        return Spaces.strip(lines.get(i)).endsWith(":");
    }

    private Optional<LabelBook.Label> known(int i) {
        return labels.named(lines.get(i));
    }

    /**
     * A line ending in a colon where a label may stand. Right after a label it is that label's value, if a known label
     * or nothing follows.
     */
    private boolean isUnknownLabel(int i) {
        if (!colons || !UNKNOWN_LABEL.matcher(Spaces.strip(lines.get(i))).matches()) {
            return false;
        }
        boolean last = i + 1 >= lines.size() || Spaces.isBlank(lines.get(i + 1));
        return awaitsValue() ? !last && known(i + 1).isEmpty() : !last || labelAhead(i + 1);
    }

    private boolean labelAhead(int from) {
        for (int i = from; i < lines.size() && !Spaces.isBlank(lines.get(i)); i++) {
            if (known(i).isPresent() && (hasColon(i) || !colons)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the block goes on after a blank line: with a label not seen yet, whose value stands alone. */
    private boolean resumes(int i) {
        Optional<LabelBook.Label> label = known(i);
        if (label.isEmpty()
                || (colons && !hasColon(i))
                || seen.contains(label.get().states())) {
            return false;
        }
        Property property = label.get().states();
        boolean section = property.form() == Property.Form.PROSE || (property.isSection() && !colons);
        if (section || isBlankOrEnd(i + 1)) {
            return !section
                    && colons
                    && !isBlankOrEnd(nextText(i + 1))
                    && known(nextText(i + 1)).isPresent();
        }
        return known(i + 1).isPresent()
                || (lines.get(i + 1).length() <= LONGEST_LIST_ENTRY
                        && (isBlankOrEnd(i + 2) || known(i + 2).isPresent()));
    }

    private boolean isBlankOrEnd(int i) {
        return i >= lines.size() || Spaces.isBlank(lines.get(i));
    }

    private int nextText(int from) {
        int i = from;
        while (i < lines.size() && Spaces.isBlank(lines.get(i))) {
            i++;
        }
        return i;
    }
}
