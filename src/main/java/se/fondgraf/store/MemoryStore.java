package se.fondgraf.store;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sys.JenaSystem;
import se.fondgraf.engine.CompactDataset;
import se.fondgraf.engine.DatasetLoader;

/**
 * The data in memory. A load builds a new dataset beside the one being read and then takes its place in one step, so
 * that a reader sees the old data or the new, never a part of either.
 *
 * <p>The data is a {@link CompactDataset}: a dataset made for writing costs several times the time and memory, for
 * writes that never come.
 */
public final class MemoryStore implements LocalStore {
    static {
        JenaSystem.init();
    }

    private final AtomicReference<Loaded> current;

    /** An empty store. */
    public MemoryStore() {
        try (DatasetLoader nothing = new DatasetLoader()) {
            current = new AtomicReference<>(new Loaded(snapshot("empty", nothing, PageTexts.none()), Optional.empty()));
        }
    }

    /**
     * Replaces the data by what the source writes. The texts of pages go to a temporary file, because they are as large
     * as all else together and seldom asked for.
     *
     * @param source called once
     * @throws RuntimeException whatever the source throws; the store then holds what it held before
     * @throws java.io.UncheckedIOException when the temporary file cannot be written
     */
    public void load(Source source) {
        current.set(new Loaded(loaded(source), Optional.empty()));
    }

    @Override
    public void load(Origin origin, Source source) {
        current.set(new Loaded(loaded(source), Optional.of(origin)));
    }

    private record Loaded(Snapshot snapshot, Optional<Origin> origin) {}

    private static Snapshot loaded(Source source) {
        try (DatasetLoader loader = new DatasetLoader();
                PageTextWriter pages = PageTextWriter.temporary()) {
            String version = source.writeTo(new Source.Sink() {
                @Override
                public StreamRDF statements() {
                    return loader;
                }

                @Override
                public void page(String project, String page8, String text) {
                    pages.add(project, page8, text);
                }
            });
            return snapshot(version, loader, pages.finish());
        }
    }

    /** As {@link #load(Source)}, statements alone, with a version that is known beforehand. */
    public void load(String version, Consumer<StreamRDF> statements) {
        load(Source.of(version, statements));
    }

    private static Snapshot snapshot(String version, DatasetLoader loader, PageTexts pages) {
        CompactDataset dataset = loader.dataset();
        return new Snapshot(version, new FrozenDataset(dataset), dataset.triples(), dataset.quads(), pages);
    }

    /** The data as it is now. A later load does not change what was returned. */
    @Override
    public Snapshot current() {
        return current.get().snapshot();
    }

    @Override
    public Optional<Origin> origin() {
        return current.get().origin();
    }

    /** The data goes when nobody holds it any more. */
    @Override
    public void close() {}
}
