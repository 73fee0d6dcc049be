package se.fondgraf.describe;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/** JSON-LD 1.1, flattened: an object a subject, prefixed names for properties, values written out. */
final class FlatJsonLd {
    private static final String XSD_STRING = "http://www.w3.org/2001/XMLSchema#string";

    private final JsonGenerator json;

    FlatJsonLd(OutputStream out) throws IOException {
        DefaultPrettyPrinter lines = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        json = new JsonFactory().createGenerator(out).setPrettyPrinter(lines);
    }

    /** Writes sorted triples. */
    void write(List<Triple> triples) throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("@context");
        for (Map.Entry<String, String> prefix : Prefixes.ALL.entrySet()) {
            json.writeStringField(prefix.getKey(), prefix.getValue());
        }
        json.writeEndObject();
        json.writeArrayFieldStart("@graph");
        Map<Node, List<Triple>> bySubject = triples.stream()
                .collect(Collectors.groupingBy(Triple::getSubject, LinkedHashMap::new, Collectors.toList()));
        for (Map.Entry<Node, List<Triple>> subject : bySubject.entrySet()) {
            write(subject.getKey(), subject.getValue());
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeRaw('\n');
        json.flush();
    }

    private void write(Node subject, List<Triple> triples) throws IOException {
        json.writeStartObject();
        json.writeStringField("@id", subject.getURI());
        Map<Node, List<Node>> byProperty = triples.stream()
                .collect(Collectors.groupingBy(
                        Triple::getPredicate,
                        LinkedHashMap::new,
                        Collectors.mapping(Triple::getObject, Collectors.toList())));
        for (Map.Entry<Node, List<Node>> property : byProperty.entrySet()) {
            boolean type = property.getKey().equals(RDF.Nodes.type);
            json.writeArrayFieldStart(type ? "@type" : shortest(property.getKey()));
            for (Node object : property.getValue()) {
                if (type) {
                    json.writeString(shortest(object));
                } else {
                    write(object);
                }
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void write(Node object) throws IOException {
        json.writeStartObject();
        if (object.isURI()) {
            json.writeStringField("@id", object.getURI());
        } else {
            json.writeStringField("@value", object.getLiteralLexicalForm());
            if (!object.getLiteralLanguage().isEmpty()) {
                json.writeStringField("@language", object.getLiteralLanguage());
            } else if (!object.getLiteralDatatypeURI().equals(XSD_STRING)) {
                json.writeStringField("@type", shortest(object));
            }
        }
        json.writeEndObject();
    }

    private static String shortest(Node term) {
        String iri = term.isLiteral() ? term.getLiteralDatatypeURI() : term.getURI();
        return Prefixes.shortName(iri).orElse(iri);
    }
}
