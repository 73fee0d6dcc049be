package se.fondgraf.rdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.apicatalog.jsonld.JsonLdOptions;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.lang.LangJSONLD11;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;

/** The JSON-LD context names every term, coerces as the ontology says, and fetches nothing. */
class ContextTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";

    @Test
    void everyTermStandsUnderItsLocalName() throws IOException {
        Map<String, String> ours = new TreeMap<>();
        context().properties().forEach(entry -> {
            String iri = iri(entry.getValue());
            if (iri.startsWith("fg:")) {
                ours.put(entry.getKey(), Fg.NS + iri.substring("fg:".length()));
            }
        });
        Map<String, String> expected = new TreeMap<>();
        VocabularyTest.terms().forEach(term -> expected.put(term.substring(Fg.NS.length()), term));
        assertEquals(expected, ours);
    }

    @Test
    void valuesAreCoercedToTheirRange() throws IOException {
        Graph ontology = VocabularyTest.read("/ontology/fondgraf.ttl", Lang.TURTLE);
        JsonNode context = context();
        ontology.stream(Node.ANY, RDFS.range.asNode(), Node.ANY).forEach(triple -> {
            String name = triple.getSubject().getURI().substring(Fg.NS.length());
            assertEquals(coercion(triple.getObject().getURI()), coercion(context.path(name)), name);
        });
    }

    private static String coercion(String range) {
        if (range.endsWith("#langString")) {
            return "language";
        }
        if (range.equals(XSD + "string")) {
            return "";
        }
        return range.startsWith(XSD) ? "xsd:" + range.substring(XSD.length()) : "@id";
    }

    private static String coercion(JsonNode definition) {
        boolean language = definition.has("@language")
                || definition.path("@container").asText().equals("@language");
        return language ? "language" : definition.path("@type").asText();
    }

    @Test
    void everyPrefixIsDeclaredAsElsewhere() throws IOException {
        Map<String, String> shapes = VocabularyTest.read("/ontology/shapes.ttl", Lang.TURTLE)
                .getPrefixMapping()
                .getNsPrefixMap();
        JsonNode context = context();
        Set<String> used = new TreeSet<>();
        context.forEach(definition -> {
            String iri = iri(definition);
            if (iri.contains(":") && !iri.contains("//")) {
                used.add(iri.substring(0, iri.indexOf(':')));
            }
        });
        assertTrue(used.contains("fg") && used.contains("org"), used::toString);
        used.forEach(
                prefix -> assertEquals(shapes.get(prefix), context.path(prefix).asText(), prefix));
    }

    @Test
    void aDocumentBecomesTheTriplesItMeans() throws IOException {
        String document = VocabularyTest.text("document.jsonld");
        String whole = document.replace("\"CONTEXT\"", context().toString());
        assertFalse(whole.equals(document), "the document must take the published context");
        assertEquals(
                sorted(VocabularyTest.read("document.ttl", Lang.TURTLE)),
                sorted(RDFParser.fromString(whole, Lang.JSONLD11)
                        .base("https://w3id.org/fondgraf/")
                        .context(withoutNetwork())
                        .toGraph()));
    }

    @Test
    void nothingIsFetched() throws IOException {
        JsonNode document = JSON.readTree(VocabularyTest.text("/ontology/context.jsonld"));
        assertEquals(Set.of("@context"), names(document), "a context and nothing else");
        assertTrue(document.path("@context").isObject(), "a context of its own, no address of another");
        assertTrue(document.findValues("@import").isEmpty());
        assertEquals(1, document.findValues("@context").size(), "no context inside the context");
    }

    /** A reader that fails at the first attempt to fetch anything. */
    private static Context withoutNetwork() {
        JsonLdOptions options = new JsonLdOptions((address, how) -> {
            throw new AssertionError("fetches " + address);
        });
        return new Context().set(LangJSONLD11.JSONLD_OPTIONS, options);
    }

    private static JsonNode context() throws IOException {
        return JSON.readTree(VocabularyTest.text("/ontology/context.jsonld")).path("@context");
    }

    private static Set<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    private static String iri(JsonNode definition) {
        return definition.isTextual()
                ? definition.asText()
                : definition.path("@id").asText();
    }

    private static String sorted(Graph graph) {
        return graph.stream().map(NodeFmtLib::str).sorted().collect(Collectors.joining("\n"));
    }
}
