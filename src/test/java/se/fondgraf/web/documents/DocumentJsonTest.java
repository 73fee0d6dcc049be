package se.fondgraf.web.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.document.JsonDocument;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.XSD;
import org.junit.jupiter.api.Test;
import se.fondgraf.web.http.Refusal;

/** Our writer beside a processor of JSON-LD that follows the standard step by step. */
class DocumentJsonTest {
    private static final String CONTEXT = "@context";

    private final byte[] bytes = new OntologyFiles().context();
    private final JsonObject whole =
            Json.createReader(new ByteArrayInputStream(bytes)).readObject();

    @Test
    void aGraphIsWhatTheStandardMakesOfIt() throws JsonLdError {
        Random random = new Random(3);
        List<Node> properties = properties();
        for (int i = 0; i < 300; i++) {
            List<Triple> triples = new ArrayList<>();
            int subjects = 1 + random.nextInt(4);
            for (int t = 1 + random.nextInt(20); t > 0; t--) {
                Node subject = NodeFactory.createURI("https://example.org/s" + random.nextInt(subjects));
                triples.add(
                        random.nextInt(6) == 0
                                ? Triple.create(subject, RDF.Nodes.type, type(random, properties))
                                : Triple.create(
                                        subject,
                                        properties.get(random.nextInt(properties.size())),
                                        value(random, properties)));
            }
            SortedGraph graph = new SortedGraph(triples);
            JsonObject ours = read(DocumentJson.of(new DocumentContext(bytes), graph));
            assertEquals(members(standard(graph)), members(ours), () -> triples.toString());
            ours.getJsonObject(CONTEXT)
                    .forEach((key, value) -> assertEquals(
                            whole.getJsonObject(CONTEXT).get(key), value, "a part of the published context"));
        }
    }

    /** The pruned context must be enough: expanding with it gives what expanding with the whole gives. */
    @Test
    void theContextInADocumentIsEnough() throws JsonLdError {
        Random random = new Random(4);
        List<Node> properties = properties();
        for (int i = 0; i < 50; i++) {
            List<Triple> triples = new ArrayList<>();
            for (int t = 0; t < 20; t++) {
                Node subject = NodeFactory.createURI("https://example.org/s" + t % 3);
                Node property = properties.get(random.nextInt(properties.size()));
                triples.add(Triple.create(subject, property, value(random, properties)));
                triples.add(Triple.create(subject, RDF.Nodes.type, type(random, properties)));
            }
            JsonObject ours = read(DocumentJson.of(new DocumentContext(bytes), new SortedGraph(triples)));
            JsonObject withWhole = Json.createObjectBuilder(ours)
                    .add(CONTEXT, whole.getJsonObject(CONTEXT))
                    .build();
            assertEquals(
                    JsonLd.expand(JsonDocument.of(withWhole)).get(),
                    JsonLd.expand(JsonDocument.of(ours)).get());
        }
    }

    @Test
    void anIriThatLooksShortenedIsRefused() {
        Node subject = NodeFactory.createURI("fg:title");
        SortedGraph graph = new SortedGraph(
                List.of(Triple.create(subject, Terms.fg("call"), NodeFactory.createLiteralString("x"))));
        Refusal refusal = assertThrows(Refusal.class, () -> DocumentJson.of(new DocumentContext(bytes), graph));
        assertEquals(422, refusal.status());
    }

    /** Every property that the context has a key for, and some that it has none for. */
    private List<Node> properties() {
        List<Node> properties = new ArrayList<>();
        JsonObject context = whole.getJsonObject(CONTEXT);
        context.forEach((name, definition) -> {
            String iri = definition.getValueType() == JsonValue.ValueType.OBJECT
                    ? definition.asJsonObject().getString("@id")
                    : definition.getValueType() == JsonValue.ValueType.STRING ? context.getString(name) : "";
            int colon = iri.indexOf(':');
            if (colon > 0 && context.containsKey(iri.substring(0, colon))) {
                properties.add(
                        NodeFactory.createURI(context.getString(iri.substring(0, colon)) + iri.substring(colon + 1)));
            }
        });
        properties.add(Terms.fg("noKey"));
        properties.add(NodeFactory.createURI("http://purl.org/dc/terms/license"));
        properties.add(NodeFactory.createURI("https://elsewhere.example/p"));
        return properties;
    }

    private static Node type(Random random, List<Node> properties) {
        return random.nextBoolean()
                ? properties.get(random.nextInt(properties.size()))
                : NodeFactory.createURI("http://xmlns.com/foaf/0.1/Document");
    }

    private static Node value(Random random, List<Node> properties) {
        String text = List.of("title", "sv", "a \"b\"\\\n\t\u0001<&>", "Ö – \uD83D\uDE00", "true", "12", "")
                .get(random.nextInt(7));
        return switch (random.nextInt(7)) {
            case 0 -> properties.get(random.nextInt(properties.size()));
            case 1 -> NodeFactory.createURI("https://example.org/o" + random.nextInt(9));
            case 2 -> NodeFactory.createLiteralLang(text, "sv");
            case 3 -> NodeFactory.createLiteralLang(text, random.nextBoolean() ? "en" : "se");
            case 4 -> NodeFactory.createLiteralString(text);
            case 5 ->
                NodeFactory.createLiteralDT(
                        text,
                        NodeFactory.getType(List.of(XSD.decimal, XSD.xboolean, XSD.date, XSD.integer)
                                .get(random.nextInt(4))
                                .getURI()));
            default ->
                NodeFactory.createLiteralDT(
                        text, NodeFactory.getType("http://www.opengis.net/ont/geosparql#wktLiteral"));
        };
    }

    private static JsonObject read(String json) {
        return Json.createReader(new StringReader(json)).readObject();
    }

    /** All but the context, with the order of keys. */
    private static String members(JsonObject document) {
        JsonObjectBuilder members = Json.createObjectBuilder();
        document.forEach((key, value) -> {
            if (!key.equals(CONTEXT)) {
                members.add(key, value);
            }
        });
        return members.build().toString();
    }

    private JsonObject standard(SortedGraph graph) throws JsonLdError {
        JsonArrayBuilder things = Json.createArrayBuilder();
        for (Node subject : graph.subjects()) {
            Map<String, JsonArrayBuilder> values = new LinkedHashMap<>();
            for (Triple triple : graph.about(subject)) {
                boolean type = triple.getPredicate().equals(RDF.Nodes.type);
                JsonArrayBuilder list = values.computeIfAbsent(
                        type ? "@type" : triple.getPredicate().getURI(), key -> Json.createArrayBuilder());
                if (type) {
                    list.add(triple.getObject().getURI());
                } else {
                    list.add(expanded(triple.getObject()));
                }
            }
            JsonObjectBuilder thing = Json.createObjectBuilder().add("@id", subject.getURI());
            values.forEach(thing::add);
            things.add(thing);
        }
        return JsonLd.compact(JsonDocument.of(things.build()), JsonDocument.of(whole))
                .ordered(true)
                .get();
    }

    private static JsonObject expanded(Node node) {
        JsonObjectBuilder value = Json.createObjectBuilder();
        if (node.isURI()) {
            return value.add("@id", node.getURI()).build();
        }
        value.add("@value", node.getLiteralLexicalForm());
        if (!node.getLiteralLanguage().isEmpty()) {
            value.add("@language", node.getLiteralLanguage());
        } else if (!node.getLiteralDatatypeURI().equals(XSD.xstring.getURI())) {
            value.add("@type", node.getLiteralDatatypeURI());
        }
        return value.build();
    }
}
