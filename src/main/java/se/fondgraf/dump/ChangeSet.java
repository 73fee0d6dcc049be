package se.fondgraf.dump;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Triple;
import se.fondgraf.publish.LineOrder;
import se.fondgraf.publish.QuadReader;
import se.fondgraf.publish.RdfFile;
import se.fondgraf.publish.RdfSyntax;

/**
 * What has changed since another release, as files: statements that came and went, an RDF Patch, and a text for people.
 * Both releases are gone through line by line, so memory does not grow with them.
 */
final class ChangeSet {
    private static final String FOLDER = "changes/";
    private static final byte[] END = " .\n".getBytes(StandardCharsets.US_ASCII);

    private final Path older;
    private final Manifest before;
    private final Draft draft;
    private final String base;
    private final String version;

    /**
     * The changes from a release, whose checksums are right, to a draft that has its graphs.
     *
     * @param older the folder of the release
     */
    ChangeSet(Path older, Manifest before, Draft draft, String base, String version) {
        this.older = older;
        this.before = before;
        this.draft = draft;
        this.base = base;
        this.version = version;
    }

    /** Writes the files. */
    ChangeCounts write() throws IOException {
        ChangeLog log = new ChangeLog(base);
        SortedMap<String, ChangeCounts.Things> classes = classes(log);
        ChangeCounts.Statements core = statements("core.nt.gz", "nt", "kärnan", "the core", RdfSyntax.N_TRIPLES);
        ChangeCounts.Statements all = statements("all.nq.gz", "nq.gz", "alla grafer", "all graphs", RdfSyntax.N_QUADS);
        patch();
        ChangeCounts counts = new ChangeCounts(core, all, classes);
        draft.write(
                FOLDER + "CHANGES.md",
                ReleaseFile.About.of(
                        "Vad som har ändrats sedan förra utgåvan",
                        "What has changed since the previous release",
                        "text/markdown"),
                out -> log.writeTo(out, before.version(), version, counts));
        return counts;
    }

    private void between(String file, Differences.Listener listener) throws IOException {
        Differences.between(older.resolve(file), draft.folder().resolve(file), listener);
    }

    /** Lines that go through are counted. */
    private static final class Counted implements Differences.Listener {
        private final boolean isAdded;
        private final OutputStream out;
        private long count;

        Counted(boolean isAdded, OutputStream out) {
            this.isAdded = isAdded;
            this.out = out;
        }

        @Override
        public void removed(byte[] line) throws IOException {
            put(line, !isAdded);
        }

        @Override
        public void added(byte[] line) throws IOException {
            put(line, isAdded);
        }

        private void put(byte[] line, boolean wanted) throws IOException {
            if (wanted) {
                out.write(line);
                out.write(END);
                count++;
            }
        }
    }

    private ChangeCounts.Statements statements(String file, String extension, String sv, String en, RdfSyntax syntax)
            throws IOException {
        long added = lines(
                "added." + extension,
                file,
                true,
                "Uttalanden som kommit till: " + sv,
                "Statements that came: " + en,
                syntax);
        long removed = lines(
                "removed." + extension,
                file,
                false,
                "Uttalanden som tagits bort: " + sv,
                "Statements that went: " + en,
                syntax);
        return new ChangeCounts.Statements(added, removed);
    }

    /** The lines are counted before they are written, because their number is part of what is said of the file. */
    private long lines(String name, String file, boolean isAdded, String sv, String en, RdfSyntax syntax)
            throws IOException {
        Counted count = new Counted(isAdded, OutputStream.nullOutputStream());
        between(file, count);
        draft.write(
                FOLDER + name,
                new ReleaseFile.About(sv, en, syntax.mediaType(), java.util.List.of(), count.count),
                out -> between(file, new Counted(isAdded, out)));
        return count.count;
    }

    /** <a href="https://afs.github.io/rdf-delta/rdf-patch.html">RDF Patch</a>, in one transaction. */
    private void patch() throws IOException {
        RdfFile.Content content = out -> {
            put(out, "H id <" + Manifest.iri(base, version) + "> .\n");
            put(out, "H prev <" + Manifest.iri(before.base(), before.version()) + "> .\n");
            put(out, "TX .\n");
            between("all.nq.gz", new Differences.Listener() {
                @Override
                public void removed(byte[] line) throws IOException {
                    row(out, 'D', line);
                }

                @Override
                public void added(byte[] line) throws IOException {
                    row(out, 'A', line);
                }
            });
            put(out, "TC .\n");
        };
        draft.write(
                FOLDER + "changes.rdfp.gz",
                ReleaseFile.About.of("Ändringarna som RDF Patch", "The changes as RDF Patch", "application/rdf-patch"),
                content);
    }

    private static void row(OutputStream out, char code, byte[] line) throws IOException {
        out.write(code);
        out.write(' ');
        out.write(line);
        out.write(END);
    }

    private static void put(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private SortedMap<String, ChangeCounts.Things> classes(ChangeLog log) throws IOException {
        ByThing things = new ByThing(log);
        between("core.nt.gz", things);
        things.end();
        return things.classes;
    }

    /** Gathers the lines of one thing after the other. */
    private static final class ByThing implements Differences.Listener {
        private final QuadReader reader = new QuadReader(LineOrder.GRAPH_LAST);
        private final ChangeLog log;
        private final SortedMap<String, ChangeCounts.Things> classes = new TreeMap<>();
        private Optional<ChangedThing> thing = Optional.empty();

        ByThing(ChangeLog log) {
            this.log = log;
        }

        @Override
        public void kept(byte[] line) {
            Triple triple = reader.read(line).asTriple();
            of(triple).kept(triple);
        }

        @Override
        public void removed(byte[] line) {
            Triple triple = reader.read(line).asTriple();
            of(triple).removed(triple);
        }

        @Override
        public void added(byte[] line) {
            Triple triple = reader.read(line).asTriple();
            of(triple).added(triple);
        }

        private ChangedThing of(Triple triple) {
            String iri = triple.getSubject().getURI();
            if (thing.filter(current -> current.iri().equals(iri)).isEmpty()) {
                end();
                thing = Optional.of(new ChangedThing(iri));
            }
            return thing.orElseThrow();
        }

        void end() {
            thing.filter(ChangedThing::isChanged).ifPresent(changed -> {
                log.add(changed);
                Set<String> types = new TreeSet<>(changed.before());
                types.addAll(changed.after());
                types.forEach(type -> classes.merge(type, counted(changed, type), ChangeCounts.Things::plus));
            });
            thing = Optional.empty();
        }

        private static ChangeCounts.Things counted(ChangedThing thing, String type) {
            if (!thing.before().contains(type)) {
                return new ChangeCounts.Things(1, 0, 0);
            }
            return thing.after().contains(type) ? new ChangeCounts.Things(0, 0, 1) : new ChangeCounts.Things(0, 1, 0);
        }
    }
}
