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
            Pattern.compile("[\\s\\p{Z}]*(\\d{4}[/-]\\d{4,6}|\\d{2}-\\d{3}-[A-Za-zÅÄÖ]\\d{1,3})"
                    + "[\\s\\p{Z}]+[-–—][\\s\\p{Z}]+(\\S.*)");

    private static final int LONGEST_LABEL = 60;

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
        Surroundings around = new Surroundings(furniture, lines);
        Optional<Piece> title = new TitleFinder(labels, privateLabels, furniture, lines, around).find(header);
        int bodyStart = around.markFrom(header.end());
        int bodyEnd = around.markFoot(bodyStart);
        List<Section> sections = Body.divide(labels, lines.subList(0, bodyEnd), bodyStart);
        LineUse[] uses = around.uses();
        markLabels(header, uses);
        for (Section section : sections) {
            if (section.heading() >= 0) {
                uses[section.heading()] = LineUse.HEADING;
            }
        }
        List<Integer> strays = new ArrayList<>();
        for (int i : header.surplus()) {
            if (!around.markLine(i)) {
                strays.add(i);
            }
        }
        for (int i = 0; i < header.first(); i++) {
            int line = i;
            if (around.isOpen(i) && title.filter(piece -> piece.line() == line).isEmpty()) {
                strays.add(i);
            }
        }
        strays.sort(null);
        return new Outline(layout(header), title, header, sections, Arrays.asList(uses), strays);
    }

    private Header header(List<String> lines) throws RejectedPageException {
        GluedHeader glued = new GluedHeader(labels, privateLabels, furniture, lines);
        OptionalInt gluedAt = glued.find();
        OptionalInt pairedAt = PairedHeader.find(labels, lines);
        if (gluedAt.isEmpty() && pairedAt.isEmpty()) {
            throw new RejectedPageException(
                    0, "no block of known labels was found; it is not a project page of a known layout");
        }
        return pairedAt.orElse(Integer.MAX_VALUE) < gluedAt.orElse(Integer.MAX_VALUE)
                ? PairedHeader.parse(
                        labels, privateLabels, furniture, lines, start(lines, pairedAt.getAsInt()), pairedAt.getAsInt())
                : glued.parse(startOfParagraphs(lines, start(lines, gluedAt.getAsInt()), glued));
    }

    /**
     * The first line of the block that has its first known label there. Labels nobody knows may stand before it in the
     * same paragraph: all of them when the title stands above, else those that are labels to the eye.
     */
    private int start(List<String> lines, int known) {
        int top = known;
        while (top > 0 && !Spaces.isBlank(lines.get(top - 1)) && !isNumberedTitle(lines.get(top - 1))) {
            top--;
        }
        if (top < known && ((top > 0 && isNumberedTitle(lines.get(top - 1))) || isTitled(lines, top))) {
            return top;
        }
        while (top < known && !looksLikeLabel(lines.get(top))) {
            top++;
        }
        return top;
    }

    /** The first line of the paragraphs of nothing but labels above that line, the title apart. */
    private int startOfParagraphs(List<String> lines, int start, GluedHeader glued) {
        int top = start;
        for (int i = start - 1; i >= 0 && (Spaces.isBlank(lines.get(i)) || glued.beginsField(i)); i--) {
            boolean begins = !Spaces.isBlank(lines.get(i)) && (i == 0 || Spaces.isBlank(lines.get(i - 1)));
            top = begins && isTitled(lines, i) ? i : top;
        }
        return top;
    }

    /** Whether something that may be a title stands before that line. */
    private boolean isTitled(List<String> lines, int end) {
        Surroundings around = new Surroundings(furniture, lines);
        around.markBefore(end);
        for (int i = 0; i < end; i++) {
            if (around.isOpen(i) && furniture.ofLead(lines.get(i)).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private boolean looksLikeLabel(String line) {
        String text = Spaces.strip(line);
        return text.endsWith(":")
                || text.equals(Masker.CONTACT)
                || privateLabels.leads(line)
                || (text.length() <= LONGEST_LABEL && privateLabels.speaksOf(text));
    }

    static boolean isNumberedTitle(String line) {
        return NUMBERED_TITLE.matcher(line).matches();
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

    private static void markLabels(Header header, LineUse[] uses) {
        for (Field field : header.fields()) {
            boolean alone = field.pieces().stream().noneMatch(piece -> piece.line() == field.labelLine());
            if (alone) {
                uses[field.labelLine()] = field.pieces().isEmpty() ? LineUse.EMPTY_VALUE : LineUse.LABEL;
            }
        }
    }
}
