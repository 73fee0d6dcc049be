package se.fondgraf.page;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import se.fondgraf.name.Spaces;

/** Marks the furniture around the label block and the body, line by line. */
final class Surroundings {
    private static final LineUse OPEN = LineUse.unmapped("text");
    private static final String BANNER = "cookie-banner";

    private final Furniture furniture;
    private final List<String> lines;
    private final LineUse[] uses;

    Surroundings(Furniture furniture, List<String> lines) {
        this.furniture = furniture;
        this.lines = lines;
        this.uses = new LineUse[lines.size()];
        Arrays.setAll(uses, i -> Spaces.isBlank(lines.get(i)) ? LineUse.BLANK : OPEN);
    }

    /** What is known so far; the caller's to complete. */
    LineUse[] uses() {
        return uses;
    }

    /** Whether nothing is known of that line yet. */
    boolean isOpen(int line) {
        return uses[line].equals(OPEN);
    }

    void mark(int line, String rule) {
        uses[line] = LineUse.furniture(rule);
    }

    /** Marks a line that is furniture by itself; whether it is. */
    boolean markLine(int line) {
        Optional<String> rule = furniture.ofLine(lines.get(line));
        rule.ifPresent(name -> mark(line, name));
        return rule.isPresent();
    }

    /** Marks the furniture before that line, lead rules apart: those are for lines that are not the title. */
    void markBefore(int end) {
        for (int i = 0; i < end; i++) {
            if (isOpen(i)) {
                markAt(i, end);
            }
        }
    }

    /** Marks furniture between the labels and the body; the body's first line. */
    int markFrom(int from) {
        int i = from;
        while (i < lines.size() && (!isOpen(i) || markAt(i, lines.size()))) {
            i++;
        }
        return i;
    }

    private boolean markAt(int i, int end) {
        int next = i + 1;
        while (next < end && Spaces.isBlank(lines.get(next))) {
            next++;
        }
        return (next < end && markPair(i, next)) || markLine(i);
    }

    private boolean markPair(int first, int second) {
        Optional<String> pair = furniture.ofPair(lines.get(first), lines.get(second));
        pair.ifPresent(rule -> {
            mark(first, rule);
            mark(second, rule);
        });
        return pair.isPresent();
    }

    /** Marks furniture at the foot of the page; the line after the body's last. */
    int markFoot(int bodyStart) {
        int end = lines.size();
        for (int i = lines.size() - 1; i >= bodyStart; i--) {
            if (isOpen(i)) {
                int above = textBefore(i, bodyStart);
                if (!(above >= bodyStart && markPair(above, i)) && !markLine(i)) {
                    break;
                }
            }
            end = i;
        }
        return end;
    }

    private int textBefore(int line, int first) {
        int i = line - 1;
        while (i >= first && Spaces.isBlank(lines.get(i))) {
            i--;
        }
        return i;
    }

    /**
     * The link {@code Lär dig mer} as the last thing before that line, where it does not belong to the cookie banner.
     */
    Optional<Integer> looseLink(int end) {
        int link = textBefore(end, 0);
        if (link < 0 || !uses[link].detail().equals("read-more")) {
            return Optional.empty();
        }
        int above = textBefore(link, 0);
        return above >= 0 && uses[above].detail().equals(BANNER) ? Optional.empty() : Optional.of(link);
    }
}
