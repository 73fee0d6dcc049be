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
public final class MemoryStore implements Store {
    /** Writes a whole dataset. */
    @FunctionalInterface
    public interface Source {
        /** Writes every statement to the stream, on the calling thread, and returns the version of what it wrote. */
        String writeTo(StreamRDF stream);
    }

    static {
        JenaSystem.init();
    }

    private final AtomicReference<Snapshot> current;

    /** An empty store. */
    public MemoryStore() {
        current = new AtomicReference<>(new DatasetBuilder().snapshot("empty"));
    }

    /**
     * Replaces the data by what the source writes: triples go to the default graph, quads to theirs, prefixes are kept.
     *
     * @param source called once; it need not call start or finish of the stream
     * @throws RuntimeException whatever the source throws; the store then holds what it held before
     */
    public void load(Source source) {
        DatasetBuilder builder = new DatasetBuilder();
        String version = source.writeTo(builder);
        current.set(builder.snapshot(version));
    }

    /** As {@link #load(Source)}, with a version that is known beforehand. */
    public void load(String version, Consumer<StreamRDF> source) {
        load(stream -> {
            source.accept(stream);
            return version;
        });
    }

    /** The data as it is now. A later load does not change what was returned. */
    @Override
    public Snapshot current() {
        return current.get();
    }

    /** The data goes when nobody holds it any more. */
    @Override
    public void close() {}
}
