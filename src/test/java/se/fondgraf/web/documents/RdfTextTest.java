package se.fondgraf.web.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.fondgraf.web.http.Format;

class RdfTextTest {
    @ParameterizedTest
    @EnumSource(names = {"TURTLE", "N_TRIPLES", "JSON_LD", "RDF_XML"})
    void theOrderOfTriplesChangesNoByte(Format format) {
        List<Triple> triples = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            triples.add(Triple.create(
                    NodeFactory.createURI("https://example.org/" + i % 40),
                    Terms.fg("p" + i % 7),
                    i % 3 == 0
                            ? NodeFactory.createURI("https://example.org/" + i)
                            : NodeFactory.createLiteralLang("ö " + i, i % 2 == 0 ? "sv" : "en")));
        }
        RdfText text = new RdfText(new OntologyFiles().context());
        String expected =
                new String(text.write(new SortedGraph(triples), format), java.nio.charset.StandardCharsets.UTF_8);
        Random random = new Random(5);
        for (int i = 0; i < 10; i++) {
            Collections.shuffle(triples, random);
            assertEquals(
                    expected,
                    new String(text.write(new SortedGraph(triples), format), java.nio.charset.StandardCharsets.UTF_8));
        }
    }
}
