package se.fondgraf.rdf;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;

/** Which lines of which pages the data says a value was read from. */
public final class Origins {
    private static final Pattern LINES = Pattern.compile("#line=([0-9]{1,9}),([0-9]{1,9})$");

    private final Graph data;

    public Origins(Graph data) {
        this.data = data;
    }

    /**
     * The lines of a value: of the claims that state it, else those of the thing itself, else its pages.
     *
     * @param property empty for the thing as a whole
     * @param value empty for any
     * @return sorted IRIs of pages and lines; empty when the data does not say
     */
    public List<String> of(Node thing, Optional<Node> property, Optional<Node> value) {
        if (!thing.isURI()) {
            return List.of();
        }
        Set<Node> found = new LinkedHashSet<>();
        property.ifPresent(wanted -> claims(thing, wanted, value).forEach(found::add));
        if (found.isEmpty()) {
            objects(thing, Vocabulary.DERIVED_FROM).forEach(found::add);
        }
        if (found.isEmpty()) {
            objects(thing, Fg.MENTION)
                    .flatMap(mention -> objects(mention, Vocabulary.DERIVED_FROM))
                    .forEach(found::add);
        }
        if (found.isEmpty()) {
            objects(thing, DCTerms.source.asNode())
                    .filter(source -> data.contains(source, Node.ANY, Fg.SourcePage))
                    .forEach(found::add);
        }
        return found.stream().filter(Node::isURI).map(Node::getURI).sorted().toList();
    }

    private Stream<Node> claims(Node thing, Node property, Optional<Node> value) {
        return subjects(Fg.ABOUT, thing)
                .filter(claim -> data.contains(claim, Fg.PROPERTY, property))
                .filter(claim -> value.isEmpty() || data.contains(claim, Fg.VALUE, value.get()))
                .flatMap(claim -> objects(claim, Vocabulary.DERIVED_FROM));
    }

    private Stream<Node> subjects(Node property, Node object) {
        return data.stream(Node.ANY, property, object).map(Triple::getSubject).toList().stream();
    }

    private Stream<Node> objects(Node subject, Node property) {
        return data.stream(subject, property, Node.ANY).map(Triple::getObject).toList().stream();
    }

    /** {@code line 17 of PAGE} for an IRI of lines, counted from 1; other IRIs as they are. */
    public static String inWords(String iri) {
        Matcher lines = LINES.matcher(iri);
        if (!lines.find()) {
            return iri;
        }
        int first = Integer.parseInt(lines.group(1)) + 1;
        int last = Integer.parseInt(lines.group(2));
        String page = iri.substring(0, lines.start());
        return (first == last ? "line " + first : "lines " + first + "-" + last) + " of " + page;
    }
}
