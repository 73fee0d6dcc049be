package se.fondgraf.describe;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;

/** The order in which descriptions are written: by the code points of their terms as N-Triples. */
final class GraphOrder {
    static final Comparator<Node> NODES = Comparator.comparing(
            node -> NodeFmtLib.strNT(node).getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    static final Comparator<Triple> TRIPLES = Comparator.comparing(Triple::getSubject, NODES)
            .thenComparing(Triple::getPredicate, NODES)
            .thenComparing(Triple::getObject, NODES);

    private GraphOrder() {}
}
