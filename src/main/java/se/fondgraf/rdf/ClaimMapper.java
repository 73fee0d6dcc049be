package se.fondgraf.rdf;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import se.fondgraf.page.ProjectRecord;
import se.fondgraf.page.Statement;

/**
 * States the claims of one project: for every value read from a page, the line it came from and whether it is asserted.
 */
final class ClaimMapper {
    private final Iris iris;
    private final Project project;
    private final Triples triples;
    private final Node subject;
    private final Map<Node, Integer> used;

    ClaimMapper(Iris iris, Project project, Triples triples) {
        this(iris, project, triples, iris.project(project.slug()), new HashMap<>());
    }

    private ClaimMapper(Iris iris, Project project, Triples triples, Node subject, Map<Node, Integer> used) {
        this.iris = iris;
        this.project = project;
        this.triples = triples;
        this.subject = subject;
        this.used = used;
    }

    /** States claims about something else than the project. */
    ClaimMapper about(Node other) {
        return new ClaimMapper(iris, project, triples, other, used);
    }

    /**
     * States one claim.
     *
     * @param value empty for running text and for text that could not be read as a value
     */
    void add(ProjectRecord capture, Statement statement, Node property, Optional<Node> value, boolean asserted) {
        Node claim = claim(capture, statement);
        triples.type(claim, Fg.Claim);
        triples.add(claim, Fg.ABOUT, subject);
        triples.add(claim, Fg.PROPERTY, property);
        value.ifPresent(node -> triples.add(claim, Fg.VALUE, node));
        if (!statement.asWritten().isEmpty()) {
            triples.add(claim, Fg.AS_WRITTEN, Triples.plain(statement.asWritten()));
        }
        triples.add(claim, Fg.ASSERTED, Triples.truth(asserted));
        triples.add(claim, Vocabulary.DERIVED_FROM, iris.lines(project.slug(), capture.page8(), statement.lines()));
    }

    /**
     * A line that states one property several times, as a list of places may, has its claims numbered from the second
     * on.
     */
    private Node claim(ProjectRecord capture, Statement statement) {
        String path = statement.lines().first() + "-" + statement.property().key();
        Node claim = iris.claim(project.slug(), capture.page8(), path);
        int count = used.merge(claim, 1, Integer::sum);
        return count == 1 ? claim : iris.claim(project.slug(), capture.page8(), path + "-" + count);
    }
}
