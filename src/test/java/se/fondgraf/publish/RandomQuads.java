package se.fondgraf.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import se.fondgraf.rdf.Fg;

/**
 * Invented quads of our terms and others, with values that fit and values that do not. The same seed, the same quads.
 */
final class RandomQuads {
    private static final List<String> PROPERTIES = List.of(
            Fg.NS + "grantedSupport",
            Fg.NS + "plannedParticipants",
            Fg.NS + "strategicImportance",
            Fg.NS + "startDate",
            Fg.NS + "owner",
            Fg.NS + "partner",
            Fg.NS + "nameAsWritten",
            Fg.NS + "summary",
            Fg.NS + "evidence",
            Fg.NS + "value",
            "http://purl.org/dc/terms/title",
            "http://purl.org/dc/terms/creator",
            "http://www.w3.org/1999/02/22-rdf-syntax-ns#type",
            "http://www.w3.org/2000/01/rdf-schema#label",
            "http://www.w3.org/2004/02/skos/core#altLabel",
            "http://www.opengis.net/ont/geosparql#asWKT",
            "http://xmlns.com/foaf/0.1/name",
            "http://example.org/åäö",
            "http://example.org/4you",
            "urn:example:p");

    private static final List<String> THINGS = List.of(
            Fg.NS + "Project",
            "http://www.w3.org/ns/org#Organization",
            "https://w3id.org/fondgraf/id/project/2016-00166",
            "https://w3id.org/fondgraf/id/project/2016-001667",
            "https://w3id.org/fondgraf/id/project/2016-00166/x?y=1&z='2'#line=1,2",
            "http://purl.org/dc/terms/",
            "http://example.org/Ö/\u65E5",
            "urn:example:0",
            "mailto:x");

    private static final List<String> PIECES = List.of(
            "a",
            "Å",
            " ",
            "  ",
            "\n",
            "\r",
            "\t",
            "\"",
            "'",
            "\\",
            "<",
            ">",
            "&",
            "]]>",
            "\u202E",
            "\uD83D\uDE00",
            "@sv",
            "^^",
            "{",
            "}",
            "$",
            "\u00A0",
            "&amp;",
            "\u2028",
            "-",
            "01",
            "true");

    private static final List<String> DATATYPES =
            List.of("decimal", "integer", "boolean", "date", "string", "double", "anyURI");

    private static final List<String> LEXICAL =
            List.of("1", "01", "-0", "1.50", "true", "1E3", "2016-09-05", "9999999999999999999", "0", "-12", "x");

    private final Random random;

    RandomQuads(long seed) {
        random = new Random(seed);
    }

    /** That many, in any order, some of them twice. */
    List<Quad> list(int count) {
        return IntStream.range(0, count).mapToObj(i -> quad()).collect(Collectors.toCollection(ArrayList::new));
    }

    private Quad quad() {
        Node graph = random.nextBoolean()
                ? Quad.defaultGraphNodeGenerated
                : NodeFactory.createURI("https://w3id.org/fondgraf/graph/" + "abc".charAt(random.nextInt(3)));
        return Quad.create(graph, iri(THINGS), iri(PROPERTIES), random.nextInt(3) == 0 ? iri(THINGS) : literal());
    }

    private Node iri(List<String> iris) {
        return NodeFactory.createURI(one(iris));
    }

    private Node literal() {
        return switch (random.nextInt(4)) {
            case 0 -> NodeFactory.createLiteralString(text());
            case 1 -> NodeFactory.createLiteralLang(text(), one(List.of("sv", "en", "de-AT")));
            case 2 ->
                NodeFactory.createLiteralDT(one(LEXICAL), NodeFactory.getType(XSDDatatype.XSD + "#" + one(DATATYPES)));
            default ->
                NodeFactory.createLiteralDT(
                        text(), NodeFactory.getType("http://www.opengis.net/ont/geosparql#wktLiteral"));
        };
    }

    private String text() {
        return IntStream.range(0, random.nextInt(6)).mapToObj(i -> one(PIECES)).collect(Collectors.joining());
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
