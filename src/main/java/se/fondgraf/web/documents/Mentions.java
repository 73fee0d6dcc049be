package se.fondgraf.web.documents;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** What statements about a thing mention that may have a name in the data: other things, and properties and classes. */
final class Mentions {
    private final Places places;
    private final Set<Node> things = new HashSet<>();
    private final Set<Node> terms = new HashSet<>();
    private final Set<Node> nameless = new HashSet<>();

    Mentions(Places places, Node thing, Collection<Triple> statements) {
        this.places = places;
        for (Triple triple : statements) {
            mention(triple.getSubject(), things);
            mention(triple.getPredicate(), terms);
            mention(triple.getObject(), things);
        }
        things.remove(thing);
        terms.removeAll(things);
    }

    private void mention(Node node, Set<Node> as) {
        if (node.isURI() && !as.contains(node) && !nameless.contains(node)) {
            (isNamed(node.getURI()) ? as : nameless).add(node);
        }
    }

    /** Lines of pages and values of the web at large have no name here. */
    private boolean isNamed(String iri) {
        return iri.startsWith(Terms.FG)
                || (iri.indexOf('#') < 0 && places.path(iri).isPresent());
    }

    /** Subjects and objects but the thing itself. */
    Set<Node> things() {
        return things;
    }

    /** Predicates that are nothing else. */
    Set<Node> terms() {
        return terms;
    }
}
