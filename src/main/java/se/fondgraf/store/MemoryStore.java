package se.fondgraf.store;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sys.JenaSystem;

/**
 * The data in memory. A load builds a new dataset beside the one being read and then takes its place in one step, so
 * that a reader sees the old data or the new, never a part of either.
 *
 * <p>The graphs are plain ones, because in-memory graphs are safe to read from many threads once nobody writes, and a
 * transactional dataset costs twice the time and memory for writes that never come.
 */
public final class MemoryStore {
    static {
        JenaSystem.init();
    }

    private final AtomicReference<Snapshot> current;

    /** An empty store. */
    public MemoryStore() {
        current = new AtomicReference<>(new DatasetBuilder().snapshot());
    }

    /**
     * Replaces the data by what the source writes: triples go to the default graph, quads to theirs, prefixes are kept.
     *
     * @param source called once, with the stream to write to; it need not call start or finish
     * @throws RuntimeException whatever the source throws; the store then holds what it held before
     */
    public void load(Consumer<StreamRDF> source) {
        DatasetBuilder builder = new DatasetBuilder();
        source.accept(builder);
        current.set(builder.snapshot());
    }

    /** The data as it is now. A later load does not change what was returned. */
    public Snapshot current() {
        return current.get();
    }
}
