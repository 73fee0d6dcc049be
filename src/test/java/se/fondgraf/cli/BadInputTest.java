package se.fondgraf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each bad input gives one clear line and a row in the report, and costs nothing but itself. */
class BadInputTest {
    private static final String GOOD =
            "2016/00001 - Ett projekt\n\nProjektnummer:\n2016/00001\nProjektägare:\nLunds Stift\n";

    @TempDir
    Path folder;

    private Path pages = Path.of("");

    @BeforeEach
    void aGoodPage() throws IOException {
        pages = Files.createDirectory(folder.resolve("pages"));
        Files.writeString(pages.resolve("good.txt"), GOOD);
    }

    private Ran convert(String... more) {
        return Ran.with(Stream.concat(
                        Stream.of(
                                "convert",
                                pages.toString(),
                                "-o",
                                folder.resolve("out.nq").toString(),
                                "--report",
                                folder.resolve("report.json").toString()),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private JsonNode row(String name) throws IOException {
        for (JsonNode input : new ObjectMapper()
                .readTree(folder.resolve("report.json").toFile())
                .get("inputs")) {
            if (input.get("input").asText().endsWith("/" + name)) {
                return input;
            }
        }
        throw new AssertionError("no row for " + name);
    }

    private void isRejected(String name, String reason) throws IOException {
        Ran ran = convert();
        assertEquals(0, ran.code(), ran.err());
        List<String> lines =
                ran.err().lines().filter(line -> line.contains("/" + name)).toList();
        assertEquals(1, lines.size(), ran.err());
        assertTrue(lines.getFirst().startsWith("rejected: ") && lines.getFirst().contains(reason), ran.err());
        assertEquals("rejected", row(name).get("status").asText());
        assertTrue(row(name).get("reason").asText().contains(reason));
        assertEquals("read", row("good.txt").get("status").asText());
        assertTrue(Files.readString(folder.resolve("out.nq")).contains("id/project/2016-00001>"));
        assertEquals(1, convert("--strict").code());
    }

    @Test
    void anEmptyFile() throws IOException {
        Files.createFile(pages.resolve("bad.txt"));
        isRejected("bad.txt", "the file is empty");
    }

    @Test
    void binaryData() throws IOException {
        byte[] bytes = new byte[4096];
        new java.util.Random(3).nextBytes(bytes);
        Files.write(pages.resolve("bad.txt"), bytes);
        isRejected("bad.txt", "binary");
    }

    @Test
    void aLineOfAHundredMegabytes() throws IOException {
        byte[] block = new byte[1 << 20];
        java.util.Arrays.fill(block, (byte) 'x');
        try (OutputStream out = Files.newOutputStream(pages.resolve("bad.txt"))) {
            out.write("En rad\n".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 100; i++) {
                out.write(block);
            }
        }
        isRejected("bad.txt", "longer than 1 MiB");
        assertEquals(2, row("bad.txt").get("line").asInt());
    }

    @Test
    void textThatIsNoPage() throws IOException {
        Files.writeString(pages.resolve("README.md"), "# Hello\n\nNothing here.\n");
        isRejected("README.md", "no block of known labels");
    }

    @Test
    void aFolderBehindALinkIsRead() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), pages);
        Files.createSymbolicLink(pages.resolve("again.txt"), pages.resolve("good.txt"));
        Path out = folder.resolve("out.nq");
        Path report = folder.resolve("report.json");
        Ran ran = Ran.with("convert", link.toString(), "-o", out.toString(), "--report", report.toString(), "--strict");
        assertEquals(0, ran.code(), ran.err());
        assertTrue(ran.out().contains("1 page") || ran.err().contains("1 page"), ran.err());
        assertEquals("read", row("link/good.txt").get("status").asText());
    }

    @Test
    void aLinkThatLeavesTheFolder() throws IOException {
        Files.writeString(folder.resolve("outside.txt"), GOOD.replace("00001", "00002"));
        Files.createSymbolicLink(pages.resolve("link.txt"), folder.resolve("outside.txt"));
        isRejected("link.txt", "leaves the folder");
    }

    @Test
    void aLinkThatLoops() throws IOException {
        Path inner = Files.createDirectory(pages.resolve("inner"));
        Files.createSymbolicLink(inner.resolve("again"), pages);
        isRejected("again", "loops");
    }

