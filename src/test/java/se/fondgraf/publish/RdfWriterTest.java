package se.fondgraf.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (RdfWriter writer =
                new RdfWriter(syntax, syntax.hasGraphs() ? RdfWriter.Graphs.ALL : RdfWriter.Graphs.CORE)) {
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
        };
    }

    @ParameterizedTest
    @EnumSource(RdfSyntax.class)
    void whatIsWrittenReadsBackExactly(RdfSyntax syntax) throws IOException {
        DatasetGraph expected = DatasetGraphFactory.create();
        awkward().stream()
                .filter(quad -> syntax.hasGraphs() || quad.isDefaultGraph())
                .forEach(expected::add);
        DatasetGraph actual = DatasetGraphFactory.create();
        RDFParser.fromString(new String(write(syntax, awkward()), StandardCharsets.UTF_8), lang(syntax))
                .parse(actual);
        assertEquals(strings(expected), strings(actual));
    }

    private static List<String> strings(DatasetGraph dataset) {
        return dataset.stream().map(Quad::toString).sorted().toList();
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
