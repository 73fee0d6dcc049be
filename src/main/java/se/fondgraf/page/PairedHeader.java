package se.fondgraf.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.fondgraf.name.Spaces;

/** Takes apart a block of label lines followed by value lines, with colons (layouts C to F) or without (layout B). */
final class PairedHeader {
    private static final Pattern INLINE = Pattern.compile("\\s*([^:]{2,60}):[\\s\\u00A0]+(?=\\S)");
    private static final int LONGEST_LIST_ENTRY = 200;
    private static final int LONGEST_CONTACT = 80;
    /** Labels this near to each other make a block, and labels in one paragraph. */
    private static final int NEAR = 6;

    private final LabelBook labels;
    private final PrivateLabels privateLabels;
    private final Furniture furniture;
    private final boolean colons;
    private final LabelLines lines;
    private final LabelAhead labelAhead;
    private final FieldList fields = new FieldList();
    private final List<Integer> surplus = new ArrayList<>();
    /** The labels so far, as {@link LabelBook#normal} has them. */
    private final Set<String> seen = new HashSet<>();
    /** Whether values stand apart from their labels, with blank lines between. */
    private boolean spaced;

    private PairedHeader(
            LabelBook labels, PrivateLabels privateLabels, Furniture furniture, List<String> lines, boolean colons) {
        this.labels = labels;
        this.privateLabels = privateLabels;
        this.furniture = furniture;
        this.colons = colons;
        this.lines = new LabelLines(labels, privateLabels, lines, colons);
        this.labelAhead = new LabelAhead(lines, i -> this.lines.isLabel(i) || this.lines.looksLikePrivateLabel(i));
    }

    /** The first label line that has another one near. */
    static OptionalInt find(LabelBook labels, List<String> lines) {
        Optional<Property> last = Optional.empty();
        int at = -1;
        int blank = -1;
        for (int i = 0; i < lines.size(); i++) {
            blank = Spaces.isBlank(lines.get(i)) ? i : blank;
            boolean colon = Spaces.strip(lines.get(i)).endsWith(":");
            Optional<Property> property = labels.named(lines.get(i))
                    .map(LabelBook.Label::states)
                    .filter(found -> colon || !found.isSection());
            if (property.isPresent()) {
                if (at >= 0 && (i - at <= NEAR || blank < at) && !property.equals(last)) {
                    return OptionalInt.of(at);
                }
                at = i;
                last = property;
            }
        }
        return OptionalInt.empty();
    }

    /**
     * Reads the block.
     *
     * @param first its first line
     * @param label its first line that is a known label
     */
    static Header parse(
            LabelBook labels,
            PrivateLabels privateLabels,
            Furniture furniture,
            List<String> lines,
            int first,
            int label) {
        boolean colons = Spaces.strip(lines.get(label)).endsWith(":");
        return new PairedHeader(labels, privateLabels, furniture, lines, colons).parse(first);
    }

    private Header parse(int first) {
        int i = first;
        while (i < lines.count()) {
            if (lines.isBlankOrEnd(i)) {
                int next = lines.nextText(i);
                if (next >= lines.count() || !(resumes(next) || isSpacedValue(next))) {
                    return header(first, i, true);
                }
                i = next;
            } else if (!take(i)) {
                return header(first, i, true);
            } else {
                i++;
            }
        }
        return header(first, i, !fields.awaitsValue());
    }

    private Header header(int first, int end, boolean complete) {
        return new Header(false, colons, first, end, fields.all(), surplus, complete);
    }

    /** Whether the line belongs to the block; if so it has been taken. */
    private boolean take(int i) {
        String line = Spaces.strip(lines.line(i));
        Optional<LabelBook.Label> known = lines.known(i).filter(label -> lines.isLabel(i) || !awaitsValue());
        if (known.isPresent()) {
            open(known, line, i, List.of());
        } else if (lines.isMask(i) && !(awaitsValue() && fields.last().isPrivate())) {
            fields.add(new Field(Optional.empty(), "", i, List.of(new Piece(i, 0)), true));
        } else if (isUnknownLabel(i) || isPrivateLabel(i)) {
            open(Optional.empty(), line, i, List.of());
        } else if (!takeInline(i)) {
            return takeValue(i);
        }
        return true;
    }

    /**
     * A line ending in a colon where a label may stand. Right after a label it may be that label's value, if a known
     * label or nothing follows.
     */
    private boolean isUnknownLabel(int i) {
        if (!lines.looksLikeLabel(i)) {
            return false;
        }
        boolean last = lines.isBlankOrEnd(i + 1);
        if (!awaitsValue()) {
            return !last || labelAhead.from(i + 1);
        }
        return !takesWords(fields.last()) || (!last && lines.known(i + 1).isEmpty());
    }

    private boolean isPrivateLabel(int i) {
        return lines.looksLikePrivateLabel(i)
                && (!awaitsValue() || lines.known(i + 1).isEmpty());
    }

