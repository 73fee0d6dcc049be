package se.fondgraf.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
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

    private static final Pattern INDENTED_BULLET = Pattern.compile("[\\s\\u00A0]+[•·▪◦●○■‣*–-][\\s\\u00A0]*\\S.*");
    private static final Pattern BULLET = Pattern.compile("[\\s\\u00A0]*[•·▪◦●○■‣*–-][\\s\\u00A0]*\\S.*");
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
        return BULLET.matcher(line).matches();
    }

    static boolean isIndentedBullet(String line) {
        return INDENTED_BULLET.matcher(line).matches();
    }

    /** The headings, in the order of the page. */
    List<Heading> find() {
        List<Heading> texts = candidates(true);
        List<Heading> chosen = new ArrayList<>();
        for (Heading candidate : texts) {
            if (best(candidate.property(), texts).equals(candidate)) {
                chosen.add(candidate);
            }
        }
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
        return line.length() > 80
                ? Optional.empty()
                : labels.named(line).map(LabelBook.Label::states).filter(Property::isSection);
    }

    /**
     * Of the lines that could be this heading, the one with the fewest neighbours out of the template's order; the
     * first of equals.
     */
    private static Heading best(Property property, List<Heading> all) {
        Heading best = null;
        long fewest = Long.MAX_VALUE;
        for (Heading candidate : all) {
            if (candidate.property() == property) {
                long misplaced = all.stream()
                        .filter(other -> other.property() != property && isOnly(other, all))
                        .filter(other -> (other.line() < candidate.line())
                                != (other.property().compareTo(property) < 0))
                        .count();
                if (misplaced < fewest) {
                    fewest = misplaced;
                    best = candidate;
                }
            }
        }
        return java.util.Objects.requireNonNull(best);
    }

    private static boolean isOnly(Heading heading, List<Heading> all) {
        return all.stream()
                        .filter(other -> other.property() == heading.property())
                        .count()
                == 1;
    }

    /** List headings: those over indented bullets anywhere; others only where nothing but lists follows. */
    private List<Heading> lists(int lastText) {
        List<Heading> chosen = new ArrayList<>();
        List<Heading> all = candidates(false);
        for (Heading heading : all) {
            boolean bulleted = isFollowedByIndentedBullet(heading);
            boolean tail = heading.line() > lastText && isBare(heading, all);
            boolean rival = all.stream()
                    .anyMatch(other -> !other.equals(heading)
                            && other.property() == heading.property()
                            && other.line() > lastText
                            && isFollowedByIndentedBullet(other));
            if (bulleted ? heading.line() > lastText || !rival : tail && !rival) {
                chosen.add(heading);
            }
        }
        return chosen;
    }

    private boolean isFollowedByIndentedBullet(Heading heading) {
        int next = nextText(heading.line() + 1);
        return next < lines.size() && isIndentedBullet(lines.get(next));
    }

    /** Whether what follows, up to the next list heading, can be a list without bullets, or is empty. */
    private boolean isBare(Heading heading, List<Heading> all) {
        for (int i = heading.line() + 1; i < lines.size(); i++) {
            int line = i;
            String text = Spaces.strip(lines.get(i));
            if (all.stream().anyMatch(other -> other.line() == line)) {
                return true;
            }
            if (!isBullet(lines.get(i)) && (text.length() > LONGEST_BARE_ENTRY || text.endsWith("."))) {
                return false;
            }
        }
        return true;
    }

    private int nextText(int from) {
        int i = from;
        while (isBlank(i) && i < lines.size()) {
            i++;
        }
        return i;
    }

    private boolean isBlank(int i) {
        return i < start || i >= lines.size() || Spaces.isBlank(lines.get(i));
    }
}
