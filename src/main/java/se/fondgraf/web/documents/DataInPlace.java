package se.fondgraf.web.documents;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import se.fondgraf.web.documents.DocumentQuery.Incoming;

/**
 * One release on this machine, read for what documents say. It finds what the {@linkplain DocumentQuery questions} ask
 * for, statement by statement, which costs a small part of parsing, planning and evaluating them.
 */
final class DataInPlace {
    private final DatasetGraph data;
    private final Graph core;
    private final Places places;

    /** Links of one kind: how many, and the first by the order of their IRIs. */
    private static final class Links {
        private final int limit;
        private final TreeSet<Node> first = new TreeSet<>(Comparator.comparing(Node::getURI));
        private long count;

        Links(int limit) {
            this.limit = limit;
        }

        void add(Node subject) {
            count++;
            if (first.size() < limit) {
                first.add(subject);
            } else if (subject.getURI().compareTo(first.last().getURI()) < 0 && first.add(subject)) {
                first.pollLast();
            }
        }
    }

    private record Kind(Optional<Node> graph, Node property) {
        static final Comparator<Kind> ORDER = Comparator.<Kind, String>comparing(
                        kind -> kind.graph().map(Node::getURI).orElse(""))
                .thenComparing(kind -> kind.property().getURI());
    }

    DataInPlace(DatasetGraph data, Places places) {
        this.data = data;
        this.core = data.getDefaultGraph();
        this.places = places;
    }

    /** Everything about the thing, with so many links of each kind. */
    Gathered gather(Node thing, int limit) {
        SortedMap<Kind, Links> links = links(thing, limit);
        List<Triple> statements = new ArrayList<>();
        add(core, thing, statements);
        data.findNG(Node.ANY, thing, Node.ANY, Node.ANY).forEachRemaining(quad -> statements.add(quad.asTriple()));
        Graph matches = data.getGraph(places.graph("matches"));
        for (Map.Entry<Kind, Links> entry : links.entrySet()) {
            Kind kind = entry.getKey();
            for (Node subject : entry.getValue().first) {
                if (Terms.EXPLAINING.contains(kind.property())) {
                    add(kind.graph().map(data::getGraph).orElse(core), subject, statements);
                } else {
                    statements.add(Triple.create(subject, kind.property(), thing));
                }
                if (kind.property().equals(Terms.ORGANIZATION)
                        || kind.property().equals(Terms.PROJECT)) {
                    matches.find(Node.ANY, Terms.MENTION, subject)
                            .toList()
                            .forEach(match -> add(matches, match.getSubject(), statements));
                }
            }
        }
        List<Incoming> incoming = links.entrySet().stream()
                .map(entry ->
                        new Incoming(entry.getKey().graph(), entry.getKey().property(), entry.getValue().count))
                .toList();
        Mentions mentions = new Mentions(places, thing, statements);
        return new Gathered(incoming, statements, names(mentions.things()), names(mentions.terms()));
    }

    /** As {@link DocumentQuery#counts} counts them. */
    private SortedMap<Kind, Links> links(Node thing, int limit) {
        SortedMap<Kind, Links> links = new TreeMap<>(Kind.ORDER);
        core.find(Node.ANY, Node.ANY, thing).forEachRemaining(triple -> {
            if (!Terms.SHORTCUTS.contains(triple.getPredicate())) {
                links.computeIfAbsent(new Kind(Optional.empty(), triple.getPredicate()), kind -> new Links(limit))
                        .add(triple.getSubject());
            }
        });
        for (Node property : Terms.OF_NAMED_GRAPHS) {
            data.findNG(Node.ANY, Node.ANY, property, thing)
                    .forEachRemaining(quad -> links.computeIfAbsent(
                                    new Kind(Optional.of(quad.getGraph()), property), kind -> new Links(limit))
                            .add(quad.getSubject()));
        }
        return links;
    }

    private static void add(Graph graph, Node subject, List<Triple> statements) {
        graph.find(subject, Node.ANY, Node.ANY).forEachRemaining(statements::add);
    }

    private Collection<Triple> names(Collection<Node> mentioned) {
        List<Triple> names = new ArrayList<>();
        for (Node thing : mentioned) {
            for (Node property : Terms.NAMING) {
                core.find(thing, property, Node.ANY).forEachRemaining(names::add);
            }
        }
        return names;
    }

    /** Whether there is anything to say about the thing, or in it when it is a graph. */
    boolean exists(Node thing, boolean graph) {
        if (core.find(thing, Node.ANY, Node.ANY).hasNext()) {
            return true;
        }
        if (graph) {
            return data.findNG(thing, Node.ANY, Node.ANY, Node.ANY).hasNext();
        }
        return data.findNG(Node.ANY, thing, Node.ANY, Node.ANY).hasNext()
                || core.find(Node.ANY, Node.ANY, thing).hasNext()
                || data.findNG(Node.ANY, Node.ANY, Terms.CANDIDATE, thing).hasNext();
    }

    /** The number of statements in a graph. */
    Node size(Node graph) {
        long size = 0;
        for (var quads = data.findNG(graph, Node.ANY, Node.ANY, Node.ANY); quads.hasNext(); quads.next()) {
            size++;
        }
        return NodeFactory.createLiteralDT(Long.toString(size), XSDDatatype.XSDinteger);
    }
}
