package se.fondgraf.dump;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import se.fondgraf.publish.LineOrder;
import se.fondgraf.publish.QuadReader;

/** All that the core states about one subject. */
final class Thing {
    private final Node subject;
    private final Map<Node, List<Node>> values = new TreeMap<>(java.util.Comparator.comparing(Node::getURI));

    private Thing(Node subject) {
        this.subject = subject;
    }

    /** The things of sorted triples, one after the other. */
    static Iterator<Thing> all(Iterator<byte[]> lines) {
        QuadReader reader = new QuadReader(LineOrder.GRAPH_LAST);
        return new Iterator<>() {
            private Optional<Triple> next = read();

            private Optional<Triple> read() {
                return lines.hasNext() ? Optional.of(reader.read(lines.next()).asTriple()) : Optional.empty();
            }

            @Override
            public boolean hasNext() {
                return next.isPresent();
            }

            @Override
            public Thing next() {
                Thing thing =
                        new Thing(next.orElseThrow(NoSuchElementException::new).getSubject());
                while (next.filter(triple -> triple.getSubject().equals(thing.subject))
                        .isPresent()) {
                    Triple triple = next.get();
                    thing.values
                            .computeIfAbsent(triple.getPredicate(), property -> new ArrayList<>())
                            .add(triple.getObject());
                    next = read();
                }
                return thing;
            }
        };
    }

    String iri() {
        return subject.getURI();
    }

    boolean is(Node type) {
        return nodes(RDF.Nodes.type).contains(type);
    }

    /** The values of a property, sorted as in N-Triples. */
    List<Node> nodes(Node property) {
        return values.getOrDefault(property, List.of());
    }

    /** The values as texts: IRIs and lexical forms. */
    List<String> texts(Node property) {
        return nodes(property).stream()
                .map(node -> node.isURI() ? node.getURI() : node.getLiteralLexicalForm())
                .toList();
    }

    /** The first value as a text; empty when there is none. */
    String text(Node property) {
        List<String> texts = texts(property);
        return texts.isEmpty() ? "" : texts.getFirst();
    }

    /** The Swedish value, else the first. */
    String swedish(Node property) {
        return nodes(property).stream()
                .filter(node -> node.isLiteral() && node.getLiteralLanguage().equals("sv"))
                .map(Node::getLiteralLexicalForm)
                .findFirst()
                .orElseGet(() -> text(property));
    }
}
