package se.fondgraf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.fondgraf.publish.RdfFile;
import se.fondgraf.store.SmallDisk;

/** A file that cannot be written, or whose writer is killed, leaves the last good one. */
class WriteFailuresTest {
    @TempDir
    Path folder;

    private Path old = Path.of("");

    @BeforeEach
    void anOldFile() throws IOException {
        old = Files.writeString(folder.resolve("out.nq"), "old");
    }

    /** What a process came to, whose messages and output are one. */
    private record Ended(int code, String said) {}

    /** Java on this class path, started by a shell after what it is told before. */
    private Process java(String before, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", before + "exec \"$@\"", "sh"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:-UsePerfData", "-cp", System.getProperty("java.class.path")));
        command.addAll(arguments);
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private Ended ended(Process process) throws IOException, InterruptedException {
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    /** A limit on the size of files stands for a disk without room: the system refuses in the middle of writing. */
    @ParameterizedTest
    @ValueSource(strings = {"out.nq", "out.ttl", "out.jsonld"})
    void aFileThatDoesNotFitLeavesTheOldOne(String name) throws Exception {
        Files.writeString(folder.resolve(name), "old");
        Ended ended = ended(java(
                "ulimit -f 400; ",
                List.of(
                        Main.class.getName(),
                        "convert",
                        "seeds",
                        "-o",
                        folder.resolve(name).toString())));
        assertEquals("fondgraf: " + folder.resolve(name) + " cannot be written: File too large\n", ended.said());
        assertEquals(1, ended.code());
        assertEquals("old", Files.readString(folder.resolve(name)));
        assertEquals(Stream.of("out.nq", name).distinct().sorted().toList(), files());
    }

    @Test
    void aFullDiskLeavesTheOldFile() throws Exception {
        Path disk = folder.resolve("disk");
        SmallDisk.Ended ended = new SmallDisk(disk, "64k").run("""
            echo old >"$D/out.nq"
            "$@" convert seeds -o "$D/out.nq"
            echo "exit $?"
            cat "$D/out.nq"
            ls -A "$D"
            """, Main.class);
        assertEquals(
                List.of(
                        "fondgraf: " + disk + "/out.nq cannot be written: No space left on device",
                        "exit 1",
                        "old",
                        "out.nq"),
                ended.lines());
    }

    /** Others fill the disk, to so many kilobytes. */
    private static String filledBut(long kilobytes) {
        return """
            free=$(df -k "$D" | tail -n 1 | awk '{ print $4 }')
            head -c $(((free - %d) * 1024)) /dev/zero >"$D/others"
            """.formatted(kilobytes);
    }

    @Test
    void aFullDiskLeavesTheOldReleaseWhole() throws Exception {
        SmallDisk.Ended ended = new SmallDisk(folder.resolve("disk"), "8m").run("""
            "$@" dump "$D/releases" seeds >/dev/null 2>&1 || echo "the first does not fit"
            first=$(cat "$D/releases/latest")
            """ + filledBut(600) + """
            "$@" dump "$D/releases" seeds src/test/resources/pages 2>&1 | grep '^fondgraf'
            [ "$first" = "$(cat "$D/releases/latest")" ] && echo "still the first"
            (cd "$D/releases/$first" && sha256sum --quiet -c SHA256SUMS) && echo "and whole"
            ls -A "$D/releases" | grep -v "$first"
            rm "$D/others"
            "$@" dump "$D/releases" seeds src/test/resources/pages >/dev/null 2>&1 && echo "with room it goes on"
            """, Main.class);
        assertEquals(
                List.of(
                        "fondgraf: the release cannot be written: No space left on device",
                        "still the first",
                        "and whole",
                        ".lock",
                        "latest",
                        "with room it goes on"),
                ended.lines());
    }

    /** A store ends a load while 64 MiB are left, because mapped files must not meet a full disk. */
    @Test
    void aFullDiskLeavesTheOldStore() throws Exception {
        Path disk = folder.resolve("disk");
        SmallDisk.Ended ended = new SmallDisk(disk, "90m").run("""
            "$@" query --store "$D/store" --input seeds projects >"$D/first" 2>/dev/null
            """ + filledBut(64 * 1024 + 500) + """
            "$@" query --store "$D/store" --input seeds --input src/test/resources/pages projects
            echo "exit $?"
            "$@" query --store "$D/store" projects >"$D/second" 2>/dev/null
            [ -s "$D/first" ] && cmp "$D/first" "$D/second" && echo "the same answer"
            """, Main.class);
        assertEquals(
                List.of(
                        "fondgraf: the store " + disk + "/store cannot be written: the disk is full; it holds what it"
                                + " held before",
                        "exit 1",
                        "the same answer"),
                ended.lines());
    }

    @Test
    void noRoomForSortingIsToldWithItsRemedy() throws Exception {
        Path none = folder.resolve("none");
        Ended ended = ended(java("", List.of("-Djava.io.tmpdir=" + none, ManyLines.class.getName(), old.toString())));
        assertTrue(
                ended.said().contains("temporary files in " + none + " cannot be written")
                        && ended.said().contains("-Djava.io.tmpdir=FOLDER"),
                ended.said());
        assertEquals("old", Files.readString(old));
    }

    /** Sorts more lines than fit in memory. */
    static final class ManyLines {
        private ManyLines() {}

        public static void main(String[] arguments) throws IOException {
            String text = "x".repeat(1 << 20);
            try (var writer = new se.fondgraf.publish.RdfWriter(
                    se.fondgraf.publish.RdfSyntax.N_QUADS, se.fondgraf.publish.RdfWriter.Graphs.ALL)) {
                for (int i = 0; i < 200; i++) {
                    writer.accept(org.apache.jena.sparql.core.Quad.create(
                            org.apache.jena.sparql.core.Quad.defaultGraphNodeGenerated,
                            org.apache.jena.graph.NodeFactory.createURI("http://example.org/" + i),
                            org.apache.jena.graph.NodeFactory.createURI("http://example.org/p"),
                            org.apache.jena.graph.NodeFactory.createLiteralString(text)));
                }
                RdfFile.write(Path.of(arguments[0]), writer::writeTo);
            } catch (java.io.UncheckedIOException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    @Test
    void aFolderThatCannotBeWrittenToIsNamed() throws IOException {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        assertTrue(closed.toFile().setWritable(false));
        // Root may write there nonetheless, but nobody may in the kernel's own folder.
        Path out = (Files.isWritable(closed) ? Path.of("/sys") : closed).resolve("out.nq");
        Ran ran = Ran.with("convert", "seeds", "-o", out.toString());
        assertEquals(1, ran.code());
        assertTrue(ran.err().startsWith("fondgraf: " + out + " cannot be written: "), ran.err());
        assertEquals(1, ran.err().lines().count(), ran.err());
    }

    /** Writes half a file, says so, and waits to be killed. */
    static final class HalfAFile {
        private HalfAFile() {}

        public static void main(String[] arguments) throws IOException {
            RdfFile.write(Path.of(arguments[0]), out -> {
                out.write(new byte[200_000]);
                out.flush();
                System.out.println("half");
                System.out.flush();
                System.in.read();
            });
        }
    }

    @Test
    void aKilledWriterLeavesTheOldFileAndTheNextOneClearsAway() throws Exception {
        Process writer = java("", List.of(HalfAFile.class.getName(), old.toString()));
        assertEquals("half", writer.inputReader(StandardCharsets.UTF_8).readLine());
        List<String> while_ = files();
        assertEquals(2, while_.size(), while_::toString);

        RdfFile.write(old, out -> out.write("newer".getBytes(StandardCharsets.UTF_8)));
        assertEquals(while_, files(), "what is still being written is nobody else's to clear away");

        writer.destroyForcibly().waitFor();
        assertEquals("newer", Files.readString(old));
        assertEquals(while_, files());

        RdfFile.write(old, out -> out.write("newest".getBytes(StandardCharsets.UTF_8)));
        assertEquals(List.of("out.nq"), files());
        assertEquals("newest", Files.readString(old));
    }

    @Test
    void gzipTellsNoTimeAndNoName() throws IOException {
        Path file = folder.resolve("out.nq.gz");
        RdfFile.write(file, out -> out.write('x'));
        byte[] head = java.util.Arrays.copyOf(Files.readAllBytes(file), 10);
        assertEquals(
                "1f8b 08 00 00000000 00 ff",
                String.format(
                        "%02x%02x %02x %02x %02x%02x%02x%02x %02x %02x",
                        head[0], head[1], head[2], head[3], head[4], head[5], head[6], head[7], head[8], head[9]));
        assertFalse(Files.exists(folder.resolve("out.nq.gz.part")));
    }
}
