package se.fondgraf.describe;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;

/** The order in which descriptions are written: by the code points of their terms as N-Triples. */
final class GraphOrder {
    /** Of each term that was seen, since a description names most of its terms many times. */
    private final Map<Node, byte[]> written = new HashMap<>();

    private GraphOrder() {}

    /** The triples of a graph, by subject, predicate and object. */
    static List<Triple> sorted(Graph graph) {
        GraphOrder order = new GraphOrder();
        graph.find().forEachRemaining(triple -> {
            order.see(triple.getSubject());
            order.see(triple.getPredicate());
            order.see(triple.getObject());
        });
        return graph.stream()
                .sorted(Comparator.comparing(Triple::getSubject, order::compare)
                        .thenComparing(Triple::getPredicate, order::compare)
                        .thenComparing(Triple::getObject, order::compare))
                .toList();
    }

    private void see(Node node) {
        written.computeIfAbsent(node, seen -> NodeFmtLib.strNT(seen).getBytes(StandardCharsets.UTF_8));
    }

    private int compare(Node one, Node other) {
        return one.equals(other)
                ? 0
                : Arrays.compareUnsigned(
                        Objects.requireNonNull(written.get(one)), Objects.requireNonNull(written.get(other)));
    }
}
