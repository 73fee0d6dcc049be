package se.fondgraf.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.fondgraf.name.Spaces;

/** Divides what follows the label block into texts and lists. */
final class Body {
    /** The number of an entry. */
    private static final Pattern NUMBER = Pattern.compile("[\\s\\p{Z}]{0,20}\\d{1,2}[.)][\\s\\p{Z}]{1,20}(?=\\p{L})");

    private final List<String> lines;
    private final List<Section> sections = new ArrayList<>();

    private Body(List<String> lines) {
        this.lines = lines;
    }

    /**
     * The sections from that line on, in the order of the page.
     *
     * @param lines the lines up to the furniture at the foot
     */
    static List<Section> divide(LabelBook labels, List<String> lines, int start) {
        Body body = new Body(lines);
        List<Headings.Heading> headings = new Headings(labels, lines, start).find();
        body.addProse(
                Property.DESCRIPTION,
                -1,
                start,
                headings.isEmpty() ? lines.size() : headings.getFirst().line());
        for (int h = 0; h < headings.size(); h++) {
            Headings.Heading heading = headings.get(h);
            int end = h + 1 < headings.size() ? headings.get(h + 1).line() : lines.size();
            if (heading.property().form() == Property.Form.PROSE) {
                body.addProse(heading.property(), heading.line(), heading.line() + 1, end);
            } else {
                body.addList(heading, end);
            }
        }
        return body.sections;
    }

    /** Where the text of a line begins, after its bullet if it has one. */
    static int afterBullet(String line) {
        int i = Spaces.indent(line) + (Headings.isBullet(line) ? 1 : 0);
        while (i < line.length() && Spaces.isSpace(line.charAt(i))) {
            i++;
        }
        return i;
    }

    private static int entryStart(String line) {
        Matcher number = NUMBER.matcher(line);
        return number.lookingAt() ? number.end() : afterBullet(line);
    }

    private void addProse(Property property, int heading, int from, int to) {
        int first = from;
        int end = to;
        while (first < end && Spaces.isBlank(lines.get(first))) {
            first++;
        }
        while (end > first && Spaces.isBlank(lines.get(end - 1))) {
            end--;
        }
        if (first < end || heading >= 0) {
            sections.add(new Section.Prose(property, heading, first, end));
        }
    }

    private void addList(Headings.Heading heading, int end) {
        List<List<Piece>> items = new ArrayList<>();
        boolean bulleted = false;
        int i = heading.line() + 1;
        for (; i < end; i++) {
            String line = lines.get(i);
            boolean bullet = Headings.isBullet(line) || NUMBER.matcher(line).lookingAt();
            if (Spaces.isBlank(line)) {
                continue;
            }
            if (bullet || !bulleted) {
                items.add(new ArrayList<>(List.of(new Piece(i, entryStart(line)))));
            } else if (isWrapped(i, end)) {
                items.getLast().add(new Piece(i, Spaces.indent(line)));
            } else {
                break;
            }
            bulleted |= bullet;
        }
        sections.add(new Section.Entries(
                heading.property(),
                heading.line(),
                items.stream().map(List::copyOf).toList()));
        addProse(Property.DESCRIPTION, -1, i, end);
    }

    /** Whether the line carries on the entry above: it is indented, or the list goes on right below it. */
    private boolean isWrapped(int i, int end) {
        return !Spaces.isBlank(lines.get(i - 1))
                && (Spaces.indent(lines.get(i)) > 0 || (i + 1 < end && Headings.isBullet(lines.get(i + 1))));
    }
}