    @Test
    void aLinkToItself() throws IOException {
        Files.createSymbolicLink(pages.resolve("self.txt"), pages.resolve("self.txt"));
        isRejected("self.txt", "loops or leads nowhere");
    }

    @Test
    void aFolderWithNothingUsable() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Path out = folder.resolve("none.nq");
        Ran ran = Ran.with("convert", empty.toString(), "-o", out.toString());
        assertEquals(1, ran.code());
        assertTrue(ran.err().contains("nothing usable was found"), ran.err());
        assertFalse(Files.exists(out));
    }

    @Test
    void aPathThatIsNotThere() {
        Ran ran = Ran.with(
                "convert",
                folder.resolve("nowhere").toString(),
                "-o",
                folder.resolve("out.nq").toString());
        assertEquals(1, ran.code());
        assertTrue(ran.err().contains("nowhere: there is no such file or folder"), ran.err());
    }

    @Test
    void anOldFileStaysWhenNothingCanBeWritten() throws IOException {
        Path out = Files.writeString(folder.resolve("old.nq"), "old");
        Ran ran = Ran.with(
                "convert", Files.createDirectory(folder.resolve("none")).toString(), "-o", out.toString());
        assertEquals(1, ran.code());
        assertEquals("old", Files.readString(out));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Projektperiod:|2016-02-30 - 2018-01-31|startDate is left out|endDate> \"2018-01-31\"",
                "Beviljat ESF-stöd:|12 3456 kr|grantedSupport is left out|2016-00003",
                "Kommun:|Atlantis, Lund|no municipality of that name|municipality/1281>",
                "Unionens medfinansieringsgrad:|150%|unionCoFinancingRate is left out|2016-00003",
            })
    void aBadValueCostsThatValue(String label, String value, String message, String kept) throws IOException {
        Files.writeString(pages.resolve("page.txt"), GOOD.replace("00001", "00003") + label + "\n" + value + "\n");
        Ran ran = convert();
        assertEquals(0, ran.code());
        assertTrue(ran.err().contains("page.txt:8: " + message), ran.err());
        assertEquals("read", row("page.txt").get("status").asText());
        assertTrue(Files.readString(folder.resolve("out.nq")).contains(kept));
    }

    @Test
    void hostileNamesComeBackExactly() throws IOException {
        String name = "\"Ö\\\" <b>&amp; \u202Eמשהו \uD83D\uDE00 '''\\u0041 {} $x ]]> AB";
        Files.writeString(
                pages.resolve("page.txt"), GOOD.replace("00001", "00004").replace("Lunds Stift", name));
        assertEquals(0, convert().code());
        org.apache.jena.sparql.core.DatasetGraph dataset = org.apache.jena.riot.RDFDataMgr.loadDatasetGraph(
                folder.resolve("out.nq").toString());
        assertTrue(dataset.contains(
                org.apache.jena.graph.Node.ANY,
                org.apache.jena.graph.Node.ANY,
                se.fondgraf.rdf.Fg.NAME_AS_WRITTEN,
                org.apache.jena.graph.NodeFactory.createLiteralString(name)));
    }

    @Test
    void wrongUsageSaysWhatIsWrong() {
        assertEquals(2, Ran.with("convert", "seeds").code());
        Ran extension = Ran.with("convert", "seeds", "-o", "out.xlsx");
        assertEquals(2, extension.code());
        assertTrue(extension.err().contains(".nq, .trig, .nt, .ttl, .rdf, .jsonld"), extension.err());
        Ran base = Ran.with("convert", "seeds", "-o", "out.nq", "--base", "not an iri");
        assertEquals(2, base.code());
        assertTrue(base.err().contains("--base"), base.err());
    }

    @Test
    void nothingIsWrittenOverWhatIsRead() throws IOException {
        String page = pages.resolve("good.txt").toString();
        for (String input : List.of(page, pages.toString())) {
            Ran report =
                    Ran.with("convert", input, "-o", folder.resolve("out.nq").toString(), "--report", page);
            assertEquals(2, report.code());
            assertTrue(report.err().contains("is one of the inputs"), report.err());
        }
        assertEquals(GOOD, Files.readString(pages.resolve("good.txt")));
        String same = folder.resolve("same.nq").toString();
        assertEquals(2, Ran.with("convert", page, "-o", same, "--report", same).code());
    }

    @Test
    void anImpossiblePortIsWrongUsage() {
        assertEquals(2, Ran.with("serve", "--port", "99999", pages.toString()).code());
    }
}
