package se.fondgraf.web.documents;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.jena.riot.RDFWriter;
import se.fondgraf.web.http.Format;

/** Writes a graph in the formats of documents: the same triples are the same bytes. */
final class RdfText {
    /** In this order, because the order could show in a file. */
    private static final Map<String, String> PREFIXES = prefixes();

    private final DocumentContext context;

    /** @param context the published JSON-LD context */
    RdfText(byte[] context) {
        this.context = new DocumentContext(context);
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

    /** JSON-LD that stands for itself. */
    String json(SortedGraph graph) {
        return DocumentJson.of(context, graph);
    }
}
