package se.fondgraf.publish;

import java.util.Iterator;
import java.util.function.Consumer;
import org.apache.jena.sparql.core.Quad;

/**
 * Takes quads in any order and gives them back graph by graph, the default graph first, each graph sorted by code point
 * and each quad once. What does not fit in memory is sorted on disk.
 */
public final class SortedQuads implements Consumer<Quad>, AutoCloseable {
    private final QuadLine line = new QuadLine();
    private final SortedLines lines = new SortedLines();

    /** Takes one quad; not for several threads at once. */
    @Override
    public void accept(Quad quad) {
        lines.add(line.begin()
                .graph(quad)
                .term(quad.getSubject())
                .term(quad.getPredicate())
                .term(quad.getObject())
                .bytes());
    }

    /** The quads as lines of {@link LineOrder#GRAPH_FIRST}; nothing can be added afterwards. */
    public Iterator<byte[]> lines() {
        return lines.iterator();
    }

    @Override
    public void close() {
        lines.close();
    }
}
