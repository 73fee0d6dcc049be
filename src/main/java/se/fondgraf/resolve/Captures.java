package se.fondgraf.resolve;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.fondgraf.page.ProjectRecord;

/**
 * The captures of one project, the one to believe first: the later layout, then the one with more values, then the one
 * whose page has the larger name.
 */
public final class Captures {
    private static final Comparator<ProjectRecord> BEST_FIRST = Comparator.comparing(ProjectRecord::layout)
            .thenComparingLong(ProjectRecord::valueCount)
            .thenComparing(ProjectRecord::sha256)
            .reversed();

    private Captures() {}

    /** Best first; captures of the same text are one, with the address that sorts first. */
    public static List<ProjectRecord> ordered(List<ProjectRecord> records) {
        Map<String, ProjectRecord> byText = new TreeMap<>();
        for (ProjectRecord record : records) {
            byText.merge(record.sha256(), record, Captures::withSmallerAddress);
        }
        return byText.values().stream().sorted(BEST_FIRST).toList();
    }

    private static ProjectRecord withSmallerAddress(ProjectRecord a, ProjectRecord b) {
        if (a.address().isEmpty() || b.address().isEmpty()) {
            return a.address().isEmpty() ? b : a;
        }
        return a.address().get().compareTo(b.address().get()) <= 0 ? a : b;
    }
}
