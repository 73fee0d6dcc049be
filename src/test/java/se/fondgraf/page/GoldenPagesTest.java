package se.fondgraf.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is read from the bundled pages, the sample pages of every layout and a folder of nasty ones, one page a trap.
 * {@code -Dgolden=write} writes the expectations anew; read the difference before committing it.
 */
class GoldenPagesTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/pages");

    static Stream<Path> pages() throws IOException {
        return Stream.of(Path.of("seeds"), Path.of("src/test/resources/pages"), Path.of("src/test/resources/nasty"))
                .flatMap(GoldenPagesTest::texts);
    }

    private static Stream<Path> texts(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList().stream();
        } catch (IOException e) {
            return List.<Path>of().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void isReadAsExpected(Path file) throws Exception {
        String actual = read(file);
        Path golden = GOLDEN.resolve(file.getFileName());
        if ("write".equals(System.getProperty("golden"))) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, actual);
        }
        assertEquals(Files.readString(golden), actual);
    }

    private static String read(Path file) throws IOException {
        try {
            return Pages.describe(Pages.parse(file));
        } catch (RejectedPageException e) {
            return "rejected, line " + e.line() + ": " + e.reason() + "\n";
        }
    }
}
