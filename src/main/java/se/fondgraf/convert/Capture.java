package se.fondgraf.convert;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import se.fondgraf.page.Layout;
import se.fondgraf.resolve.Programmes;
import se.fondgraf.resolve.ProjectKey;
import se.fondgraf.resolve.ProjectMentions;

/**
 * What is held of a page for the whole run.
 *
 * @param place where all of it was written aside
 * @param digest of everything that the page states, address and owner's domain included
 * @param valueCount by which captures of one project are ordered
 * @param titleKey the normal title, by which captures with and without number are compared
 * @param ownerKey the normal name of the owner
 */
record Capture(
        Spill.Place place,
        ProjectKey project,
        Layout layout,
        String sha256,
        String digest,
        Optional<String> address,
        long valueCount,
        ProjectMentions mentions,
        List<Programmes.Identified> programmes,
        String titleKey,
        String ownerKey,
        Optional<String> start) {
    /** The one to believe first: the later layout, then more values, then the page with the larger name. */
    static final Comparator<Capture> BEST_FIRST = Comparator.comparing(Capture::layout)
            .thenComparingLong(Capture::valueCount)
            .thenComparing(Capture::sha256)
            .reversed();

    /** Of captures of the same text one is kept: with an address, with the owner's domain, and else any fixed one. */
    private static final Comparator<Capture> OF_ONE_TEXT = Comparator.comparing(
                    (Capture capture) -> capture.address().isEmpty())
            .thenComparing(capture -> capture.address().orElse(""))
            .thenComparing(capture -> capture.mentions().domain().isEmpty())
            .thenComparing(capture -> capture.mentions().domain().orElse(""))
            .thenComparing(Capture::digest);

    /** The captures of one project, each text once, best first, whatever the order they come in. */
    static List<Capture> distinct(List<Capture> captures) {
        if (captures.size() == 1) {
            return captures;
        }
        Map<String, Capture> byText = new TreeMap<>();
        captures.forEach(capture ->
                byText.merge(capture.sha256(), capture, (a, b) -> OF_ONE_TEXT.compare(a, b) <= 0 ? a : b));
        return byText.values().stream().sorted(BEST_FIRST).toList();
    }
}
