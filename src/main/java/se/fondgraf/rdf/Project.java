package se.fondgraf.rdf;

import java.util.List;
import se.fondgraf.page.ProjectRecord;
import se.fondgraf.resolve.Programmes;

/**
 * One project with its captures.
 *
 * @param slug its name in IRIs
 * @param captures at least one, the one to believe first
 */
public record Project(String slug, List<ProjectRecord> captures) {
    public Project {
        captures = List.copyOf(captures);
    }

    /** The programme period of the best capture. */
    String programme() {
        return Programmes.of(captures.getFirst());
    }
}
