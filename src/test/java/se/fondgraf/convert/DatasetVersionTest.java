package se.fondgraf.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.fondgraf.rdf.Iris;

/** The version changes with the triples, and with nothing else. */
class DatasetVersionTest {
    private static final String PAGE = """
            2016/00001 - Ett projekt

            Projektnummer:
            2016/00001
            Projektägare:
            Lunds Stift
            Kontaktperson:
            Ylva Testsson
            E-post:
            ylva@lund.example
            """;

    private static final String OTHER = PAGE.replace("00001", "00002");

    private static final String DECISIONS = "decision,subject,object,who,date,reason,name,candidates,rule\n";

    @TempDir
    Path folder;

    private String version(Path... inputs) {
        return version(Iris.DEFAULT_BASE, List.of(), inputs);
    }

    private static String version(String base, List<Path> decisions, Path... inputs) {
        return new Conversion(Iris.under(base), 2, decisions, Progress.NONE)
                .run(List.of(inputs), quad -> {}, (message, rejected) -> {})
                .version();
    }

    private Path page(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    void namesOrderRepetitionAndThreadsChangeNothing() throws IOException {
        String expected = version(page("a/1.txt", PAGE), page("a/2.txt", OTHER));
        assertTrue(expected.matches("[0-9a-f]{16}"), expected);
        page("b/z", PAGE);
        page("b/a.text", OTHER);
        page("b/again.txt", PAGE);
        page("b/no page.txt", "Hej.\n");
        assertEquals(expected, version(folder.resolve("b")));
        assertEquals(
                expected,
                new Conversion(Iris.under(Iris.DEFAULT_BASE), 1, Progress.NONE)
                        .run(List.of(folder.resolve("a")), quad -> {}, (message, rejected) -> {})
                        .version());
    }

    @Test
    void whateverMayChangeATripleChangesIt() throws IOException {
        Path page = page("a/1.txt", PAGE);
        Path addressed = page("b/1.txt", PAGE);
        page("b/1.url", "https://www.esf.example/1\n");
        Path decisions = page("none.csv", DECISIONS);
        Path others = page(
                "other.csv",
                DECISIONS
                        + "same,organization/stiftet,organization/lunds-stift,A. Andersson,2025-03-31,Samma"
                        + " kansli,,,\n");
        List<String> versions = List.of(
                version(page),
                version(page, page("a/2.txt", OTHER)),
                version(page("c/1.txt", PAGE.replace("Lunds Stift", "Lunds stift"))),
                version(page("d/1.txt", PAGE.replace("lund.example", "kyrkan.example"))),
                version(page("e/1.txt", PAGE.replace("Projektägare", "Okänt\nsak\nProjektägare"))),
                version(addressed),
                version("https://data.example.org/", List.of(), page),
                version(Iris.DEFAULT_BASE, List.of(decisions), page),
                version(Iris.DEFAULT_BASE, List.of(others), page));
        assertEquals(versions.size(), new TreeSet<>(versions).size(), versions.toString());
        assertNotEquals(
                version(Iris.DEFAULT_BASE, List.of(decisions, others), page),
                version(Iris.DEFAULT_BASE, List.of(others, decisions), page));
    }

    @Test
    void theWholeOfOntologyCounts() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("ontology"))) {
            assertEquals(
                    files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new)),
                    Knowledge.files());
        }
        assertEquals(
                1,
                Arrays.asList(Knowledge.digest(), Knowledge.digest()).stream()
                        .distinct()
                        .count());
    }
}
