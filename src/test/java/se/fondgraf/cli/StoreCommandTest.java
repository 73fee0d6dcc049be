package se.fondgraf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands over a store in a folder. */
class StoreCommandTest {
    @TempDir
    private Path folder;

    private Ran ask(String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("query", "organizations", "--format", "csv", "--store", store().toString()));
        arguments.addAll(List.of(more));
        return Ran.with(arguments.toArray(String[]::new));
    }

    private Path store() {
        return folder.resolve("store");
    }

    @Test
    void theStoreAnswersAsMemoryDoesAndIsFilledOnce() {
        String expected = Ran.with("query", "organizations", "--format", "csv").out();
        Ran first = ask();
        assertEquals(expected, first.out(), first.err());
        assertTrue(first.err().contains("5 pages read"), first.err());
        Ran again = ask("--input", "seeds");
        assertEquals(expected, again.out());
        assertTrue(again.err().contains("the store is up to date, nothing was loaded"), again.err());
        Ran without = ask();
        assertEquals(expected, without.out());
        assertTrue(without.err().startsWith("the store holds release "), without.err());
    }

    @Test
    void whatTheStoreHoldsFollowsTheInputs() throws IOException {
        Path pages = Files.createDirectory(folder.resolve("pages"));
        Path seed = firstSeed();
        Files.copy(seed, pages.resolve("one.txt"));
        Ran first = ask("--input", pages.toString());
        assertTrue(first.err().contains("1 page read"), first.err());
        Files.writeString(pages.resolve("two.txt"), "no page");
        Ran strict = ask("--input", pages.toString(), "--strict");
        assertEquals(1, strict.code());
        assertTrue(strict.err().contains("nothing was loaded, because --strict was given"), strict.err());
        assertEquals(first.out(), ask().out());
        Ran otherBase = ask("--base", "https://data.example.org/");
        assertEquals(1, otherBase.code());
        assertTrue(otherBase.err().contains("the store holds data under https://w3id.org/fondgraf/"), otherBase.err());
    }

    private static Path firstSeed() throws IOException {
        try (Stream<Path> seeds = Files.list(Path.of("seeds"))) {
            return seeds.filter(seed -> seed.toString().endsWith(".txt"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void aDamagedStoreIsToldAndLoadedAgainFromInputsAlone() throws IOException {
        String expected = ask().out();
        for (Path release : releases()) {
            Files.write(release.resolve("pages.bin"), new byte[] {1}, StandardOpenOption.APPEND);
        }
        Ran without = ask();
        assertEquals(1, without.code());
        assertTrue(without.err().contains("is damaged: its file pages.bin has "), without.err());
        assertTrue(without.err().contains("give the inputs, to have it loaded again"), without.err());
        Ran with = ask("--input", "seeds");
        assertEquals(expected, with.out(), with.err());
        assertTrue(with.err().contains("; the inputs are loaded again"), with.err());
    }

    private List<Path> releases() throws IOException {
        try (Stream<Path> releases = Files.list(store().resolve("releases"))) {
            return releases.toList();
        }
    }

    @Test
    void whatCannotBeAStoreIsTold() throws IOException {
        Files.createDirectory(store());
        Files.writeString(store().resolve("letter.txt"), "dear");
        Ran ran = ask();
        assertEquals(1, ran.code());
        assertEquals(
                "fondgraf: the folder " + store()
                        + " holds other things than a store; name a new or an empty folder, or a store\n",
                ran.err());
        assertFalse(Files.exists(store().resolve("releases")));
    }
}
