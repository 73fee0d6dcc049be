package se.fondgraf.store;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphMapLink;
import org.apache.jena.sparql.core.Quad;

/** Collects a stream of statements into graphs that nobody else sees before they are complete. */
final class DatasetBuilder implements StreamRDF {
    private final Graph defaultGraph = GraphMemFactory.createGraphMem2();
    private final Map<Node, Graph> namedGraphs = new LinkedHashMap<>();
    private final Map<String, String> prefixes = new LinkedHashMap<>();
    private boolean complete;

    /** The dataset of all that was written. The builder takes nothing more afterwards. */
    Snapshot snapshot(String version, PageTexts pages) {
        complete = true;
        DatasetGraph dataset = new DatasetGraphMapLink(defaultGraph);
        namedGraphs.forEach(dataset::addGraph);
        prefixes.forEach(dataset.prefixes()::add);
        long triples = defaultGraph.size();
        long quads =
                triples + namedGraphs.values().stream().mapToLong(Graph::size).sum();
        return new Snapshot(version, new FrozenDataset(dataset), triples, quads, pages);
    }

    @Override
    public void triple(Triple triple) {
        writable(defaultGraph).add(triple);
    }

    @Override
    public void quad(Quad quad) {
        Graph graph = quad.isDefaultGraph()
                ? defaultGraph
                : namedGraphs.computeIfAbsent(quad.getGraph(), name -> GraphMemFactory.createGraphMem2());
        writable(graph).add(quad.asTriple());
    }

    @Override
    public void prefix(String prefix, String iri) {
        prefixes.put(prefix, iri);
    }

    @Override
    public void base(String iri) {}

    @Override
    public void start() {}

    @Override
    public void finish() {}

    /** A source that kept the stream must not be able to write into graphs that are being read. */
    private Graph writable(Graph graph) {
        if (complete) {
            throw new IllegalStateException("the load is over");
        }
        return graph;
    }
}
