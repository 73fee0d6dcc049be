package se.fondgraf.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
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

    private final RdfSyntax syntax;
    private final Graphs graphs;
    private final Map<String, String> prefixes;
    private final SortedQuads sorted;

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
        this.sorted = new SortedQuads(form(syntax));
    }

    private static BiFunction<QuadLine, Quad, QuadLine> form(RdfSyntax syntax) {
        return switch (syntax.order()) {
            case GRAPH_FIRST -> QuadLine::graphFirst;
            case GRAPH_LAST -> syntax.hasGraphs() ? QuadLine::graphLast : QuadLine::triple;
        };
    }

    /** Takes one quad; not for several threads at once. */
    @Override
    public void accept(Quad quad) {
        if (takes(quad)) {
            sorted.accept(quad);
        }
    }

    /**
     * Does what can be done with quads by several threads at once.
     *
     * @return what is left to do, by one thread at a time
     */
    public Runnable prepare(List<Quad> quads) {
        return sorted.prepare(quads.stream().filter(this::takes).toList());
    }

    private boolean takes(Quad quad) {
        return graphs == Graphs.ALL || quad.isDefaultGraph();
    }

    /**
     * Writes everything that was taken. The stream is flushed and left open.
     *
     * @throws IOException when it cannot be written, or when the syntax cannot hold the data; then with a sentence
     */
    public void writeTo(OutputStream out) throws IOException {
        SortedRdf.write(syntax, prefixes, sorted.lines(), out);
    }

    @Override
    public void close() {
        sorted.close();
    }
}
