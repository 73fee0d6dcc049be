package se.fondgraf.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code extract} as the terminal sees it. */
class ExtractCommandTest {
    @TempDir
    Path folder;

    private Ran extract(String input, String output, String... more) {
        String[] arguments = new String[4 + more.length];
        System.arraycopy(new String[] {"extract", input, "-o", output}, 0, arguments, 0, 4);
        System.arraycopy(more, 0, arguments, 4, more.length);
        return Ran.with(arguments);
    }

    @Test
    void recordsAreWrittenAndReadByOtherCommands() throws IOException {
        Path records = folder.resolve("seeds.jsonl");
        Ran ran = extract("seeds", records.toString());
        assertEquals(0, ran.code(), ran.err());
        assertTrue(ran.err().startsWith("5 pages read, 0 inputs rejected, 5 projects"), ran.err());
        assertEquals(5, Files.readAllLines(records).size());
        for (String input : new String[] {"seeds", records.toString()}) {
            Path out = folder.resolve(input.equals("seeds") ? "a.nq" : "b.nq");
            assertEquals(0, Ran.with("convert", input, "-o", out.toString()).code());
        }
        assertEquals(-1, Files.mismatch(folder.resolve("a.nq"), folder.resolve("b.nq")));
        Ran explained = Ran.with("explain", "Arbetsförmedlingen", records.toString());
        assertEquals(0, explained.code(), explained.err());
        assertEquals(Ran.with("explain", "Arbetsförmedlingen", "seeds").out(), explained.out());
    }

    @Test
    void compressedRecordsAreTheSameBytes() throws IOException {
        extract("seeds", folder.resolve("a.jsonl").toString());
        extract("seeds", folder.resolve("b.jsonl.gz").toString(), "--threads", "1");
        try (InputStream stream = new GZIPInputStream(Files.newInputStream(folder.resolve("b.jsonl.gz")))) {
            assertArrayEquals(Files.readAllBytes(folder.resolve("a.jsonl")), stream.readAllBytes());
        }
    }

    @Test
    void otherExtensionsAreWrongUsage() {
        Ran ran = extract("seeds", "x.json");
        assertEquals(2, ran.code());
        assertTrue(ran.err().contains("known are .jsonl and .jsonl.gz"), ran.err());
    }

    @Test
    void nothingIsWrittenOverWhatIsRead() throws IOException {
        Path records = folder.resolve("a.jsonl");
        extract("seeds", records.toString());
        byte[] before = Files.readAllBytes(records);
        assertEquals(2, extract(folder.toString(), records.toString()).code());
        assertEquals(2, extract(records.toString(), records.toString()).code());
        assertArrayEquals(before, Files.readAllBytes(records));
    }

    @Test
    void nothingUsableLeavesTheOldFile() throws IOException {
        Path old = Files.writeString(folder.resolve("old.jsonl"), "old");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Ran ran = extract(empty.toString(), old.toString());
        assertEquals(1, ran.code());
        assertTrue(ran.err().contains("nothing usable was found"), ran.err());
        assertEquals("old", Files.readString(old));
    }

    @Test
    void strictFailsOnABadRecord() throws IOException {
        Path records = folder.resolve("a.jsonl");
        extract("seeds", records.toString());
        Files.writeString(records, Files.readString(records) + "{}\n");
        Ran ran = extract(records.toString(), folder.resolve("b.jsonl").toString(), "--strict");
        assertEquals(1, ran.code());
        assertTrue(ran.err().contains("a.jsonl:6: form is missing"), ran.err());
        assertFalse(ran.err().contains("Exception"), ran.err());
    }

    @Test
    void takesNoOptionThatChangesNothing() {
        for (String option : List.of("--base", "--decisions", "--config")) {
            Ran ran = Ran.with("extract", "seeds", "-o", "-", option, "https://example.org/");
            assertEquals(2, ran.code());
            assertTrue(ran.err().startsWith("fondgraf: Unknown option"), ran.err());
        }
    }
}
