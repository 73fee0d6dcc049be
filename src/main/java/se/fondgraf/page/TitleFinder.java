package se.fondgraf.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.fondgraf.name.Spaces;

/** Finds the title before the labels: the last line that is neither furniture nor private; one with a number first. */
final class TitleFinder {
    /** Notices before the title have up to three lines, of which the first tells what it is. */
    private static final int LONGEST_NOTICE = 3;

    private static final int LONGEST_LABEL = 60;

    private final LabelBook labels;
    private final PrivateLabels privateLabels;
    private final Furniture furniture;
    private final List<String> lines;
    private final Surroundings around;

    TitleFinder(
            LabelBook labels,
            PrivateLabels privateLabels,
            Furniture furniture,
            List<String> lines,
            Surroundings around) {
        this.labels = labels;
        this.privateLabels = privateLabels;
        this.furniture = furniture;
        this.lines = lines;
        this.around = around;
    }

    /** Marks the furniture before the block and finds the title. */
    Optional<Piece> find(Header header) {
        around.markBefore(header.first());
        List<Integer> candidates = new ArrayList<>();
        for (int i = 0; i < header.first(); i++) {
            if (around.isOpen(i)) {
                candidates.add(i);
            }
        }
        Optional<Integer> title = title(header, candidates.reversed());
        markNotices(candidates, title.orElse(-1));
        return title.map(line -> new Piece(line, Spaces.indent(lines.get(line))));
    }

    private Optional<Integer> title(Header header, List<Integer> lastFirst) {
        List<Integer> open = lastFirst.stream().filter(i -> !isPrivate(i)).toList();
        return open.stream()
                .filter(i -> Outliner.isNumberedTitle(lines.get(i)))
                .findFirst()
                .or(() -> open.stream()
                        .filter(i -> furniture.ofLead(lines.get(i)).isEmpty())
                        .findFirst())
                .or(() -> open.stream().findFirst())
                .or(() -> isNamed(header) ? Optional.empty() : around.looseLink(header.first()));
    }

    private static boolean isNamed(Header header) {
        return header.fields().stream().anyMatch(field -> field.states(Property.TITLE));
    }

    /** A label that speaks of a person, its value on the same line, or its value below it. */
    private boolean isPrivate(int i) {
        String line = Spaces.strip(lines.get(i));
        return line.equals(Masker.CONTACT) || isPrivateLabel(i) || (i > 0 && isPrivateLabel(i - 1));
    }

    private boolean isPrivateLabel(int i) {
        String line = Spaces.strip(lines.get(i));
        return line.length() <= LONGEST_LABEL
                && (labels.named(line)
                                .filter(label -> label.states() == Property.CONTACT)
                                .isPresent()
                        || (line.endsWith(":") && privateLabels.speaksOf(line)));
    }

    /** A notice is furniture with the lines below it, up to three in all, the title and other furniture apart. */
    private void markNotices(List<Integer> candidates, int title) {
        for (int c = 0; c < candidates.size(); c++) {
            Optional<String> rule = furniture.ofLead(lines.get(candidates.get(c)));
            if (rule.isEmpty() || candidates.get(c) == title) {
                continue;
            }
            around.mark(candidates.get(c), rule.get());
            for (int more = 1; more < LONGEST_NOTICE && c + 1 < candidates.size(); more++) {
                int next = candidates.get(c + 1);
                if (next == title || !rule.get().endsWith("-notice") || isInterrupted(candidates.get(c), next)) {
                    break;
                }
                around.mark(next, rule.get());
                c++;
            }
        }
    }

    private boolean isInterrupted(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (!Spaces.isBlank(lines.get(i))) {
                return true;
            }
        }
        return false;
    }
}
