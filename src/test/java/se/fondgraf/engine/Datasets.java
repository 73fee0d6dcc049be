package se.fondgraf.engine;

import java.util.List;
import java.util.Random;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;

/**
 * The same statements in two datasets.
 *
 * @param reference Jena's own
 * @param ours the one to test
 */
record Datasets(DatasetGraph reference, DatasetGraph ours) {
    private static final List<Node> LITERALS = List.of(
            number("1", XSDDatatype.XSDinteger),
            number("01", XSDDatatype.XSDinteger),
            number("2", XSDDatatype.XSDinteger),
            number("10", XSDDatatype.XSDinteger),
            number("1.0", XSDDatatype.XSDdecimal),
            number("1e0", XSDDatatype.XSDdouble),
            number("NaN", XSDDatatype.XSDdouble),
            number("one", XSDDatatype.XSDinteger),
            number("true", XSDDatatype.XSDboolean),
            number("2011-05-01", XSDDatatype.XSDdate),
            number("2012-05-01", XSDDatatype.XSDdate),
            NodeFactory.createLiteralString(""),
            NodeFactory.createLiteralString("a"),
            NodeFactory.createLiteralString("B"),
            NodeFactory.createLiteralLang("a", "sv"),
            NodeFactory.createLiteralLang("a", "SV"),
            NodeFactory.createLiteralLang("a", "sv-SE"),
            NodeFactory.createLiteralLang("b", "en"),
            NodeFactory.createLiteralDT("a", NodeFactory.getType("https://example.org/type")),
            NodeFactory.createLiteralString("long ".repeat(300)));

    private static final List<Node> DISTINCT = List.of(
            number("1", XSDDatatype.XSDinteger),
            number("2", XSDDatatype.XSDinteger),
            number("3.5", XSDDatatype.XSDdecimal),
            number("2011-05-01", XSDDatatype.XSDdate),
            NodeFactory.createLiteralString("a"),
            NodeFactory.createLiteralLang("a", "sv"),
            NodeFactory.createLiteralLang("b", "en"));

    private static Node number(String text, XSDDatatype type) {
        return NodeFactory.createLiteralDT(text, type);
    }

    static Node iri(String name) {
        return NodeFactory.createURI("https://example.org/" + name);
    }

    /** Statements in which some literals are different terms of the same value. */
    static Datasets random(int seed, int size) {
        return random(seed, size, LITERALS);
    }

    /**
     * Statements in which different literals have different values: ARQ compares the ends of a property path by value
     * when both are given, where SPARQL compares terms.
     */
    static Datasets ofDistinctValues(int seed, int size) {
        return random(seed, size, DISTINCT);
    }

    private static Datasets random(int seed, int size, List<Node> literals) {
        Random random = new Random(seed);
        DatasetGraph reference = DatasetGraphFactory.createTxnMem();
        DatasetLoader loader = new DatasetLoader();
        Txn.executeWrite(reference, () -> {
            for (int i = 0; i < size; i++) {
                Node graph = random.nextInt(3) > 0 ? Quad.defaultGraphIRI : iri("g" + random.nextInt(2));
                Quad quad = Quad.create(graph, subject(random), iri("p" + random.nextInt(4)), object(random, literals));
                reference.add(quad);
                loader.quad(quad);
            }
        });
        return new Datasets(reference, loader.dataset());
    }

    private static Node subject(Random random) {
        return random.nextInt(8) == 0
                ? NodeFactory.createBlankNode("b" + random.nextInt(2))
                : iri("s" + random.nextInt(8));
    }

    private static Node object(Random random, List<Node> literals) {
        return random.nextBoolean() ? subject(random) : literals.get(random.nextInt(literals.size()));
    }
}
