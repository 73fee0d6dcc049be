package se.fondgraf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dumps as files: other tools read them back to the same triples. */
class DumpReadersTest {
    @TempDir
    Path folder;

    private Path convert(String name) {
        Path out = folder.resolve(name);
        Ran ran = Ran.with(
                "convert", "seeds", "src/test/resources/pages", "src/test/resources/nasty", "-o", out.toString());
        assertEquals(0, ran.code(), ran.err());
        return out;
    }

    @ParameterizedTest
    @CsvSource({"out.nq,nquads", "out.nt,ntriples", "out.ttl,turtle", "out.rdf,rdfxml"})
    void rapperReadsTheSameTriplesAsJena(String name, String parser) throws Exception {
        assumeRapper();
        Path dump = convert(name);
        DatasetGraph jena = DatasetGraphFactory.create();
        RDFDataMgr.read(jena, dump.toUri().toString());
        DatasetGraph rapper = DatasetGraphFactory.create();
        Path reread = folder.resolve("reread." + (parser.equals("nquads") ? "nq" : "nt"));
        Process process = new ProcessBuilder(List.of(
                        "rapper",
                        "-q",
                        "-i",
                        parser,
                        "-o",
                        parser.equals("nquads") ? "nquads" : "ntriples",
                        dump.toString()))
                .redirectOutput(reread.toFile())
                .redirectError(folder.resolve("errors").toFile())
                .start();
        assertEquals(0, process.waitFor(), Files.readString(folder.resolve("errors"), StandardCharsets.UTF_8));
        RDFDataMgr.read(rapper, reread.toUri().toString());
        assertEquals(lines(jena), lines(rapper));
    }

    private static List<String> lines(DatasetGraph dataset) {
        return dataset.stream().map(Object::toString).sorted().toList();
    }

    private static void assumeRapper() {
        boolean found = java.util.Arrays.stream(
                        System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "rapper")));
        if (!found && "true".equals(System.getenv("CI"))) {
            Assertions.fail("rapper is missing: .ci/run installs raptor2-utils");
        }
        assumeTrue(found, "rapper is missing: install raptor2-utils");
    }

    @ParameterizedTest
    @CsvSource({"out.nq", "out.trig", "out.nt", "out.ttl", "out.rdf", "out.jsonld"})
    void compressedFilesHoldTheSameBytes(String name) throws IOException {
        byte[] plain = Files.readAllBytes(convert(name));
        try (var unzipped = new java.util.zip.GZIPInputStream(Files.newInputStream(convert(name + ".gz")))) {
            Assertions.assertArrayEquals(plain, unzipped.readAllBytes());
        }
        Assertions.assertArrayEquals(
                Files.readAllBytes(folder.resolve(name + ".gz")), Files.readAllBytes(convert("again-" + name + ".gz")));
    }

    @Test
    void graphsCanBeChosen() throws IOException {
        Path core = folder.resolve("core.nq");
        assertEquals(
                0,
                Ran.with("convert", "seeds", "-o", core.toString(), "--graphs", "core")
                        .code());
        DatasetGraph dataset = DatasetGraphFactory.create();
        RDFDataMgr.read(dataset, core.toUri().toString());
        assertEquals(List.of(), org.apache.jena.atlas.iterator.Iter.toList(dataset.listGraphNodes()));
        Path all = folder.resolve("all.nt");
        assertEquals(
                0,
                Ran.with("convert", "seeds", "-o", all.toString(), "--graphs", "all")
                        .code());
        Assertions.assertTrue(Files.readString(all).contains("ontology#Claim> ."));
    }

    @Test
    void aBaseMovesTheDataAndNothingElse() throws IOException {
        Path moved = folder.resolve("moved.nq");
        assertEquals(
                0,
                Ran.with("convert", "seeds", "-o", moved.toString(), "--base", "https://data.example.org/esf/")
                        .code());
        Path home = folder.resolve("home.nq");
        assertEquals(0, Ran.with("convert", "seeds", "-o", home.toString()).code());
        String expected = Files.readString(home)
                .replaceAll(
                        "([<\"])https://w3id.org/fondgraf/(?=(id|page|graph|doc|queries)/|dataset[#>\"]|sparql>)",
                        "$1https://data.example.org/esf/");
        assertEquals(comparable(expected), comparable(Files.readString(moved)));
    }

    /** But for the version, which is another one under another base. */
    private static List<String> comparable(String quads) {
        return quads.lines()
                .filter(line -> !line.contains("<http://www.w3.org/ns/dcat#version>"))
                .sorted()
                .toList();
    }
}
