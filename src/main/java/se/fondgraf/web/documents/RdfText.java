package se.fondgraf.web.documents;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.document.JsonDocument;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.JsonWriter;
import jakarta.json.JsonWriterFactory;
import jakarta.json.stream.JsonGenerator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.XSD;
import se.fondgraf.web.http.Format;

/** Writes a graph in the formats of documents: the same triples are the same bytes. */
final class RdfText {
    private static final String CONTEXT = "@context";

    /** In this order, because the order could show in a file. */
    private static final Map<String, String> PREFIXES = prefixes();

    private static final JsonWriterFactory WRITERS =
            Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));

    private final JsonObject context;

    /** @param context the published JSON-LD context */
    RdfText(byte[] context) {
        this.context = Json.createReader(new ByteArrayInputStream(context))
                .readObject()
                .getJsonObject(CONTEXT);
    }

    private static Map<String, String> prefixes() {
        Map<String, String> prefixes = new LinkedHashMap<>();
        prefixes.put("dcterms", "http://purl.org/dc/terms/");
        prefixes.put("fg", Terms.FG);
        prefixes.put("foaf", "http://xmlns.com/foaf/0.1/");
        prefixes.put("geo", "http://www.opengis.net/ont/geosparql#");
        prefixes.put("org", "http://www.w3.org/ns/org#");
        prefixes.put("owl", "http://www.w3.org/2002/07/owl#");
        prefixes.put("prov", Terms.PROV);
        prefixes.put("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
        prefixes.put("rdfs", "http://www.w3.org/2000/01/rdf-schema#");
        prefixes.put("skos", "http://www.w3.org/2004/02/skos/core#");
        prefixes.put("vann", "http://purl.org/vocab/vann/");
        prefixes.put("void", "http://rdfs.org/ns/void#");
        prefixes.put("xsd", Terms.XSD);
        return Collections.unmodifiableMap(prefixes);
    }

    /**
     * The text of the graph.
     *
     * @throws se.fondgraf.web.http.Refusal 422 when a term cannot be written in the format
     */
    byte[] write(SortedGraph graph, Format format) {
        if (format == Format.JSON_LD) {
            return json(graph).getBytes(StandardCharsets.UTF_8);
        }
        graph.find().forEach(triple -> {
            format.check(triple.getSubject());
            format.check(triple.getObject());
        });
        PREFIXES.forEach(graph.getPrefixMapping()::setNsPrefix);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RDFWriter.source(graph).format(format.graphFormat()).output(out);
        return out.toByteArray();
    }

    /** JSON-LD that stands for itself: it holds what it uses of our context, so that nothing need be fetched. */
    String json(SortedGraph graph) {
        try {
            JsonObject compact = JsonLd.compact(
                            JsonDocument.of(expanded(graph)),
                            JsonDocument.of(Json.createObjectBuilder()
                                    .add(CONTEXT, context)
                                    .build()))
                    .ordered(true)
                    .get();
            Set<String> used = new HashSet<>();
            compact.forEach((key, value) -> {
                if (!key.equals(CONTEXT)) {
                    used.add(key);
                    collect(value, used);
                }
            });
            JsonObjectBuilder document = Json.createObjectBuilder().add(CONTEXT, pruned(used));
            compact.forEach((key, value) -> {
                if (!key.equals(CONTEXT)) {
                    document.add(key, value);
                }
            });
            StringWriter text = new StringWriter();
            try (JsonWriter writer = WRITERS.createWriter(text)) {
                writer.write(document.build());
            }
            return text.toString().strip() + "\n";
        } catch (JsonLdError e) {
            throw new IllegalStateException("expanded JSON-LD of our own can be compacted", e);
        }
    }

    private static jakarta.json.JsonArray expanded(SortedGraph graph) {
        JsonArrayBuilder things = Json.createArrayBuilder();
        for (Node subject : graph.subjects()) {
            Map<String, JsonArrayBuilder> values = new LinkedHashMap<>();
            for (Triple triple : graph.about(subject)) {
                boolean type = triple.getPredicate().equals(RDF.Nodes.type);
                String key = type ? "@type" : triple.getPredicate().getURI();
                JsonArrayBuilder list = values.computeIfAbsent(key, k -> Json.createArrayBuilder());
                if (type) {
                    list.add(triple.getObject().getURI());
                } else {
                    list.add(value(triple.getObject()));
                }
            }
            JsonObjectBuilder thing = Json.createObjectBuilder().add("@id", subject.getURI());
            values.forEach(thing::add);
            things.add(thing);
        }
        return things.build();
    }

    private static JsonObject value(Node node) {
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

    /** Keys, and words that may be names of classes. */
    private static void collect(JsonValue value, Set<String> used) {
        switch (value.getValueType()) {
            case OBJECT ->
                value.asJsonObject().forEach((key, inner) -> {
                    used.add(key);
                    collect(inner, used);
                });
            case ARRAY -> value.asJsonArray().forEach(inner -> collect(inner, used));
            case STRING -> used.add(((JsonString) value).getString());
            case NUMBER, TRUE, FALSE, NULL -> {}
        }
    }

    private JsonObject pruned(Set<String> used) {
        List<String> always = List.of("@version", "id", "type");
        JsonObjectBuilder pruned = Json.createObjectBuilder();
        context.forEach((key, value) -> {
            boolean prefix = value instanceof JsonString iri && iri.getString().startsWith("http");
            if (prefix || always.contains(key) || used.contains(key)) {
                pruned.add(key, value);
            }
        });
        return pruned.build();
    }
}
