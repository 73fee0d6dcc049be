package se.fondgraf.rdf;

import org.apache.jena.graph.Node;
import se.fondgraf.page.ProjectRecord;
import se.fondgraf.page.Statement;
import se.fondgraf.resolve.Identity;

/**
 * One statement of a page that names a body.
 *
 * @param participation the IRI that all mentions of this name in this role share
 */
record Mention(Role role, ProjectRecord capture, Statement statement, Identity identity, Node participation) {
    String name() {
        return statement.asWritten();
    }
}
