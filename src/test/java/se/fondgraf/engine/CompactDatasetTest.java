package se.fondgraf.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.TextDirection;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is read back, the same terms and the same triples as from an ordinary graph. */
class CompactDatasetTest {
    private static final Node P = NodeFactory.createURI("https://example.org/p");

    private static List<Node> nastyTerms() {
        return List.of(
                NodeFactory.createURI(""),
                NodeFactory.createURI("https://example.org/å/" + "x".repeat(2000)),
                NodeFactory.createURI("1"),
                NodeFactory.createBlankNode("1"),
                NodeFactory.createLiteralString("1"),
                NodeFactory.createLiteralString(""),
                NodeFactory.createLiteralLang("1", "sv"),
                NodeFactory.createLiteralLang("1", "sv-SE"),
                NodeFactory.createLiteralLang("1", "en"),
                NodeFactory.createLiteralDT("1", XSDDatatype.XSDinteger),
                NodeFactory.createLiteralDT("01", XSDDatatype.XSDinteger),
                NodeFactory.createLiteralDT("1", XSDDatatype.XSDdecimal),
                NodeFactory.createLiteralDT("one", XSDDatatype.XSDinteger),
                NodeFactory.createLiteralDT("1", NodeFactory.getType("https://example.org/type")),
                NodeFactory.createLiteralString("Åsele 20–30 € 𝄞 \u0000\uFFFF"),
                NodeFactory.createLiteralString("half a \uD834 pair"),
                NodeFactory.createLiteralString("the other half \uDD1E"),
                NodeFactory.createLiteralString("ends in half \uD834"),
                NodeFactory.createLiteralString("long å".repeat(5000)),
                NodeFactory.createLiteralString("long å".repeat(4999) + "long ä"),
                NodeFactory.createLiteralLang("long å".repeat(5000), "sv"),
                NodeFactory.createLiteralDirLang("1", "sv", TextDirection.LTR),
                NodeFactory.createTripleTerm(Triple.create(P, P, NodeFactory.createLiteralString("1"))));
    }

    @Test
    void everyTermIsReadBackAsItself() {
        TermDictionary terms = new TermDictionary();
        List<Node> nodes = new ArrayList<>(nastyTerms());
        IntStream.range(0, 20_000)
                .mapToObj(i -> NodeFactory.createURI("https://example.org/" + i))
                .forEach(nodes::add);
        List<Integer> numbers = nodes.stream().map(terms::add).toList();
        assertEquals(IntStream.range(0, nodes.size()).boxed().toList(), numbers, "in the order met");
        assertEquals(numbers, nodes.stream().map(terms::add).toList(), "a second time");
        terms.close();
        for (int i = 0; i < nodes.size(); i++) {
            assertEquals(nodes.get(i), terms.node(i));
            assertEquals(i, terms.find(nodes.get(i)));
            assertEquals(nodes.get(i).isLiteral() ? nodes.get(i).getLiteralLanguage() : null, terms.language(i));
        }
        Stream.of(
                        NodeFactory.createURI("https://example.org/none"),
                        NodeFactory.createLiteralLang("1", "de"),
                        NodeFactory.createLiteralDT("1", XSDDatatype.XSDdouble),
                        NodeFactory.createLiteralString("no half \uD834"),
                        NodeFactory.createLiteralString("long å".repeat(5001)))
                .forEach(absent -> assertEquals(TermDictionary.ABSENT, terms.find(absent)));
    }

