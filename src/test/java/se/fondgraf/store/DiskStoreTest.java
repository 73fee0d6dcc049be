package se.fondgraf.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.shared.AccessDeniedException;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is in a folder is served whole or not at all, whatever happened to it. */
class DiskStoreTest {
    private static final String EX = "https://example.org/";
    private static final Origin ONE = new Origin("1", EX);
    private static final Origin TWO = new Origin("2", EX);

    @TempDir
    private Path folder;

    private static Node ex(String name) {
        return NodeFactory.createURI(EX + name);
    }

    /** A page and two statements, one of them in a named graph. */
    private static Source data(String word) {
        return sink -> {
            sink.statements().triple(Triple.create(ex("it"), ex("says"), NodeFactory.createLiteralLang(word, "sv")));
            sink.statements().triple(Triple.create(ex("it"), ex("says"), NodeFactory.createLiteralLang(word, "sv")));
            sink.statements().quad(Quad.create(ex("graph"), ex("it"), ex("in"), ex(word)));
            sink.statements().prefix("ex", EX);
            sink.page("project", "0000000" + word.length(), "text of " + word);
            return "version" + word;
        };
    }

    private static List<String> words(Release release) {
        try (QueryExec execution =
                release.execute(QueryFactory.create("SELECT ?word { ?it <https://example.org/says> ?word }"))) {
            RowSet rows = execution.select();
            return rows.stream()
                    .map(row -> row.get("word").getLiteralLexicalForm())
                    .toList();
        }
    }

    @Test
    void whatWasLoadedIsThereInTheNextProcess() {
        try (DiskStore store = DiskStore.open(folder)) {
            assertTrue(store.isEmpty());
            store.load(ONE, data("one"));
            assertEquals(List.of("one"), words(store.current()));
        }
        try (DiskStore store = DiskStore.open(folder)) {
            Snapshot release = store.current();
            assertEquals(List.of("one"), words(release));
            assertEquals(Optional.of(ONE), store.origin());
            assertEquals(Optional.empty(), store.damage());
            assertEquals("versionone", release.version());
            assertEquals(1, release.triples());
            assertEquals(2, release.quads());
            assertEquals(Optional.of("text of one"), release.pages().text("project", "00000003"));
            assertEquals(EX, release.dataset().prefixes().get("ex"));
        }
    }

    @Test
    void nothingCanBeWrittenIntoARelease() {
        try (DiskStore store = DiskStore.open(folder)) {
            store.load(ONE, data("one"));
            assertThrows(
                    UnsupportedOperationException.class,
                    () -> store.current().dataset().add(Quad.create(ex("graph"), ex("a"), ex("b"), ex("c"))));
            assertThrows(
                    AccessDeniedException.class,
                    () -> store.current().dataset().begin(org.apache.jena.query.ReadWrite.WRITE));
        }
    }

    @Test
    void aFailedLoadLeavesWhatWasThere() throws IOException {
        try (DiskStore store = DiskStore.open(folder)) {
            store.load(ONE, data("one"));
            Source failing = sink -> {
                data("two").writeTo(sink);
                throw new IllegalStateException("no more");
            };
            assertEquals(
                    "no more",
                    assertThrows(IllegalStateException.class, () -> store.load(TWO, failing))
                            .getMessage());
            assertEquals(List.of("one"), words(store.current()));
            store.load(TWO, data("two"));
            assertEquals(List.of("two"), words(store.current()));
        }
        assertEquals(List.of("current", "lock", "releases"), names(folder));
    }

    private static List<String> names(Path folder) throws IOException {
        return Folders.children(folder).stream()
                .map(path -> String.valueOf(path.getFileName()))
                .toList();
    }

    @Test
    void aReaderKeepsTheReleaseThatItHas() {
        try (DiskStore store = DiskStore.open(folder)) {
            store.load(ONE, data("one"));
            Snapshot held = store.current();
            store.load(TWO, data("two"));
            System.gc();
            assertEquals(List.of("one"), words(held));
            assertEquals(Optional.of("text of one"), held.pages().text("project", "00000003"));
            assertEquals(List.of("two"), words(store.current()));
        }
    }

    @Test
    void aReleaseThatNobodyReadsIsRemoved() throws Exception {
        try (DiskStore store = DiskStore.open(folder)) {
            store.load(ONE, data("one"));
            store.load(TWO, data("two"));
            for (int i = 0; i < 200 && names(folder.resolve("releases")).size() > 1; i++) {
                System.gc();
                Thread.sleep(50);
            }
            assertEquals(List.of("versiontwo"), names(folder.resolve("releases")));
            assertEquals(List.of("two"), words(store.current()));
        }
    }

