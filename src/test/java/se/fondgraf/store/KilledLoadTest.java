package se.fondgraf.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Killing a process in the midst of loads, at any moment, costs nothing but the load that it was at. */
class KilledLoadTest {
    private static final int KILLS = 4;

    /** Longer than one load takes, so that all of its moments may be met. */
    private static final int LONGEST_MILLIS = 1_500;

    @TempDir
    private Path folder;

    @TempDir
    private Path outside;

    @Test
    void theLastGoodDataIsThereAfterwards() throws Exception {
        Random random = new Random(20_250_331);
        int last = 0;
        for (int i = 0; i < KILLS; i++) {
            int told = loadUntilKilled(last + 1, random.nextInt(LONGEST_MILLIS));
            last = wholeRelease();
            assertTrue(last >= told, "release " + told + " was there, and now it is " + last);
        }
    }

    /** The last release that the process said it had loaded. */
    private int loadUntilKilled(int first, int millis) throws IOException, InterruptedException {
        Path said = Files.createTempFile(outside, "said", ".txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        EndlessLoads.class.getName(),
                        folder.toString(),
                        String.valueOf(first))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(said.toFile())
                .start();
        try {
            while (Files.readString(said).lines().findAny().isEmpty()) {
                assertTrue(process.isAlive(), "the process ended by itself");
                Thread.sleep(20);
            }
            Thread.sleep(millis);
        } finally {
            process.destroyForcibly().waitFor();
        }
        List<String> numbers = Files.readString(said).lines().toList();
        assertEquals(String.valueOf(first), numbers.getFirst());
        return Integer.parseInt(numbers.getLast());
    }

    /** The release that a new process finds, every statement and page of it looked at. */
    private int wholeRelease() {
        try (DiskStore store = DiskStore.open(folder)) {
            assertEquals(Optional.empty(), store.damage());
            Snapshot release = store.current();
            assertEquals(2 * EndlessLoads.STATEMENTS, release.quads());
            assertEquals(
                    List.of(release.version() + " " + EndlessLoads.STATEMENTS),
                    counted(release, "{ ?it <https://example.org/says> ?release }"));
            assertEquals(
                    List.of(release.version() + " " + EndlessLoads.STATEMENTS),
                    counted(release, "{ GRAPH ?graph { ?it <https://example.org/says> ?release } }"));
            for (int i = 0; i < EndlessLoads.PAGES; i++) {
                assertEquals(Optional.of(release.version()), release.pages().text("project", "%08d".formatted(i)));
            }
            return Integer.parseInt(release.version());
        }
    }

    private static List<String> counted(Release release, String pattern) {
        try (QueryExec execution = release.execute(
                QueryFactory.create("SELECT ?release (COUNT(*) AS ?number) WHERE " + pattern + " GROUP BY ?release"))) {
            RowSet rows = execution.select();
            return rows.stream()
                    .map(row -> row.get("release").getLiteralLexicalForm() + " "
                            + row.get("number").getLiteralLexicalForm())
                    .toList();
        }
    }
}
