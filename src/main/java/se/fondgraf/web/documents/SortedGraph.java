package se.fondgraf.web.documents;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;

/**
 * A small graph that gives its triples in one order, so that a writer writes the same bytes wherever the triples came
 * from. Once made it does not change.
 */
final class SortedGraph extends GraphBase {
    private final Map<Node, List<Triple>> triples = new LinkedHashMap<>();
    private final int size;

    SortedGraph(Collection<Triple> unsorted) {
        Triple[] sorted = unsorted.toArray(Triple[]::new);
        Arrays.sort(sorted, TermOrder.TRIPLES);
        int distinct = 0;
        for (int i = 0; i < sorted.length; i++) {
            Triple triple = sorted[i];
            if (i == 0 || !triple.equals(sorted[i - 1])) {
                triples.computeIfAbsent(triple.getSubject(), key -> new ArrayList<>())
                        .add(triple);
                distinct++;
            }
        }
        size = distinct;
    }

    static SortedGraph of(Graph graph) {
        return new SortedGraph(graph.stream().toList());
    }

    /** The statements about a subject, in order. */
    List<Triple> about(Node subject) {
        return triples.getOrDefault(subject, List.of());
    }

    /** The values of a property, in order. */
    List<Node> values(Node subject, Node predicate) {
        return about(subject).stream()
                .filter(triple -> triple.getPredicate().equals(predicate))
                .map(Triple::getObject)
                .toList();
    }

    /** All subjects, in order. */
    List<Node> subjects() {
        return List.copyOf(triples.keySet());
    }

    @Override
    protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
        Collection<List<Triple>> lists =
                pattern.getMatchSubject() == null ? triples.values() : List.of(about(pattern.getMatchSubject()));
        return WrappedIterator.create(
                lists.stream().flatMap(List::stream).filter(pattern::matches).iterator());
    }

    @Override
    protected int graphBaseSize() {
        return size;
    }
}
