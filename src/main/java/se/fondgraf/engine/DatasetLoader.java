package se.fondgraf.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.core.Quad;

/** Takes a stream of statements in and makes a {@link CompactDataset} of it. Of one thread. */
public final class DatasetLoader implements StreamRDF, AutoCloseable {
    private final TermDictionary terms = new TermDictionary();
    private final TripleColumns defaultGraph = new TripleColumns();
    private final Map<Node, TripleColumns> namedGraphs = new LinkedHashMap<>();
    private final Map<String, String> prefixes = new LinkedHashMap<>();
    private boolean complete;

    /** All that was written. Nothing more is taken afterwards. */
    public CompactDataset dataset() {
        refuseWhenComplete();
        close();
        Map<Node, TripleIndex> named = new LinkedHashMap<>();
        TripleIndex unnamed = defaultGraph.index(terms.size());
        namedGraphs.forEach((name, columns) -> named.put(name, columns.index(terms.size())));
        namedGraphs.clear();
        return new CompactDataset(terms, unnamed, named, prefixes);
    }

    @Override
    public void triple(Triple triple) {
        refuseWhenComplete();
        add(defaultGraph, triple.getSubject(), triple.getPredicate(), triple.getObject());
    }

    @Override
    public void quad(Quad quad) {
        refuseWhenComplete();
        TripleColumns graph = quad.isDefaultGraph()
                ? defaultGraph
                : namedGraphs.computeIfAbsent(quad.getGraph(), name -> new TripleColumns());
        add(graph, quad.getSubject(), quad.getPredicate(), quad.getObject());
    }

    private void add(TripleColumns graph, Node subject, Node predicate, Node object) {
        graph.add(terms.add(subject), terms.add(predicate), terms.add(object));
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
    private void refuseWhenComplete() {
        if (complete) {
            throw new IllegalStateException("the load is over");
        }
    }

    /** Takes no more, and frees what is not part of a dataset. */
    @Override
    public void close() {
        if (!complete) {
            complete = true;
            terms.close();
        }
    }
}
