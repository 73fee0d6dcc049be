package se.fondgraf.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RdfWriterTest {
    private static final Node S = NodeFactory.createURI("http://example.org/s");
    private static final Node P = NodeFactory.createURI("http://example.org/p");
    private static final Node G = NodeFactory.createURI("http://example.org/g");

    /** Every awkward character there is in texts, and the edges of code point order. */
    private static List<Quad> awkward() {
        List<Quad> quads = new ArrayList<>();
        for (String text : List.of(
                "",
                "\"",
                "\\",
                "\\n",
                "\n\r\t",
                "'''",
                "\"\"\"",
                "a\\",
                "\u00A0\u202E",
                "\uD83D\uDE00",
                "\uFFFD",
                "\uE000",
                "å",
                "]]>",
                "${x}",
                "<b>",
                "\u2028")) {
            quads.add(Quad.create(Quad.defaultGraphNodeGenerated, S, P, NodeFactory.createLiteralString(text)));
            quads.add(Quad.create(G, S, P, NodeFactory.createLiteralLang(text, "sv")));
        }
        quads.add(Quad.create(G, S, P, NodeFactory.createLiteralDT("1.50", XSDDatatype.XSDdecimal)));
        quads.add(
                Quad.create(Quad.defaultGraphNodeGenerated, NodeFactory.createURI("http://example.org/å?q=1#x"), P, S));
        return quads;
    }

    private static byte[] write(RdfSyntax syntax, List<Quad> quads) throws IOException {
        return write(syntax, syntax.usualGraphs(), quads);
    }

    private static byte[] write(RdfSyntax syntax, RdfWriter.Graphs graphs, List<Quad> quads) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (RdfWriter writer = new RdfWriter(syntax, graphs)) {
            quads.forEach(writer);
            writer.writeTo(out);
        }
        return out.toByteArray();
    }

    private static Lang lang(RdfSyntax syntax) {
        return switch (syntax) {
            case N_QUADS -> Lang.NQUADS;
            case N_TRIPLES -> Lang.NTRIPLES;
            case TURTLE -> Lang.TURTLE;
            case TRIG -> Lang.TRIG;
            case RDF_XML -> Lang.RDFXML;
            case JSON_LD -> Lang.JSONLD11;
        };
    }

    @ParameterizedTest
    @EnumSource(RdfSyntax.class)
    void whatIsWrittenReadsBackExactly(RdfSyntax syntax) throws IOException {
        assertEquals(
                strings(expected(syntax, syntax.usualGraphs(), awkward())),
                strings(read(syntax, write(syntax, awkward()))));
    }

    private static List<String> strings(DatasetGraph dataset) {
        return dataset.stream().map(Quad::toString).sorted().toList();
    }

    /** Terms of ours with the values that they are made for and with all others. */
    @ParameterizedTest
    @EnumSource(RdfSyntax.class)
    void anyQuadsReadBackExactly(RdfSyntax syntax) throws IOException {
        for (int seed = 0; seed < 40; seed++) {
            List<Quad> quads = new RandomQuads(seed).list(200);
            for (RdfWriter.Graphs graphs : RdfWriter.Graphs.values()) {
                byte[] written = write(syntax, graphs, quads);
                assertEquals(strings(expected(syntax, graphs, quads)), strings(read(syntax, written)), "seed " + seed);
                Collections.shuffle(quads, new Random(seed));
                assertTrue(Arrays.equals(written, write(syntax, graphs, quads)), "seed " + seed);
            }
        }
    }

    private static DatasetGraph expected(RdfSyntax syntax, RdfWriter.Graphs graphs, List<Quad> quads) {
        DatasetGraph expected = DatasetGraphFactory.create();
        quads.stream()
                .filter(quad -> graphs == RdfWriter.Graphs.ALL || quad.isDefaultGraph())
                .map(quad -> syntax.hasGraphs() ? quad : Quad.create(Quad.defaultGraphNodeGenerated, quad.asTriple()))
                .forEach(expected::add);
        return expected;
    }

    private static DatasetGraph read(RdfSyntax syntax, byte[] written) {
        DatasetGraph actual = DatasetGraphFactory.create();
        RDFParser.fromString(new String(written, StandardCharsets.UTF_8), lang(syntax))
                .parse(actual);
        return actual;
    }

    @Test
    void whatXmlCannotHoldIsRefusedWithASentence() {
        for (String property : List.of("http://example.org/", "http://example.org/2", "urn:x:1", RDF.getURI() + "li")) {
            Quad quad = Quad.create(Quad.defaultGraphNodeGenerated, S, NodeFactory.createURI(property), S);
            IOException refused = assertThrows(IOException.class, () -> write(RdfSyntax.RDF_XML, List.of(quad)));
            assertEquals(
                    "RDF/XML has no way to write the property " + property + "; take another format, such as .ttl",
                    refused.getMessage());
        }
        Quad bell = Quad.create(Quad.defaultGraphNodeGenerated, S, P, NodeFactory.createLiteralString("\u0007"));
        assertEquals(
                "XML cannot hold the character U+0007; take another format, such as .ttl",
                assertThrows(IOException.class, () -> write(RdfSyntax.RDF_XML, List.of(bell)))
                        .getMessage());
    }

    @Test
    void anIriThatJsonLdWouldMisreadIsRefused() {
        Quad quad = Quad.create(Quad.defaultGraphNodeGenerated, NodeFactory.createURI("geo:57.6,15.8"), P, S);
        assertThrows(IOException.class, () -> write(RdfSyntax.JSON_LD, List.of(quad)));
    }

    @ParameterizedTest
    @EnumSource(RdfSyntax.class)
    void aFullDiskIsAnIoExceptionInEverySyntax(RdfSyntax syntax) throws IOException {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        try (RdfWriter writer = new RdfWriter(syntax, RdfWriter.Graphs.ALL)) {
            new RandomQuads(1).list(2000).forEach(writer);
            assertEquals(
                    "No space left on device",
                    assertThrows(IOException.class, () -> writer.writeTo(full)).getMessage());
        }
    }

    @ParameterizedTest
    @EnumSource(RdfSyntax.class)
    void noDataIsAFileWithoutStatements(RdfSyntax syntax) throws IOException {
        assertEquals(List.of(), strings(read(syntax, write(syntax, List.of()))));
    }

    @ParameterizedTest
    @EnumSource(RdfSyntax.class)
    void orderAndRepetitionChangeNoByte(RdfSyntax syntax) throws IOException {
        byte[] expected = write(syntax, awkward());
        for (int seed = 0; seed < 20; seed++) {
            List<Quad> shuffled = new ArrayList<>(awkward());
            shuffled.addAll(awkward().subList(0, seed));
            Collections.shuffle(shuffled, new Random(seed));
            assertTrue(Arrays.equals(expected, write(syntax, shuffled)), "seed " + seed);
        }
    }

    @Test
    void blankNodesAreRefused() {
        Quad blank = Quad.create(G, NodeFactory.createBlankNode(), P, S);
        assertThrows(IllegalArgumentException.class, () -> write(RdfSyntax.N_QUADS, List.of(blank)));
    }

    @Test
    void whatDoesNotFitInMemoryIsSortedOnDisk() {
        Random random = new Random(5);
        byte[] filler = new byte[100_000];
        Arrays.fill(filler, (byte) 'x');
        List<String> heads = new ArrayList<>();
        try (SortedLines lines = new SortedLines()) {
            for (int i = 0; i < 2500; i++) {
                byte[] line = filler.clone();
                byte[] head = String.format("%08d ", random.nextInt(2000)).getBytes(StandardCharsets.US_ASCII);
                System.arraycopy(head, 0, line, 0, head.length);
                heads.add(new String(head, StandardCharsets.US_ASCII));
                lines.add(line);
            }
            List<String> sorted = new ArrayList<>();
            for (Iterator<byte[]> all = lines.iterator(); all.hasNext(); ) {
                byte[] line = all.next();
                assertEquals(filler.length, line.length);
                sorted.add(new String(line, 0, 9, StandardCharsets.US_ASCII));
            }
            assertEquals(heads.stream().distinct().sorted().toList(), sorted);
        }
    }
}
