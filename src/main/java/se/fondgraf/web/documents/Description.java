package se.fondgraf.web.documents;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;

/**
 * All that a document says.
 *
 * @param name of the document
 * @param thing that it is about
 * @param document its own IRI
 * @param graph every statement, those about the document among them
 * @param labels of everything that is mentioned, properties too
 * @param shortfalls the links to the thing that are too many to be held
 * @param query that gives the statements about the thing; put together when it is asked for
 */
record Description(
        String name,
        Node thing,
        Node document,
        SortedGraph graph,
        Labels labels,
        List<Shortfall> shortfalls,
        Supplier<String> query) {
    Description {
        shortfalls = List.copyOf(shortfalls);
    }

    /**
     * Links of one kind of which only the first are held.
     *
     * @param property of the links
     * @param held how many the document holds
     * @param all how many there are
     * @param query that gives them all
     */
    record Shortfall(Node property, long held, long all, String query) {}

    /** The classes of the thing. */
    List<Node> types() {
        return graph.values(thing, RDF.Nodes.type);
    }

    /** What took the thing's place, when it was found to be the same as something else. */
    Optional<Node> successor() {
        return graph.values(thing, DCTerms.isReplacedBy.asNode()).stream().findFirst();
    }
}