    /** Whether what ends in a colon could be that label's value. */
    private static boolean takesWords(Field field) {
        return field.label()
                .map(label -> switch (label.states().form()) {
                    case WORDS, BODY, BODIES, PROSE -> true;
                    default -> false;
                })
                .orElse(true);
    }

    private void open(Optional<LabelBook.Label> label, String written, int line, List<Piece> pieces) {
        seen.add(LabelBook.normal(written));
        String plain = written.endsWith(":") ? Spaces.strip(written.substring(0, written.length() - 1)) : written;
        boolean isPrivate =
                label.map(found -> found.states() == Property.CONTACT).orElseGet(() -> privateLabels.speaksOf(plain));
        fields.add(new Field(label, plain, line, pieces, isPrivate));
    }

    /** {@code Label: value} on one line. */
    private boolean takeInline(int i) {
        Matcher inline = INLINE.matcher(lines.line(i));
        if (!colons || !inline.lookingAt() || awaitsValue()) {
            return false;
        }
        Optional<LabelBook.Label> label = labels.named(inline.group(1));
        boolean contact = privateLabels.speaksOf(inline.group(1));
        if (label.isEmpty() && !contact && (isInList() || !labelAhead.from(i + 1))) {
            return false;
        }
        open(label, Spaces.strip(inline.group(1)), i, List.of(new Piece(i, inline.end())));
        return true;
    }

    private boolean isInList() {
        return !fields.isEmpty()
                && fields.last()
                        .label()
                        .filter(label -> label.states().isList())
                        .isPresent();
    }

    private boolean takeValue(int i) {
        if (!fields.isEmpty() && !isFurniture(i) && accepts(i)) {
            fields.addToLast(new Piece(i, Spaces.indent(lines.line(i))));
            return true;
        }
        if (labelAhead.from(i + 1)) {
            surplus.add(i);
            return true;
        }
        return false;
    }

    /** A project, and nothing else, may be named like furniture. */
    private boolean isFurniture(int i) {
        boolean title = awaitsValue() && fields.last().states(Property.TITLE);
        return !title && furniture.ofLine(lines.line(i)).isPresent();
    }

    private boolean accepts(int i) {
        Field last = fields.last();
        if (awaitsValue()) {
            return true;
        }
        int length = lines.line(i).length();
        if (last.isPrivate()) {
            return (length <= LONGEST_CONTACT && !lines.isSentence(i)) || labelAhead.from(i + 1);
        }
        return last.label()
                .map(label -> label.states().form() == Property.Form.PROSE
                        || (label.states().isList()
                                && (colons || label.states().isSection())
                                && length <= LONGEST_LIST_ENTRY
                                && (!lines.isSentence(i) || labelAhead.from(i + 1))))
                .orElseGet(() -> labelAhead.from(i + 1));
    }

    private boolean awaitsValue() {
        return fields.awaitsValue();
    }

    /**
     * Whether the block goes on after a blank line: with a label not seen yet, whose value stands alone, or with one
     * nobody knows that such a label follows.
     */
    private boolean resumes(int i) {
        if (!lines.isLabel(i)) {
            return lines.looksLikeLabel(i) && !lines.isBlankOrEnd(i + 1) && newLabelBelow(i + 1);
        }
        Property property = lines.known(i).orElseThrow().states();
        boolean section = property.form() == Property.Form.PROSE || (property.isSection() && !colons);
        if (section || isSeen(i)) {
            return false;
        }
        if (lines.isBlankOrEnd(i + 1)) {
            int next = lines.nextText(i + 1);
            return next < lines.count() && (lines.isLabel(next) || spaced);
        }
        return lines.known(i + 1).isPresent()
                || (lines.line(i + 1).length() <= LONGEST_LIST_ENTRY
                        && (lines.isBlankOrEnd(i + 2)
                                || lines.known(i + 2).isPresent()
                                || lines.looksLikeLabel(i + 2)));
    }

    private boolean isSeen(int i) {
        return seen.contains(LabelBook.normal(lines.line(i)));
    }

    private boolean newLabelBelow(int from) {
        for (int i = from; i <= from + 1 && !lines.isBlankOrEnd(i); i++) {
            if (lines.isLabel(i)) {
                return !isSeen(i);
            }
        }
        return false;
    }

    /** Whether the value of the last label stands here, below a blank line: another label follows, or did so before. */
    private boolean isSpacedValue(int i) {
        if (!awaitsValue()
                || lines.line(i).length() > LONGEST_LIST_ENTRY
                || lines.known(i).isPresent()) {
            return false;
        }
        int next = lines.nextText(i + 1);
        boolean label = next < lines.count() && lines.isLabel(next) && next > i + 1;
        boolean value = label || (spaced && lines.isBlankOrEnd(i + 1) && !lines.isSentence(i));
        spaced |= value;
        return value;
    }
}
