package se.fondgraf.dump;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.jena.vocabulary.RDF;
import se.fondgraf.describe.Operator;
import se.fondgraf.publish.LineReader;
import se.fondgraf.publish.SortedQuads;

/** Makes a release of a dataset in a folder of releases. */
public final class ReleaseBuilder {
    private static final String SCRATCH = "scratch";

    private final ReleaseFolder folder;
    private final String base;
    private final Operator operator;
    private final int threads;
    private final Listener listener;

    /** Told how it goes. */
    public interface Listener {
        /** Tells nobody. */
        Listener NONE = new Listener() {
            @Override
            public void begin(int files) {}

            @Override
            public void written() {}

            @Override
            public void end() {}
        };

        /** That many files are to be written. */
        void begin(int files);

        /** One is written. */
        void written();

        /** All are. */
        void end();
    }

    /**
     * A builder.
     *
     * @param folder open for building
     * @param base of the data's IRIs
     * @param operator who publishes it
     * @param threads how many files are written at once; the bytes do not depend on it
     */
    public ReleaseBuilder(ReleaseFolder folder, String base, Operator operator, int threads, Listener listener) {
        this.folder = folder;
        this.base = base;
        this.operator = operator;
        this.threads = threads;
        this.listener = listener;
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** The current release has that version already. */
        record Unchanged() implements Outcome {}

        /** An older release has that version, and is the current one again. */
        record Restored() implements Outcome {}

        /** There is a new release. */
        record Made(Manifest manifest) implements Outcome {}
    }

    /**
     * Makes the release.
     *
     * @param quads the whole dataset
     * @param against the folder of the release to tell the changes against; empty for the current one
     * @throws DumpException when a release that is there already, or that of before, is damaged
     */
    public Outcome build(String version, SortedQuads quads, Optional<Path> against) throws IOException, DumpException {
        Path release = folder.release(version);
        if (Files.exists(release)) {
            check(release);
            if (folder.latest().filter(version::equals).isPresent()) {
                return new Outcome.Unchanged();
            }
            folder.makeLatest(version);
            return new Outcome.Restored();
        }
        Optional<Path> previous =
                against.isPresent() ? against : folder.latest().map(folder::release);
        Optional<Manifest> before = Optional.empty();
        if (previous.isPresent()) {
            check(previous.get());
            before = Optional.of(Manifest.read(previous.get()));
        }
        Path draft = folder.draft(version);
        try {
            Manifest manifest = fill(new Draft(draft), version, quads, previous, before);
            folder.publish(draft, version);
            return new Outcome.Made(manifest);
        } catch (UncheckedIOException e) {
            throw new IOException(
                    e.getCause() == null ? e.getMessage() : e.getCause().getMessage(), e);
        } finally {
            if (Files.exists(draft)) {
                ReleaseFolder.remove(draft);
            }
        }
    }

    private static void check(Path release) throws IOException, DumpException {
        Optional<String> damage = Checksums.damage(release);
        if (damage.isPresent()) {
            throw new DumpException("the release in " + release + " is damaged: " + damage.get()
                    + "; put it right from a copy, or move it away and run again");
        }
    }

    private Manifest fill(
            Draft draft, String version, SortedQuads quads, Optional<Path> previous, Optional<Manifest> before)
            throws IOException {
        Path scratch = draft.folder().resolve(SCRATCH);
        GraphFiles graphs =
                GraphFiles.split(quads.lines(), scratch, List.of(base + "graph/matches", base + "graph/provenance"));
        List<GraphFiles.Task> tasks = new ArrayList<>(graphs.tasks());
        tasks.add(target -> new Tables(graphs).write(target));
        listener.begin(tasks.size());
        run(tasks, draft);
        listener.end();
        new ReleaseDescriptions(operator, base, version, before.map(Manifest::version)).write(graphs, draft);
        Optional<ChangeCounts> changes = Optional.empty();
        if (previous.isPresent()) {
            changes = Optional.of(new ChangeSet(previous.get(), before.orElseThrow(), draft, base, version).write());
        }
        SortedMap<String, Long> statements = new TreeMap<>();
        graphs.graphs().forEach(graph -> statements.put(graph.name(), graph.triples()));
        Manifest manifest = new Manifest(
                base,
                version,
                before.map(Manifest::version),
                statements,
                things(graphs),
                List.copyOf(draft.files()),
                changes);
        draft.write(
                Manifest.NAME,
                ReleaseFile.About.of("Innehållet i utgåvan", "What the release holds", "application/json"),
                manifest::writeTo);
        ReleaseFolder.remove(scratch);
        draft.write(
                Checksums.NAME,
                ReleaseFile.About.of("Kontrollsummor", "Checksums", "text/plain"),
                out -> out.write(Checksums.text(draft.files()).getBytes(StandardCharsets.US_ASCII)));
        return manifest;
    }

    private static SortedMap<String, Long> things(GraphFiles graphs) throws IOException {
        SortedMap<String, Long> things = new TreeMap<>();
        try (LineReader core = graphs.core()) {
            for (Iterator<Thing> all = Thing.all(core); all.hasNext(); ) {
                all.next().texts(RDF.Nodes.type).forEach(type -> things.merge(type, 1L, Long::sum));
            }
        }
        return things;
    }

    private void run(List<GraphFiles.Task> tasks, Draft draft) throws IOException {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (GraphFiles.Task task : tasks) {
                running.add(workers.submit(() -> {
                    task.run(draft);
                    return null;
                }));
            }
            for (Future<?> task : running) {
                task.get();
                listener.written();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            if (e.getCause() instanceof UncheckedIOException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            workers.shutdownNow();
            workers.close();
        }
    }
}
