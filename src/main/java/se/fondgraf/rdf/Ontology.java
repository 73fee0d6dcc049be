package se.fondgraf.rdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;

/** The published ontology and code lists, which travel in the core of every dataset. */
public final class Ontology {
    private static final String IRI = "https://w3id.org/fondgraf/ontology";

    private final Graph terms = read("fondgraf.ttl");
    private final Graph codes = read("codes.ttl");

    /** The code lists. */
    public Graph codes() {
        return codes;
    }

    /** When the ontology last changed. */
    public LocalDate modified() {
        return terms.stream(NodeFactory.createURI(IRI), DCTerms.modified.asNode(), Node.ANY)
                .map(triple -> LocalDate.parse(triple.getObject().getLiteralLexicalForm()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the ontology does not say when it changed"));
    }

    /** States both. */
    public void map(Consumer<Quad> out) {
        for (Graph graph : new Graph[] {terms, codes}) {
            graph.find().forEachRemaining(triple -> out.accept(Quad.create(Quad.defaultGraphNodeGenerated, triple)));
        }
    }

    private static Graph read(String name) {
        try (InputStream stream = Ontology.class.getResourceAsStream("/ontology/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("ontology/" + name + " is missing");
            }
            Graph graph = GraphFactory.createDefaultGraph();
            RDFParser.source(stream).lang(Lang.TURTLE).parse(graph);
            return graph;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
