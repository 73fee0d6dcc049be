package se.fondgraf.web.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OWL;

/** The ontology as it is published: a file of the jar, with its comments, and the same as a graph. */
final class OntologyFiles {
    static final Node ONTOLOGY = NodeFactory.createURI(Places.FIXED + "ontology");

    private final byte[] turtle = read("fondgraf.ttl");
    private final byte[] shapes = read("shapes.ttl");
    private final byte[] context = read("context.jsonld");
    private Optional<SortedGraph> graph = Optional.empty();

    private static byte[] read(String name) {
        try (InputStream in = OntologyFiles.class.getResourceAsStream("/ontology/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks ontology/" + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SortedGraph parse(byte[] turtle) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.source(new ByteArrayInputStream(turtle)).lang(Lang.TURTLE).parse(graph);
        return SortedGraph.of(graph);
    }

    byte[] turtle() {
        return turtle.clone();
    }

    byte[] shapes() {
        return shapes.clone();
    }

    byte[] context() {
        return context.clone();
    }

    /** It is read when it is first asked for. */
    synchronized SortedGraph graph() {
        SortedGraph read = graph.orElseGet(() -> parse(turtle));
        graph = Optional.of(read);
        return read;
    }

    /** The path of the version's own IRI. */
    String versionPath() {
        List<Node> versions = graph().values(ONTOLOGY, OWL.versionIRI.asNode());
        return versions.getFirst().getURI().substring(Places.FIXED.length() - 1);
    }
}
