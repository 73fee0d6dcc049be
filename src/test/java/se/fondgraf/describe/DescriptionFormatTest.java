package se.fondgraf.describe;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DescriptionFormatTest {
    private static Graph nasty() {
        Facts facts = new Facts();
        facts.about("https://example.org/a?b=1&c=<2>".replace("<2>", "2"))
                .type("void:Dataset")
                .text("dcterms:title", "<b>\"å\\n\" & ]]> 😀</b>\n\ttwo", "sv")
                .text("dcterms:title", "x", "en-gb")
                .plain("dcterms:description", " spaces  at\u00A0both ends ")
                .count("void:triples", -5)
                .typed("sh:namespace", "http://example.org/#", XSDDatatype.XSDanyURI)
                .node("rdfs:seeAlso", NodeFactory.createURI("https://example.org/ö#x"));
        facts.about("https://example.org/b").type("foaf:Agent").label("b", "b");
        Graph graph = facts.graph();
        graph.add(
                NodeFactory.createURI("https://example.org/b"),
                NodeFactory.createURI("https://example.org/terms/9-lives.x"),
                NodeFactory.createLiteralString(""));
        return graph;
    }

    @ParameterizedTest
    @EnumSource(DescriptionFormat.class)
    void readsBackToTheSameTriples(DescriptionFormat format) {
        Graph read = RDFParser.source(new ByteArrayInputStream(format.bytes(nasty())))
                .lang(RDFLanguages.contentTypeToLang(format.mediaType()))
                .toGraph();
        assertTrue(read.isIsomorphicWith(nasty()), () -> read.toString());
    }

    @ParameterizedTest
    @EnumSource(DescriptionFormat.class)
    void orderOfStatingChangesNoByte(DescriptionFormat format) {
        List<Triple> triples = new ArrayList<>(nasty().stream().toList());
        for (int seed = 0; seed < 5; seed++) {
            Collections.shuffle(triples, new Random(seed));
            Graph shuffled = GraphFactory.createDefaultGraph();
            triples.forEach(shuffled::add);
            assertArrayEquals(format.bytes(nasty()), format.bytes(shuffled));
        }
        assertFalse(new String(format.bytes(nasty()), java.nio.charset.StandardCharsets.UTF_8).contains("\r"));
    }
}
