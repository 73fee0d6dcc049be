package se.fondgraf.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import se.fondgraf.name.Spaces;

/**
 * Recognises a page by its structure alone: label block, title before it, furniture around it, texts and lists after
 * it.
 */
final class Outliner {
    /** The number with which titles begin from layout C on. */
    static final Pattern NUMBERED_TITLE =
            Pattern.compile("\\s*(\\d{4}[/-]\\d{4,6}|\\d{2}-\\d{3}-[A-Za-zÅÄÖ]\\d{1,3})\\s+[-–—]\\s+(\\S.*)");

    private static final LineUse OPEN = LineUse.unmapped("text");

    private final LabelBook labels;
    private final PrivateLabels privateLabels;
    private final Furniture furniture;

    Outliner(LabelBook labels, PrivateLabels privateLabels, Furniture furniture) {
        this.labels = labels;
        this.privateLabels = privateLabels;
        this.furniture = furniture;
    }

    /** @throws RejectedPageException when no block of known labels is found */
    Outline outline(List<String> lines) throws RejectedPageException {
        Header header = header(lines);
        LineUse[] uses = new LineUse[lines.size()];
        Arrays.setAll(uses, i -> Spaces.isBlank(lines.get(i)) ? LineUse.BLANK : OPEN);
        Optional<Piece> title = lead(lines, header, uses);
        int bodyStart = furnitureAfter(lines, header.end(), uses);
        int bodyEnd = furnitureAtFoot(lines, bodyStart, uses);
        List<Section> sections = Body.divide(labels, lines.subList(0, bodyEnd), bodyStart);
        markLabels(header, uses);
        for (Section section : sections) {
            if (section.heading() >= 0) {
                uses[section.heading()] = LineUse.HEADING;
            }
        }
        List<Integer> strays = new ArrayList<>(header.surplus());
        for (int i = 0; i < header.first(); i++) {
            int line = i;
            if (uses[i].equals(OPEN)
                    && title.filter(piece -> piece.line() == line).isEmpty()) {
                strays.add(i);
            }
        }
        strays.sort(null);
        return new Outline(layout(header), title, header, sections, Arrays.asList(uses), strays);
    }

    private Header header(List<String> lines) throws RejectedPageException {
        GluedHeader glued = new GluedHeader(labels, privateLabels, furniture, lines);
        PairedHeader paired = new PairedHeader(labels, privateLabels, lines);
        OptionalInt gluedAt = glued.find();
        OptionalInt pairedAt = paired.find();
        if (gluedAt.isEmpty() && pairedAt.isEmpty()) {
            throw new RejectedPageException(
                    0, "no block of known labels was found; it is not a project page of a known layout");
        }
        return pairedAt.orElse(Integer.MAX_VALUE) < gluedAt.orElse(Integer.MAX_VALUE)
                ? paired.parse(pairedAt.getAsInt())
                : glued.parse(gluedAt.getAsInt());
    }

    private static Layout layout(Header header) {
        if (header.glued() && !header.colons()) {
            return Layout.A;
        }
        return header.fields().stream()
                .flatMap(field -> field.label().flatMap(LabelBook.Label::marks).stream())
                .max(Layout::compareTo)
                .orElse(header.colons() ? Layout.C : Layout.B);
    }

    /**
     * Marks the furniture before the labels and finds the title: the last line that is none; one with a number goes
     * first.
     */
    private Optional<Piece> lead(List<String> lines, Header header, LineUse[] uses) {
        List<Integer> candidates = new ArrayList<>();
        for (int i = 0; i < header.first(); i++) {
            if (uses[i].equals(OPEN) && !markFurniture(lines, i, header.first(), uses)) {
                candidates.add(i);
            }
        }
        Optional<Integer> title = candidates.reversed().stream()
                .filter(i -> NUMBERED_TITLE.matcher(lines.get(i)).matches())
                .findFirst()
                .or(() -> candidates.reversed().stream()
                        .filter(i -> furniture.ofLead(lines.get(i)).isEmpty())
                        .findFirst())
                .or(() -> candidates.reversed().stream().findFirst())
                .or(() -> titleLikeFurniture(header, uses));
        for (int i : candidates) {
            if (title.filter(line -> line == i).isEmpty()) {
                furniture.ofLead(lines.get(i)).ifPresent(rule -> uses[i] = LineUse.furniture(rule));
            }
        }
        return title.map(line -> new Piece(line, Spaces.indent(lines.get(line))));
    }

    /**
     * A project may be named like furniture ({@code Lär dig mer}): the last such line, if nothing else names the
     * project.
     */
    private static Optional<Integer> titleLikeFurniture(Header header, LineUse[] uses) {
        if (header.fields().stream().anyMatch(field -> field.states(Property.TITLE))) {
            return Optional.empty();
        }
        for (int i = header.first() - 1; i >= 0; i--) {
            if (uses[i].detail().equals("read-more")) {
                return Optional.of(i);
            }
            if (!uses[i].equals(LineUse.BLANK)) {
                break;
            }
        }
        return Optional.empty();
    }

    private boolean markFurniture(List<String> lines, int i, int end, LineUse[] uses) {
        int next = i + 1;
        while (next < end && Spaces.isBlank(lines.get(next))) {
            next++;
        }
        Optional<String> pair = next < end ? furniture.ofPair(lines.get(i), lines.get(next)) : Optional.empty();
        if (pair.isPresent()) {
            uses[i] = LineUse.furniture(pair.get());
            uses[next] = LineUse.furniture(pair.get());
            return true;
        }
        Optional<String> rule = furniture.ofLine(lines.get(i));
        rule.ifPresent(name -> uses[i] = LineUse.furniture(name));
        return rule.isPresent();
    }

    /** Marks furniture between the labels and the body; the body's first line. */
    private int furnitureAfter(List<String> lines, int from, LineUse[] uses) {
        int i = from;
        int body = from;
        while (i < lines.size() && (uses[i].equals(LineUse.BLANK) || markFurniture(lines, i, lines.size(), uses))) {
            i++;
            body = i;
        }
        return body;
    }

    /** Marks furniture at the foot of the page; the line after the body's last. */
    private int furnitureAtFoot(List<String> lines, int bodyStart, LineUse[] uses) {
        int end = lines.size();
        for (int i = lines.size() - 1; i >= bodyStart; i--) {
            if (uses[i].equals(OPEN)) {
                Optional<String> rule = furniture.ofLine(lines.get(i));
                if (rule.isEmpty()) {
                    break;
                }
                uses[i] = LineUse.furniture(rule.get());
            }
            end = i;
        }
        return end;
    }

    private static void markLabels(Header header, LineUse[] uses) {
        for (Field field : header.fields()) {
            boolean alone = field.pieces().stream().noneMatch(piece -> piece.line() == field.labelLine());
            if (alone) {
                uses[field.labelLine()] = field.pieces().isEmpty() ? LineUse.EMPTY_VALUE : LineUse.LABEL;
            }
        }
    }
}
