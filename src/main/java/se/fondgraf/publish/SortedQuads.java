package se.fondgraf.publish;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.apache.jena.sparql.core.Quad;

/**
 * Takes quads in any order and gives them back graph by graph, the default graph first, each graph sorted by code point
 * and each quad once. What does not fit in memory is sorted on disk.
 */
public final class SortedQuads implements Consumer<Quad>, AutoCloseable {
    private static final ThreadLocal<QuadLine> LINE = ThreadLocal.withInitial(QuadLine::new);

    private final BiFunction<QuadLine, Quad, QuadLine> form;
    private final SortedLines lines = new SortedLines();

    /** None yet. */
    public SortedQuads() {
        this(QuadLine::graphFirst);
    }

    /** @param form writes a quad to a line that was begun; the order of the lines follows from it */
    SortedQuads(BiFunction<QuadLine, Quad, QuadLine> form) {
        this.form = form;
    }

    /** Takes one quad; not for several threads at once. */
    @Override
    public void accept(Quad quad) {
        lines.add(line(quad));
    }

    /**
     * Does what can be done with quads by several threads at once.
     *
     * @return what is left to do, by one thread at a time
     */
    public Runnable prepare(Collection<Quad> quads) {
        List<byte[]> prepared = new ArrayList<>(quads.size());
        quads.forEach(quad -> prepared.add(line(quad)));
        prepared.sort(Arrays::compareUnsigned);
        return () -> lines.addSorted(prepared);
    }

    private byte[] line(Quad quad) {
        return form.apply(LINE.get().begin(), quad).bytes();
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
