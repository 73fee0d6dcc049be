package se.fondgraf.engine;

import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraphMapLink;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.graph.GraphZero;

/** Graphs over one dictionary. It is written by its {@link DatasetLoader} alone. */
public final class CompactDataset extends DatasetGraphMapLink {
    private final TermDictionary terms;
    private final TripleIndex defaultTriples;
    private final ResultCache results = new ResultCache();

    CompactDataset(
            TermDictionary terms,
            TripleIndex defaultGraph,
            Map<Node, TripleIndex> named,
            Map<String, String> prefixes) {
        super(new CompactGraph(terms, defaultGraph));
        this.terms = terms;
        named.forEach((name, triples) -> addGraph(name, new CompactGraph(terms, triples)));
        prefixes.forEach(prefixes()::add);
        this.defaultTriples = defaultGraph;
        QC.setFactory(getContext(), ColumnExecutor.factory(this));
    }

    /** Lets go of the results that are remembered, so that the next queries are evaluated whole. */
    public void forgetResults() {
        results.clear();
    }

    /** What queries have found out and others may want to know. */
    ResultCache results() {
        return results;
    }

    TripleIndex defaultTriples() {
        return defaultTriples;
    }

    TermDictionary terms() {
        return terms;
    }

    /** The triples of a graph; empty when the dataset has no such graph. */
    Optional<TripleIndex> triples(Node name) {
        return containsGraph(name) && super.getGraph(name) instanceof CompactGraph graph
                ? Optional.of(graph.triples())
                : Optional.empty();
    }

    /** Asking for a graph that is not there must not make one: others are reading. */
    @Override
    public Graph getGraph(Node name) {
        return containsGraph(name) ? super.getGraph(name) : GraphZero.instance();
    }

    /** The number of distinct triples in the default graph. */
    public long triples() {
        return getDefaultGraph().size();
    }

    /** The number of distinct statements in all graphs. */
    public long quads() {
        long sum = triples();
        for (var names = listGraphNodes(); names.hasNext(); ) {
            sum += getGraph(names.next()).size();
        }
        return sum;
    }
}