    private static String refusal(Path folder) {
        return String.valueOf(
                assertThrows(StoreException.class, () -> DiskStore.open(folder)).getMessage());
    }

    @Test
    void aSecondUserIsToldAndStopped() {
        try (DiskStore store = DiskStore.open(folder)) {
            store.load(ONE, data("one"));
            String sentence = refusal(folder);
            assertTrue(sentence.startsWith("the store " + folder + " is in use by another process"), sentence);
            assertEquals(List.of("one"), words(store.current()));
        }
        DiskStore.open(folder).close();
    }

    @Test
    void aFolderOfSomethingElseIsLeftAlone() throws IOException {
        Files.writeString(folder.resolve("letter.txt"), "dear");
        String sentence = refusal(folder);
        assertTrue(sentence.contains("holds other things than a store"), sentence);
        assertEquals(List.of("letter.txt"), names(folder));
        Path file = folder.resolve("letter.txt");
        assertEquals("the store " + file + " cannot be opened: " + file + " is not a folder", refusal(file));
    }

    /** What may happen to a file of a release. */
    @FunctionalInterface
    interface Damage {
        void to(Path file) throws IOException;
    }

    static Stream<Damage> damages() {
        return Stream.of(
                Files::delete,
                file -> {
                    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
                        bytes.setLength(bytes.length() / 2);
                    }
                },
                file -> {
                    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
                        bytes.seek(bytes.length() / 2);
                        int old = bytes.read();
                        bytes.seek(bytes.length() / 2);
                        bytes.write(old ^ 1);
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("damages")
    void aDamagedFileIsFoundWhicheverItIs(Damage damage) throws IOException {
        Path release = folder.resolve("releases/versionone");
        try (DiskStore store = DiskStore.open(folder)) {
            store.load(ONE, data("one"));
        }
        for (String name : List.of(
                "COMPLETE", "pages.bin", "pages.idx", "tdb2/Data-0001/SPO.dat", "tdb2/Data-0001/nodes-data.obj")) {
            Path file = release.resolve(name);
            byte[] sound = Files.readAllBytes(file);
            damage.to(file);
            try (DiskStore store = DiskStore.open(folder)) {
                assertTrue(store.isEmpty(), name);
                assertEquals(Optional.empty(), store.origin());
                assertTrue(store.damage().orElseThrow().startsWith("the release " + release + " is damaged: "), name);
            }
            Files.write(file, sound);
        }
    }

    @Test
    void aDamagedReleaseIsReplaced() throws IOException {
        try (DiskStore store = DiskStore.open(folder)) {
            store.load(ONE, data("one"));
        }
        Files.delete(folder.resolve("releases/versionone/pages.bin"));
        try (DiskStore store = DiskStore.open(folder)) {
            store.load(ONE, data("one"));
            assertEquals(List.of("one"), words(store.current()));
        }
        try (DiskStore store = DiskStore.open(folder)) {
            assertEquals(Optional.empty(), store.damage());
        }
        assertEquals(List.of("versionone-2"), names(folder.resolve("releases")));
    }

    @Test
    void anInterruptedLoadLeavesTheReleaseBefore() throws IOException {
        try (DiskStore store = DiskStore.open(folder)) {
            store.load(ONE, data("one"));
        }
        Files.createDirectories(folder.resolve("building/tdb2"));
        Files.writeString(folder.resolve("building/tdb2/half"), "half");
        Files.createDirectories(folder.resolve("releases/versiontwo"));
        try (DiskStore store = DiskStore.open(folder)) {
            assertEquals(List.of("one"), words(store.current()));
            assertEquals(Optional.empty(), store.damage());
        }
        assertEquals(List.of("versionone"), names(folder.resolve("releases")));
        assertFalse(Files.exists(folder.resolve("building")));
    }

    @Test
    void aFullDiskIsToldBeforeItIsFull() {
        try (DiskStore store = DiskStore.open(folder, Long.MAX_VALUE)) {
            assertEquals(
                    "the store " + folder + " cannot be written: the disk is full; it holds what it held before",
                    assertThrows(StoreException.class, () -> store.load(ONE, data("one")))
                            .getMessage());
            assertTrue(store.isEmpty());
        }
    }
}
