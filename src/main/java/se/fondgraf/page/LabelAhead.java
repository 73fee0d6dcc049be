package se.fondgraf.page;

import java.util.List;
import java.util.function.IntPredicate;
import se.fondgraf.name.Spaces;

/**
 * Answers whether a label follows before the next blank line. Remembers the last answer, so that asking for each line
 * of a long paragraph in turn costs no more than the paragraph's length.
 */
final class LabelAhead {
    private final List<String> lines;
    private final IntPredicate isLabel;
    private int from = 0;
    private int stop = -1;
    private boolean found;

    LabelAhead(List<String> lines, IntPredicate isLabel) {
        this.lines = lines;
        this.isLabel = isLabel;
    }

    /** Whether that line or one after it, up to the next blank one, is a label. */
    boolean from(int line) {
        if (line < from || line > stop) {
            from = line;
            stop = line;
            found = false;
            while (stop < lines.size() && !Spaces.isBlank(lines.get(stop)) && !found) {
                found = isLabel.test(stop);
                stop += found ? 0 : 1;
            }
        }
        return found;
    }
}
