package se.fondgraf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.ValidationReport;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a publisher learns about data, and what nobody's file can make the program do. */
class ValidateCommandTest {
    private static final String BROKEN = "src/test/resources/se/fondgraf/rdf/broken.ttl";

    @TempDir
    Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static Ran validate(Object... arguments) {
        String[] words = new String[arguments.length + 1];
        words[0] = "validate";
        for (int i = 0; i < arguments.length; i++) {
            words[i + 1] = arguments[i].toString();
        }
        return Ran.with(words);
    }

    @Test
    void pagesAreConvertedAndFit() {
        Ran ran = validate("seeds");
        assertEquals(0, ran.code(), ran.out());
        assertTrue(
                ran.out().matches("The data fits the shapes: \\d+ statements, 0 violations, 0 warnings\\R"), ran.out());
        assertTrue(ran.err().startsWith("5 pages read, 0 inputs rejected"), ran.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"all.nq", "all.trig", "core.ttl", "core.nt.gz", "core.rdf", "core.jsonld.gz"})
    void everySyntaxIsRead(String name) {
        Path data = folder.resolve(name);
        assertEquals(0, Ran.with("convert", "seeds", "-o", data.toString()).code());
        Ran ran = validate(data);
        assertEquals(0, ran.code(), ran.out() + ran.err());
    }

    @Test
    void eachFindingSaysThingPropertyValueReasonAndLine() throws IOException {
        Path data = folder.resolve("all.nq");
        assertEquals(0, Ran.with("convert", "seeds", "-o", data.toString()).code());
        Files.writeString(data, Files.readString(data).replace("\"8783861\"", "\"-8783861\""));
        Ran ran = validate(data);
        assertEquals(1, ran.code());
        assertEquals("""
                violation: project/2016-00166  fg:grantedSupport  "-8783861"^^xsd:decimal
                  Granted support: at most one amount in SEK (xsd:decimal), not below zero.
                  from line 25 of page/2016-00166/d5175362

                shape    violations  warnings  notes
                Project           1         0      0

                """, ran.out().lines().limit(7).map(line -> line + "\n").reduce("", String::concat));
        assertTrue(ran.out().contains("The data does not fit the shapes: "), ran.out());
    }

    @Test
    void aPersonsNumberIsNotRepeated() throws IOException {
        Path report = folder.resolve("report.ttl");
        Ran ran = validate(BROKEN, "--shacl-report", report);
        assertEquals(1, ran.code());
        assertTrue(ran.out().contains("organization/1  org:identifier  withheld"), ran.out());
        assertFalse((ran.out() + Files.readString(report)).contains("190101"));
    }

    @Test
    void theShaclReportHoldsEveryFindingAndIsReproducible() throws IOException {
        Path report = folder.resolve("report.ttl");
        Ran ran = validate(BROKEN, "--shacl-report", report);
        ValidationReport read =
                ValidationReport.fromGraph(RDFDataMgr.loadGraph(report.toUri().toString()));
        assertFalse(read.conforms());
        assertEquals(
                ran.out()
                        .lines()
                        .filter(line -> line.matches("(violation|warning|info): .*"))
                        .count(),
                read.getEntries().size());
        Path again = folder.resolve("again.ttl");
        validate(BROKEN, "--shacl-report", again);
        assertEquals(Files.readString(report), Files.readString(again));
    }

    @Test
    void ownShapesTakeThePlaceOfOurs() throws IOException {
        Path shapes = file("own.ttl", """
                @prefix sh: <http://www.w3.org/ns/shacl#> .
                @prefix ex: <http://example.org/> .
                ex:Shape sh:targetClass ex:Thing ; sh:property [ sh:path ex:name ; sh:minCount 1 ] .
                """);
        Path data = file("data.ttl", "<http://example.org/a> a <http://example.org/Thing> .");
        Ran ran = validate(data, "--shapes", shapes);
        assertEquals(1, ran.code(), ran.err());
        assertTrue(ran.out().startsWith("violation: http://example.org/a  ex:name"), ran.out());
        assertEquals(1, validate(data, "--shapes", data).code());
        assertTrue(validate(data, "--shapes", data).err().contains("no shape with a target"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bad.ttl|<a> <b> .|bad.ttl:1:9: ",
                "bad.nq|<http://a> <http://b> oops|bad.nq:1:23: ",
                "bad.rdf|<rdf:RDF|bad.rdf:1:",
                "bad.jsonld|{\"@id\": |bad.jsonld",
                "bad.nt.gz|no gzip|bad.nt.gz: ",
            })
    void whatIsNoRdfIsToldWithItsPlace(String name, String text, String message) throws IOException {
        Ran ran = validate(file(name, text));
        assertEquals(1, ran.code());
        assertTrue(ran.err().contains(message), ran.err());
        assertEquals(1, ran.err().lines().count(), ran.err());
    }

    @Test
    void whatIsNotThereIsTold() {
        Ran ran = validate(folder.resolve("none.ttl"));
        assertEquals(1, ran.code());
        assertTrue(ran.err().contains("none.ttl: there is no such file"), ran.err());
        assertEquals(
                2, validate("seeds", "--shacl-report", folder.resolve("x.pdf")).code());
        assertEquals(2, validate(BROKEN, "--shacl-report", BROKEN).code());
    }

    @Test
    void nothingIsFetchedForAJsonLdFile() throws IOException {
        try (ServerSocket trap = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String address = "http://127.0.0.1:" + trap.getLocalPort() + "/context.jsonld";
            Ran ran = validate(file("remote.jsonld", "{\"@context\": \"" + address + "\", \"@id\": \"http://a\"}"));
            assertEquals(1, ran.code());
            assertTrue(ran.err().contains("contexts are not fetched, and it names " + address), ran.err());
            trap.setSoTimeout(1);
            Assertions.assertThrows(SocketTimeoutException.class, trap::accept);
        }
    }

    @Test
    void noEntityOfAnXmlFileIsRead() throws IOException {
        Path secret = file("secret.txt", "a secret");
        Path data = file("entity.rdf", """
                <!DOCTYPE x [<!ENTITY secret SYSTEM "%s">]>
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e/">
                <rdf:Description rdf:about="http://e/a"><e:p>[&secret;]</e:p>
                <rdf:type rdf:resource="https://w3id.org/fondgraf/ontology#Project"/></rdf:Description></rdf:RDF>
                """.formatted(secret.toUri()));
        Path report = folder.resolve("report.nt");
        Ran ran = validate(data, "--shacl-report", report);
        String said = ran.out() + ran.err() + (Files.exists(report) ? Files.readString(report) : "");
        assertFalse(said.contains("a secret"), said);
    }

    @Test
    void anEntityBombIsRefused() throws IOException {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 40; i++) {
            bomb.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
        }
        bomb.append("]><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:e='http://e/'>"
                + "<rdf:Description rdf:about='http://e/a'><e:p>&a39;</e:p></rdf:Description></rdf:RDF>");
        Path data = file("bomb.rdf", bomb.toString());
        Ran ran = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> validate(data));
        assertEquals(1, ran.code());
        assertEquals(1, ran.err().lines().count(), ran.err());
    }
}
