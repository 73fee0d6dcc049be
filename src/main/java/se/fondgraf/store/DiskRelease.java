package se.fondgraf.store;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.ref.Cleaner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.jena.query.TxnType;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * A complete release on disk, open for reading. One that was replaced is closed and deleted when nothing can read it
 * any more, which the garbage collector knows best: a reader may hold a release for as long as it likes.
 */
final class DiskRelease implements AutoCloseable {
    static final String TRIPLES = "tdb2";
    static final String PAGES = "pages.bin";
    static final String PAGE_INDEX = "pages.idx";

    private static final Cleaner UNREAD = Cleaner.create();

    private final ReleaseMarker marker;
    private final Snapshot snapshot;
    private final Opened opened;
    private final Cleaner.Cleanable closing;

    private DiskRelease(ReleaseMarker marker, Snapshot snapshot, Opened opened) {
        this.marker = marker;
        this.snapshot = snapshot;
        this.opened = opened;
        // Whoever reads holds the dataset, if nothing else of this.
        this.closing = UNREAD.register(snapshot.dataset(), opened);
    }

    /**
     * Opens a release whose files have been checked.
     *
     * @throws IOException when it cannot be opened
     */
    static DiskRelease open(Path folder, ReleaseMarker marker) throws IOException {
        DatasetGraph data = TripleFiles.connect(folder.resolve(TRIPLES));
        try {
            Snapshot snapshot = new Snapshot(
                    marker.version(),
                    new FrozenDataset(data, data, prefixes(data)),
                    marker.triples(),
                    marker.quads(),
                    pages(folder));
            return new DiskRelease(marker, snapshot, Opened.of(folder, data));
        } catch (IOException | RuntimeException e) {
            TripleFiles.disconnect(data);
            throw e;
        }
    }

    /** Copied, because reading them from the files takes a transaction. */
    private static PrefixMap prefixes(DatasetGraph data) {
        PrefixMap prefixes = PrefixMapFactory.create();
        data.begin(TxnType.READ);
        try {
            prefixes.putAll(data.prefixes());
        } finally {
            data.end();
        }
        return prefixes;
    }

    /** The file is closed when nobody holds it any more. */
    private static PageTexts pages(Path folder) throws IOException {
        try (DataInputStream index =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(folder.resolve(PAGE_INDEX))))) {
            return new PageTextFile(new RandomAccessFile(folder.resolve(PAGES).toFile(), "r"), PageIndex.read(index));
        }
    }

    Snapshot snapshot() {
        return snapshot;
    }

    ReleaseMarker marker() {
        return marker;
    }

    /** Has the files deleted as soon as nobody reads them. */
    Retired retire() {
        opened.retired().set(true);
        return new Retired(opened, closing);
    }

    /** Leaves the files where they are, and has that done as soon as nobody reads them. */
    Retired leave(Runnable afterwards) {
        opened.afterwards().set(afterwards);
        return new Retired(opened, closing);
    }

    /** The folder it was opened in. */
    Path folder() {
        return opened.folder();
    }

    /** Closes the files now; nobody must read them afterwards. */
    @Override
    public void close() {
        closing.clean();
    }

    /** A release that was replaced. It does not lead to the data, which would then always have a reader. */
    record Retired(Opened opened, Cleaner.Cleanable closing) implements AutoCloseable {
        /** When the collector is asked to look whether nobody reads it any more, in seconds after it was replaced. */
        private static final List<Integer> LOOKS = List.of(1, 10, 60, 600);

        boolean isClosed() {
            return opened.closed().get();
        }

        /** The folder it was opened in. */
        Path folder() {
            return opened.folder();
        }

        /** Has the collector look for its last reader soon, because others wait for its folder. */
        void closeSoon() {
            Thread.ofVirtual().name("close-release").start(() -> {
                try {
                    for (int seconds : LOOKS) {
                        Thread.sleep(Duration.ofSeconds(seconds));
                        if (isClosed()) {
                            return;
                        }
                        System.gc();
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }

        @Override
        public void close() {
            closing.clean();
        }
    }

    /** What has to be closed. */
    private record Opened(
            Path folder,
            String identity,
            DatasetGraph data,
            AtomicBoolean retired,
            AtomicReference<Runnable> afterwards,
            AtomicBoolean closed)
            implements Runnable {
        static Opened of(Path folder, DatasetGraph data) throws IOException {
            return new Opened(
                    folder,
                    Folders.identity(folder),
                    data,
                    new AtomicBoolean(),
                    new AtomicReference<>(() -> {}),
                    new AtomicBoolean());
        }

        @Override
        public void run() {
            TripleFiles.disconnect(data);
            if (retired.get()) {
                try {
                    // The whole store may have been moved away meanwhile, and another one be in its place.
                    if (Folders.identity(folder).equals(identity)) {
                        Folders.delete(folder);
                    }
                } catch (IOException e) {
                    // What is left goes when the store is opened the next time.
                }
            }
            afterwards.get().run();
            closed.set(true);
        }
    }
}
