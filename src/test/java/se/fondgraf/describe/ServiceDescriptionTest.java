package se.fondgraf.describe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.Test;

class ServiceDescriptionTest {
    private static final String ENDPOINT = "https://data.example.org/esf/sparql";

    private static Graph described() {
        return new ServiceDescription(
                        ENDPOINT,
                        "https://w3id.org/fondgraf/",
                        List.of(
                                ServiceDescription.ResultFormat.SPARQL_RESULTS_JSON,
                                ServiceDescription.ResultFormat.TURTLE),
                        100,
                        new TreeMap<>(Map.of(
                                "https://w3id.org/fondgraf/graph/provenance", 20L,
                                "https://w3id.org/fondgraf/graph/matches", 3L)),
                        new ServiceDescription.QueryLimits(30.5, 100_000, 64 << 20, 65_536, 4))
                .graph();
    }

    @Test
    void clientsFindLanguageFormatsGraphsAndCounts() {
        try (QueryExec query =
                QueryExec.graph(described()).query("""
                        PREFIX sd: <http://www.w3.org/ns/sparql-service-description#>
                        PREFIX void: <http://rdfs.org/ns/void#>
                        PREFIX formats: <http://www.w3.org/ns/formats/>
                        ASK {
                          ?service a sd:Service ; sd:endpoint <%s> ; sd:supportedLanguage sd:SPARQL11Query ;
                            sd:resultFormat formats:SPARQL_Results_JSON , formats:Turtle ;
                            sd:defaultEntailmentRegime <http://www.w3.org/ns/entailment/Simple> ;
                            sd:defaultDataset ?dataset .
                          ?dataset a sd:Dataset ; void:triples 123 ;
                            sd:defaultGraph [ a sd:Graph ; void:triples 100 ] ;
                            sd:namedGraph [ a sd:NamedGraph ;
                              sd:name <https://w3id.org/fondgraf/graph/provenance> ; sd:graph [ void:triples 20 ] ] ;
                            sd:namedGraph [ sd:name <https://w3id.org/fondgraf/graph/matches> ;
                              sd:graph [ void:triples 3 ] ] .
                        }""".formatted(ENDPOINT)).build()) {
            assertTrue(query.ask());
        }
    }

    @Test
    void nothingIsClaimedThatIsNotTrue() {
        String text =
                new String(DescriptionFormat.N_TRIPLES.bytes(described()), java.nio.charset.StandardCharsets.UTF_8);
        assertFalse(text.contains("BasicFederatedQuery"), text);
        assertFalse(text.contains("SPARQL11Update"), text);
        assertFalse(text.contains("JSON-LD"), "only the formats that were named: " + text);
        assertEquals(
                0,
                described().stream(Node.ANY, Node.ANY, Node.ANY)
                        .filter(triple -> triple.getSubject().isBlank()
                                || triple.getObject().isBlank())
                        .count());
    }

    @Test
    void limitsAreToldInWordsAndNumbers() {
        String text = new String(DescriptionFormat.TURTLE.bytes(described()), java.nio.charset.StandardCharsets.UTF_8);
        assertTrue(text.contains("30.5 seconds, 100000 rows or triples, 67108864 bytes of answer"), text);
        assertTrue(text.contains("30,5 sekunder"), text);
        assertTrue(text.contains("At most 4 queries"), text);
    }
}
