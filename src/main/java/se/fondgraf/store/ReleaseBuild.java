package se.fondgraf.store;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.TxnType;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/**
 * Writes one release into a folder that nobody reads: the triples in one transaction, the texts of the pages beside,
 * and when all of it is on the disk the marker that says so.
 */
final class ReleaseBuild implements AutoCloseable {
    /** Statements between two looks at the space that is left. */
    private static final int LOOK = 1_000;

    private final Path folder;
    private final long reserve;
    private final PageTextWriter pages;
    private final DatasetGraph data;
    private boolean connected = true;

    /**
     * Begins.
     *
     * @param folder empty
     * @param reserve bytes that must stay free on the disk. A file that is mapped into memory is given its space when
     *     it is first touched, and a disk that is full then is no ordinary failure; so the build ends before
     */
    ReleaseBuild(Path folder, long reserve) throws IOException {
        this.folder = folder;
        this.reserve = reserve;
        checkSpace();
        this.pages = PageTextWriter.to(folder.resolve(DiskRelease.PAGES));
        Path triples = Files.createDirectory(folder.resolve(DiskRelease.TRIPLES));
        this.data = TripleFiles.connect(triples);
    }

    /**
     * What a full or broken disk throws, taken apart from what the source itself throws on the same way. TDB2 lets
     * through the {@link InternalError} of a mapped file without a disk behind it.
     */
    static final class WriteFailure extends RuntimeException {
        private static final long serialVersionUID = 1;

        WriteFailure(Throwable cause) {
            super(String.valueOf(cause.getMessage()), cause);
        }
    }

    /**
     * Writes everything.
     *
     * @throws WriteFailure when the disk does not take it
     * @throws RuntimeException whatever the source throws
     */
    ReleaseMarker write(Origin origin, Source source) {
        Statements statements = new Statements();
        writing(() -> data.begin(TxnType.WRITE));
        String version = source.writeTo(new Source.Sink() {
            @Override
            public StreamRDF statements() {
                return statements;
            }

            @Override
            public void page(String project, String page8, String text) {
                writing(() -> pages.add(project, page8, text));
            }
        });
        List<ReleaseMarker> marker = new ArrayList<>();
        writing(() -> marker.add(finished(origin, version)));
        return marker.getFirst();
    }

    private final class Statements extends StreamRDFBase {
        private long count;

        @Override
        public void triple(Triple triple) {
            quad(Quad.create(Quad.defaultGraphIRI, triple));
        }

        @Override
        public void quad(Quad quad) {
            writing(() -> {
                if (++count % LOOK == 0) {
                    checkSpace();
                }
                data.add(quad);
            });
        }

        @Override
        public void prefix(String prefix, String iri) {
            writing(() -> data.prefixes().add(prefix, iri));
        }
    }

    @FunctionalInterface
    private interface Writing {
        void run() throws IOException;
    }

    private static void writing(Writing work) {
        try {
            work.run();
        } catch (IOException | RuntimeException | InternalError e) {
            throw new WriteFailure(e);
        }
    }

    private void checkSpace() throws IOException {
        if (Files.getFileStore(folder).getUsableSpace() < reserve) {
            throw new IOException("No space left on device");
        }
    }

    private ReleaseMarker finished(Origin origin, String version) throws IOException {
        data.commit();
        data.end();
        data.begin(TxnType.READ);
        long triples = Iter.count(data.getDefaultGraph().find());
        long quads = triples + Iter.count(data.findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY));
        data.end();
        disconnect();
        finishPages();
        List<ReleaseFile> files = new ArrayList<>();
        for (Path file : Folders.files(folder)) {
            Folders.sync(file);
            if (!isOfTheProcess(file)) {
                files.add(ReleaseFile.of(folder, file));
            }
        }
        Folders.syncNames(folder.resolve(DiskRelease.TRIPLES));
        ReleaseMarker marker = new ReleaseMarker(origin, version, triples, quads, files);
        Folders.write(folder.resolve(ReleaseMarker.NAME), marker.text());
        return marker;
    }

    private void finishPages() throws IOException {
        try (PageTextFile file = pages.finish();
                DataOutputStream out = new DataOutputStream(
                        new BufferedOutputStream(Files.newOutputStream(folder.resolve(DiskRelease.PAGE_INDEX))))) {
            file.index().writeTo(out);
        }
    }

    /** TDB2's lock and its journal, which is empty by now, change whenever the folder is opened. */
    private static boolean isOfTheProcess(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(".lock") || name.endsWith(".jrnl");
    }

    private void disconnect() {
        if (connected) {
            connected = false;
            TripleFiles.disconnect(data);
        }
    }

    /** Lets go of the files, whatever became of the build. */
    @Override
    public void close() {
        try (pages) {
            if (connected && data.isInTransaction()) {
                data.abort();
                data.end();
            }
            disconnect();
        } catch (RuntimeException | InternalError e) {
            // The build has failed already, and the folder is going to be deleted.
        }
    }
}
