package se.fondgraf.page;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.fondgraf.name.Spaces;

/**
 * Tells the headings of a body from lines of running text that look like them.
 *
 * <p>A heading stands alone between blank lines. Running text does that too, so a name that occurs more than once is a
 * heading where the order of the template fits best; and a list heading must be followed by a list.
 */
final class Headings {
    /** A heading of a body: its line index and what stands under it. */
    record Heading(int line, Property property) {}

    private static final String BULLETS = "•·▪◦●○■‣⁃\uF0B7*–-";
    private static final int LONGEST_HEADING = 80;
    private static final int LONGEST_BARE_ENTRY = 150;

    private final LabelBook labels;
    private final List<String> lines;
    private final int start;

    Headings(LabelBook labels, List<String> lines, int start) {
        this.labels = labels;
        this.lines = lines;
        this.start = start;
    }

    static boolean isBullet(String line) {
        int indent = Spaces.indent(line);
        return indent < line.length() && BULLETS.indexOf(line.charAt(indent)) >= 0;
    }

    static boolean isIndentedBullet(String line) {
        return Spaces.indent(line) > 0 && isBullet(line);
    }

    /** The headings, in the order of the page. */
    List<Heading> find() {
        List<Heading> chosen = texts();
        int lastText = chosen.isEmpty() ? start : chosen.getLast().line();
        chosen.addAll(lists(lastText));
        chosen.sort((a, b) -> Integer.compare(a.line(), b.line()));
        return chosen;
    }

    private List<Heading> candidates(boolean prose) {
        List<Heading> found = new ArrayList<>();
        for (int i = start; i < lines.size(); i++) {
            Optional<Property> property = section(i);
            if (property.isPresent()
                    && (property.get().form() == Property.Form.PROSE) == prose
                    && isBlank(i - 1)
                    && (!prose || isBlank(i + 1))) {
                found.add(new Heading(i, property.get()));
            }
        }
        return found;
    }

    private Optional<Property> section(int i) {
        String line = lines.get(i);
        return line.length() > LONGEST_HEADING
                ? Optional.empty()
                : labels.named(line).map(LabelBook.Label::states).filter(Property::isSection);
    }

    /**
     * Headings of texts. Of the lines that could be one heading, the one with the fewest neighbours out of the
     * template's order; the first of equals. Neighbours are the headings that only one line could be.
     */
    private List<Heading> texts() {
        List<Heading> all = candidates(true);
        Map<Property, Long> counts = all.stream()
                .collect(Collectors.groupingBy(
                        Heading::property, () -> new EnumMap<>(Property.class), Collectors.counting()));
        List<Heading> only = all.stream()
                .filter(heading -> counts.getOrDefault(heading.property(), 0L) == 1)
                .toList();
        Map<Property, Heading> best = new EnumMap<>(Property.class);
        for (Heading heading : all) {
            best.merge(heading.property(), heading, (a, b) -> misplaced(b, only) < misplaced(a, only) ? b : a);
        }
        return best.values().stream()
                .sorted((a, b) -> Integer.compare(a.line(), b.line()))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static long misplaced(Heading candidate, List<Heading> only) {
        return only.stream()
                .filter(other -> other.property() != candidate.property())
                .filter(other ->
                        (other.line() < candidate.line()) != (other.property().compareTo(candidate.property()) < 0))
                .count();
    }

    /**
     * Headings of lists: those over indented bullets; others only after the texts, where nothing but lists follows, and
     * on a page with indented lists only after the first of them, or when empty.
     */
    private List<Heading> lists(int lastText) {
        List<Heading> all = candidates(false);
        Set<Property> indentedBelow = EnumSet.noneOf(Property.class);
        int firstIndented = Integer.MAX_VALUE;
        for (Heading heading : all) {
            if (heading.line() > lastText && isFollowedByIndentedBullet(heading)) {
                indentedBelow.add(heading.property());
                firstIndented = Math.min(firstIndented, heading.line());
            }
        }
        List<Heading> chosen = new ArrayList<>();
        for (int h = 0; h < all.size(); h++) {
            Heading heading = all.get(h);
            int end = h + 1 < all.size() ? all.get(h + 1).line() : lines.size();
            boolean below = heading.line() > lastText;
            boolean rival = indentedBelow.contains(heading.property());
            boolean inLists = firstIndented == Integer.MAX_VALUE || heading.line() > firstIndented;
            boolean isList = isFollowedByIndentedBullet(heading)
                    ? below || !rival
                    : below && !rival && (inLists ? isBare(heading, end) : isEmpty(heading, end));
            if (isList) {
                chosen.add(heading);
            }
        }
        return chosen;
    }

    private boolean isFollowedByIndentedBullet(Heading heading) {
        int next = nextText(heading.line() + 1);
        return next < lines.size() && isIndentedBullet(lines.get(next));
    }

    private boolean isEmpty(Heading heading, int end) {
        return nextText(heading.line() + 1) >= end;
    }

    /** Whether what follows, up to the next list heading, can be a list without bullets, or is empty. */
    private boolean isBare(Heading heading, int end) {
        for (int i = heading.line() + 1; i < end; i++) {
            String text = Spaces.strip(lines.get(i));
            if (!isBullet(lines.get(i)) && (text.length() > LONGEST_BARE_ENTRY || text.endsWith("."))) {
                return false;
            }
        }
        return true;
    }

    private int nextText(int from) {
        int i = from;
        while (i < lines.size() && isBlank(i)) {
            i++;
        }
        return i;
    }

    private boolean isBlank(int i) {
        return i < start || i >= lines.size() || Spaces.isBlank(lines.get(i));
    }
}
