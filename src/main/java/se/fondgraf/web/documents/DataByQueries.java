package se.fondgraf.web.documents;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import se.fondgraf.store.Release;
import se.fondgraf.web.documents.DocumentQuery.Incoming;
import se.fondgraf.web.sparql.Queries;

/** One release, asked for what documents say: three questions each, whatever the thing is. */
final class DataByQueries {
    private static final int NAMES_AT_ONCE = 1_000;

    private final Queries queries;
    private final Release release;
    private final Places places;

    DataByQueries(Queries queries, Release release, Places places) {
        this.queries = queries;
        this.release = release;
        this.places = places;
    }

    /** Everything about the thing, with so many links of each kind. */
    Gathered gather(Node thing, int limit) throws InterruptedException {
        List<Incoming> incoming = incoming(thing);
        Collection<Triple> statements =
                queries
                        .graph(DocumentQuery.everything(thing, places.graph("matches"), incoming, limit), release)
                        .stream()
                        .toList();
        Mentions mentions = new Mentions(places, thing, statements);
        List<Triple> all = names(mentions);
        List<Triple> names = new ArrayList<>(all);
        names.removeIf(triple -> !mentions.things().contains(triple.getSubject()));
        List<Triple> terms = new ArrayList<>(all);
        terms.removeIf(triple -> mentions.things().contains(triple.getSubject()));
        return new Gathered(incoming, statements, names, terms);
    }

    /** Whether there is anything to say about the thing. */
    boolean exists(Node thing, boolean graph) throws InterruptedException {
        return queries.truth(DocumentQuery.exists(thing, graph), release);
    }

    /** The number of statements in a graph. */
    Node size(Node graph) throws InterruptedException {
        return queries.rows(DocumentQuery.size(graph), release).getFirst().get(Var.alloc("n"));
    }

    private List<Incoming> incoming(Node thing) throws InterruptedException {
        List<Incoming> incoming = new ArrayList<>();
        for (Binding row : queries.rows(DocumentQuery.counts(thing), release)) {
            Node property = row.get(Var.alloc("p"));
            if (property != null) {
                long count = ((Number) row.get(Var.alloc("n")).getLiteralValue()).longValue();
                incoming.add(new Incoming(Optional.ofNullable(row.get(Var.alloc("g"))), property, count));
            }
        }
        return incoming;
    }

    private List<Triple> names(Mentions mentions) throws InterruptedException {
        List<String> asked = Stream.concat(mentions.things().stream(), mentions.terms().stream())
                .map(Node::getURI)
                .sorted()
                .toList();
        List<Triple> names = new ArrayList<>();
        for (int from = 0; from < asked.size(); from += NAMES_AT_ONCE) {
            List<Node> some = asked.subList(from, Math.min(asked.size(), from + NAMES_AT_ONCE)).stream()
                    .map(NodeFactory::createURI)
                    .toList();
            queries.graph(DocumentQuery.labels(some), release).stream().forEach(names::add);
        }
        return names;
    }
}