    @Test
    void longTextsLeaveTheHeapAndAreReadBack() {
        Random random = new Random(4);
        LongTexts texts = new LongTexts();
        List<byte[]> written = new ArrayList<>();
        List<Long> positions = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            byte[] text = new byte[i == 30 ? 9 << 20 : random.nextInt(900_000)];
            random.nextBytes(text);
            written.add(text);
            positions.add(texts.append(text, 0, text.length));
            assertTrue(texts.matches(positions.getLast(), text, 0, text.length), "while the rest is being written");
        }
        texts.close();
        for (int i = 0; i < written.size(); i++) {
            byte[] text = written.get(i);
            assertEquals(-1, java.util.Arrays.mismatch(text, texts.read(positions.get(i), text.length)));
            text[text.length / 2]++;
            assertFalse(texts.matches(positions.get(i), text, 0, text.length));
        }
    }

    @Test
    void aFolderThatCannotTakeLongTextsIsNamed() {
        String folder = System.getProperty("java.io.tmpdir");
        System.setProperty("java.io.tmpdir", "/nowhere/at/all");
        try (LongTexts texts = new LongTexts()) {
            byte[] text = new byte[30 << 20];
            UncheckedIOException refused =
                    assertThrows(UncheckedIOException.class, () -> texts.append(text, 0, text.length));
            assertTrue(String.valueOf(refused.getMessage()).contains("java.io.tmpdir"), refused::getMessage);
        } finally {
            System.setProperty("java.io.tmpdir", folder);
        }
    }

    /** Few terms and many, so that keys are both dense and sparse among them. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 40, 3000})
    void findsWhatAnOrdinaryGraphFinds(int kinds) {
        Random random = new Random(kinds);
        Graph expected = GraphMemFactory.createGraphMem2();
        DatasetLoader loader = new DatasetLoader();
        for (int i = 0; i < 3 * kinds; i++) {
            Triple triple = Triple.create(term(random, kinds), term(random, 5), term(random, kinds));
            expected.add(triple);
            loader.triple(triple);
            loader.quad(new Quad(P, Triple.create(P, P, term(random, 3))));
        }
        CompactDataset dataset = loader.dataset();
        Graph actual = dataset.getDefaultGraph();
        assertEquals(expected.size(), actual.size());
        assertEquals(expected.size() + Math.min(3, dataset.getGraph(P).size()), dataset.quads());
        assertEquals(set(expected, Triple.ANY), set(actual, Triple.ANY));
        for (int i = 0; i < 300; i++) {
            Triple pattern = Triple.create(
                    random.nextBoolean() ? Node.ANY : term(random, kinds + 1),
                    random.nextBoolean() ? Node.ANY : term(random, 6),
                    random.nextBoolean() ? Node.ANY : term(random, kinds + 1));
            assertEquals(set(expected, pattern), set(actual, pattern), pattern::toString);
            assertEquals(expected.contains(pattern), actual.contains(pattern), pattern::toString);
        }
    }

    private static Node term(Random random, int kinds) {
        return NodeFactory.createURI("https://example.org/" + random.nextInt(Math.max(1, kinds)));
    }

    private static Set<Triple> set(Graph graph, Triple pattern) {
        List<Triple> found = graph.find(pattern).toList();
        Set<Triple> distinct = new HashSet<>(found);
        assertEquals(found.size(), distinct.size(), "each once");
        return distinct;
    }

    @Test
    void askingForAnUnknownGraphMakesNone() {
        DatasetLoader loader = new DatasetLoader();
        loader.quad(new Quad(P, Triple.create(P, P, P)));
        CompactDataset dataset = loader.dataset();
        Node unknown = NodeFactory.createURI("https://example.org/unknown");
        assertTrue(dataset.getGraph(unknown).isEmpty());
        assertFalse(dataset.containsGraph(unknown));
        assertTrue(dataset.getGraph(Quad.unionGraph).contains(P, P, P));
        assertNotEquals(0, dataset.quads());
    }

    @Test
    void manyThreadsReadTheSame() {
        DatasetLoader loader = new DatasetLoader();
        Random random = new Random(1);
        for (int i = 0; i < 30_000; i++) {
            loader.triple(Triple.create(
                    term(random, 9000), P, NodeFactory.createLiteralLang("value " + random.nextInt(20_000), "sv")));
        }
        Graph graph = loader.dataset().getDefaultGraph();
        List<Long> sums = IntStream.range(0, 16)
                .parallel()
                .mapToObj(thread -> graph.find().toList().stream()
                        .collect(Collectors.summingLong(
                                triple -> triple.toString().hashCode())))
                .toList();
        assertEquals(1, Set.copyOf(sums).size());
    }
}
