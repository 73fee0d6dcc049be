package se.fondgraf.convert;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds captures with and without number that may be of one project. They are never merged by themselves: a person is
 * to look at them.
 */
final class Pairs {
    private final Map<String, List<Capture>> numbered = new HashMap<>();
    private final List<Capture> unnumbered = new ArrayList<>();

    Pairs(Collection<List<Capture>> projects) {
        for (List<Capture> captures : projects) {
            for (Capture capture : captures) {
                if (!capture.project().numbered()) {
                    unnumbered.add(capture);
                } else if (!capture.titleKey().isEmpty()) {
                    numbered.computeIfAbsent(capture.titleKey(), title -> new ArrayList<>())
                            .add(capture);
                }
            }
        }
    }

    /**
     * Pairs of the same title with the same owner or the same period: the project with a number, then the one without.
     */
    List<String[]> find() {
        List<String[]> pairs = new ArrayList<>();
        for (Capture one : unnumbered) {
            for (Capture other : numbered.getOrDefault(one.titleKey(), List.of())) {
                boolean sameOwner = !one.ownerKey().isEmpty() && one.ownerKey().equals(other.ownerKey());
                boolean sameStart = one.start().isPresent() && one.start().equals(other.start());
                String[] pair = {other.project().slug(), one.project().slug()};
                boolean told = pairs.stream().anyMatch(earlier -> java.util.Arrays.equals(earlier, pair));
                if ((sameOwner || sameStart) && !told) {
                    pairs.add(
                            new String[] {other.project().slug(), one.project().slug()});
                }
            }
        }
        pairs.sort(Comparator.comparing((String[] pair) -> pair[0]).thenComparing(pair -> pair[1]));
        return pairs;
    }
}
