package se.fondgraf.convert;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.fondgraf.publish.RdfSyntax;
import se.fondgraf.rdf.Iris;

/** The same pages give the same data in whatever form they come. */
class InputFormsTest {
    private static final List<Path> INPUTS = List.of(Path.of("seeds"), Path.of("src/test/resources/pages"));

    @TempDir
    Path folder;

    private Converted expected = Converted.of(INPUTS.toArray(Path[]::new));

    @BeforeEach
    void expectedIsWhatTheTextsGive() {
        assertEquals(14, expected.result().pages());
    }

    private void isSame(Path... inputs) {
        for (int threads = 1; threads <= 2; threads++) {
            Converted converted = Converted.of(RdfSyntax.N_QUADS, threads, List.of(inputs));
            assertEquals(List.of(), converted.messages());
            assertEquals(14, converted.result().pages());
            assertEquals(expected.text(), converted.text());
            assertEquals(expected.result().version(), converted.result().version());
        }
    }

    static byte[] extracted(int threads, List<Path> inputs) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Names names = new Names(Iris.DEFAULT_BASE, threads, List.of(), Progress.NONE)) {
            names.read(inputs, Report.none(), (message, rejected) -> {});
            names.writePages(out);
        }
        return out.toByteArray();
    }

    private Path records() throws IOException {
        return Files.write(folder.resolve("all.jsonl"), extracted(2, INPUTS));
    }

    static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> seeds = Files.list(INPUTS.getFirst());
                Stream<Path> pages = Files.list(INPUTS.getLast())) {
            return Stream.concat(seeds, pages).sorted().toList();
        }
    }

    private void zip(Path target, Function<String, String> name, boolean compressed) throws IOException {
        try (OutputStream out = Files.newOutputStream(target);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Path file : files()) {
                byte[] bytes = Files.readAllBytes(file);
                boolean page = compressed && file.toString().endsWith(".txt");
                zip.putNextEntry(new ZipEntry(name.apply(file.getFileName().toString()) + (page ? ".gz" : "")));
                zip.write(page ? gzip(bytes) : bytes);
            }
        }
    }

    @Test
    void recordsGiveTheSameDataAndTheSameRecords() throws IOException {
        Path records = records();
        isSame(records);
        assertArrayEquals(Files.readAllBytes(records), extracted(1, List.of(records)));
        assertEquals(14, Files.readAllLines(records).size());
    }

    @Test
    void recordsInAnyOrderAndTwiceGiveTheSame() throws IOException {
        Path records = records();
        List<String> lines = new java.util.ArrayList<>(Files.readAllLines(records));
        java.util.Collections.shuffle(lines, new java.util.Random(3));
        Path shuffled = Files.writeString(
                folder.resolve("shuffled"),
                "\uFEFF" + String.join("\r\n\r\n", lines),
                java.nio.charset.StandardCharsets.UTF_8);
        Files.move(shuffled, folder.resolve("shuffled.ndjson"));
        Path again = folder.resolve("shuffled.ndjson");
        isSame(again);
        assertArrayEquals(Files.readAllBytes(records), extracted(2, List.of(again, records)));
        assertArrayEquals(
                Files.readAllBytes(records), extracted(2, List.of(again, INPUTS.getFirst(), INPUTS.getLast())));
    }

    @Test
    void theReportOfRecordsAccountsForTheSameLines() throws IOException {
        String report = Converted.of(records()).report();
        assertEquals(
                expected.report().substring(expected.report().indexOf("\"totals\"")),
                report.substring(report.indexOf("\"totals\"")));
        assertTrue(report.contains("all.jsonl#14\""), report);
    }

    @Test
    void compressedRecordsWithAnyNameAreKnownByTheirContent() throws IOException {
        byte[] records = Files.readAllBytes(records());
        isSame(Files.write(folder.resolve("a.jsonl.gz"), gzip(records)));
        isSame(Files.write(folder.resolve("b"), gzip(records)));
        isSame(Files.write(folder.resolve("c"), records));
        int half =
                new String(records, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf('\n', records.length / 2) + 1;
        ByteArrayOutputStream parts = new ByteArrayOutputStream();
        parts.write(gzip(java.util.Arrays.copyOfRange(records, 0, half)));
        parts.write(gzip(java.util.Arrays.copyOfRange(records, half, records.length)));
        isSame(Files.write(folder.resolve("parts.jsonl.gz"), parts.toByteArray()));
    }

    @Test
    void compressedTextsGiveTheSame() throws IOException {
        Path texts = Files.createDirectories(folder.resolve("texts/inner"));
        for (Path file : files()) {
            String name = file.getFileName().toString();
            boolean page = name.endsWith(".txt");
            byte[] bytes = Files.readAllBytes(file);
            Files.write(texts.resolve(page ? name + ".gz" : name), page ? gzip(bytes) : bytes);
        }
        isSame(folder.resolve("texts"));
    }

    @Test
    void anArchiveGivesTheSame() throws IOException {
        Path archive = folder.resolve("pages.zip");
        zip(archive, name -> "djup/mapp med å/" + name, false);
        isSame(archive);
        isSame(Files.copy(archive, folder.resolve("utan ändelse")));
        zip(archive, name -> name, true);
        isSame(archive);
    }

    @Test
    void anArchiveOfRecordsGivesTheSame() throws IOException {
        byte[] records = Files.readAllBytes(records());
        for (boolean compressed : new boolean[] {false, true}) {
            Path archive = folder.resolve("records" + compressed + ".zip");
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
                zip.putNextEntry(new ZipEntry("all.jsonl" + (compressed ? ".gz" : "")));
                zip.write(compressed ? gzip(records) : records);
            }
            isSame(archive);
        }
    }

    @Test
    void htmlGivesWhatTheTextOfItsReducedLinesGives() throws IOException {
        Path html = Files.createDirectory(folder.resolve("html"));
        String page = """
                <!DOCTYPE html><html><head><meta charset="utf-8"><title>x</title></head><body><nav>Meny</nav>
                <h1>2016/00999 - Ett projekt</h1><dl><dt>Projektnummer:</dt><dd>2016/00999</dd>
                <dt>Projektägare:</dt><dd>Granby kommun</dd><dt>E-post:</dt><dd>ylva@granby.example</dd></dl>
                <h2>Medfinansiärer</h2><ul><li>ABF Granby</li></ul></body></html>
                """;
        Files.writeString(html.resolve("en.html"), page);
        Files.writeString(html.resolve("en.url"), "https://esf.example/1\n");
        Path text = Files.createDirectory(folder.resolve("text"));
        Files.writeString(text.resolve("en.txt"), """
                2016/00999 - Ett projekt

                Projektnummer:
                2016/00999
                Projektägare:
                Granby kommun
                E-post:
                ylva@granby.example

                Medfinansiärer

                 • ABF Granby
                """);
        Files.writeString(text.resolve("en.url"), "https://esf.example/1\n");
        String same = Converted.of(text).text();
        assertTrue(same.contains("<https://esf.example/1>"));
        assertEquals(same, Converted.of(html).text());
        Path compressed = Files.createDirectory(folder.resolve("compressed"));
        Files.write(compressed.resolve("en.html.gz"), gzip(Files.readAllBytes(html.resolve("en.html"))));
        Files.copy(html.resolve("en.url"), compressed.resolve("en.url"));
        assertEquals(same, Converted.of(compressed).text());
        Path named = Files.createDirectory(folder.resolve("named"));
        Files.copy(html.resolve("en.html"), named.resolve("en.txt"));
        Files.copy(html.resolve("en.url"), named.resolve("en.url"));
        assertEquals(same, Converted.of(named).text());
        assertArrayEquals(extracted(1, List.of(text)), extracted(1, List.of(html)));
    }
}
