package se.fondgraf.rdf;

import org.apache.jena.graph.Node;
import se.fondgraf.page.ProjectRecord;
import se.fondgraf.page.Statement;
import se.fondgraf.resolve.Verdict;

/**
 * One statement of a page that names a body.
 *
 * @param participation the IRI that all mentions of this name in this role share
 */
record Mention(Role role, ProjectRecord capture, Statement statement, Verdict verdict, Node participation) {
    /** The slug of the body it means. */
    String slug() {
        return verdict.body().slug();
    }

    String name() {
        return statement.asWritten();
    }
}
