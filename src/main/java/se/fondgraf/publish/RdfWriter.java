package se.fondgraf.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.jena.sparql.core.Quad;

/**
 * Takes quads in any order and writes them sorted by code point, each once: the same data is the same bytes. No blank
 * nodes are expected, and none would be reproducible.
 */
public final class RdfWriter implements Consumer<Quad>, AutoCloseable {
    /** Which graphs a file holds. */
    public enum Graphs {
        /** The default graph alone. */
        CORE,
        /** All graphs; in a syntax without graphs, their triples together. */
        ALL
    }

    private static final ThreadLocal<QuadLine> LINE = ThreadLocal.withInitial(QuadLine::new);

    private final RdfSyntax syntax;
    private final Graphs graphs;
    private final Map<String, String> prefixes;
    private final QuadLine line = new QuadLine();
    private final SortedLines lines = new SortedLines();

    /** A file of the dataset, with its prefixes. */
    public RdfWriter(RdfSyntax syntax, Graphs graphs) {
        this(syntax, graphs, Prefixes.ALL);
    }

    /**
     * A file of other data.
     *
     * @param prefixes for the syntaxes that have any, in the order in which the file declares them
     */
    public RdfWriter(RdfSyntax syntax, Graphs graphs, Map<String, String> prefixes) {
        this.syntax = syntax;
        this.graphs = graphs;
        this.prefixes = prefixes;
    }

    /** Whether it takes quads of named graphs; it leaves them out otherwise. */
    public boolean takesNamedGraphs() {
        return graphs == Graphs.ALL;
    }

    /** Takes one quad; not for several threads at once. */
    @Override
    public void accept(Quad quad) {
        if (takes(quad)) {
            lines.add(bytes(line, quad));
        }
    }

    /**
     * Does what can be done with quads by several threads at once.
     *
     * @return what is left to do, by one thread at a time
     */
    public Runnable prepare(List<Quad> quads) {
        QuadLine own = LINE.get();
        List<byte[]> prepared = new ArrayList<>(quads.size());
        for (Quad quad : quads) {
            if (takes(quad)) {
                prepared.add(bytes(own, quad));
            }
        }
        prepared.sort(Arrays::compareUnsigned);
        return () -> lines.addSorted(prepared);
    }

    private boolean takes(Quad quad) {
        return takesNamedGraphs() || quad.isDefaultGraph();
    }

    private byte[] bytes(QuadLine line, Quad quad) {
        line.begin();
        if (syntax.order() == LineOrder.GRAPH_FIRST) {
            line.graph(quad);
        }
        line.term(quad.getSubject()).term(quad.getPredicate()).term(quad.getObject());
        if (syntax == RdfSyntax.N_QUADS && !quad.isDefaultGraph()) {
            line.term(quad.getGraph());
        }
        return line.bytes();
    }

    /**
     * Writes everything that was taken. The stream is flushed and left open.
     *
     * @throws IOException when it cannot be written, or when the syntax cannot hold the data; then with a sentence
     */
    public void writeTo(OutputStream out) throws IOException {
        SortedRdf.write(syntax, prefixes, lines.iterator(), out);
    }

    @Override
    public void close() {
        lines.close();
    }
}
