package se.fondgraf.publish;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.util.SplitIRI;
import org.apache.jena.vocabulary.RDF;

/**
 * RDF/XML of triples that come subject by subject: absolute IRIs, no blank nodes, one element for each subject.
 * Prefixes come before the first triple.
 *
 * <p>What XML cannot hold is refused with a sentence: a property whose IRI does not end in an XML name, and control
 * characters.
 */
final class RdfXmlStream implements StreamRDF {
    /** Names that mean something else in RDF/XML when they stand where a property does. */
    private static final Set<String> SYNTAX = Set.of(
            "RDF",
            "Description",
            "ID",
            "about",
            "parseType",
            "resource",
            "nodeID",
            "datatype",
            "li",
            "aboutEach",
            "aboutEachPrefix",
            "bagID");

    private final Writer out;
    private final Map<String, String> prefixes = new LinkedHashMap<>();
    private final Map<Node, Tag> tags = new LinkedHashMap<>();
    private Optional<Node> subject = Optional.empty();
    private boolean begun;

    /**
     * How a property is written.
     *
     * @param name with its prefix
     * @param declaration of the prefix, where no subject-wide one covers it
     */
    private record Tag(String name, String declaration) {}

    RdfXmlStream(OutputStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 14);
    }

    @Override
    public void start() {
        put("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    }

    @Override
    public void prefix(String prefix, String namespace) {
        prefixes.put(namespace, prefix);
    }

    @Override
    public void base(String base) {}

    @Override
    public void quad(Quad quad) {
        triple(quad.asTriple());
    }

    @Override
    public void triple(Triple triple) {
        begin();
        if (subject.filter(triple.getSubject()::equals).isEmpty()) {
            endSubject();
            put("  <rdf:Description rdf:about=\""
                    + attribute(triple.getSubject().getURI()) + "\">\n");
            subject = Optional.of(triple.getSubject());
        }
        Tag tag = tags.computeIfAbsent(triple.getPredicate(), this::tag);
        put("    <" + tag.name() + tag.declaration());
        object(triple.getObject(), tag.name());
    }

    @Override
    public void finish() {
        begin();
        endSubject();
        put("</rdf:RDF>\n");
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void begin() {
        if (!begun) {
            begun = true;
            prefixes.putIfAbsent(RDF.getURI(), "rdf");
            put(prefixes.entrySet().stream()
                    .map(entry -> "\n    xmlns:" + entry.getValue() + "=\"" + attribute(entry.getKey()) + '"')
                    .collect(Collectors.joining("", "<rdf:RDF", ">\n")));
        }
    }

    private void endSubject() {
        if (subject.isPresent()) {
            put("  </rdf:Description>\n");
        }
    }

    private void object(Node object, String name) {
        if (object.isURI()) {
            put(" rdf:resource=\"" + attribute(object.getURI()) + "\"/>\n");
            return;
        }
        String language = object.getLiteralLanguage();
        if (!language.isEmpty()) {
            put(" xml:lang=\"" + language + '"');
        } else if (!XSDDatatype.XSDstring.equals(object.getLiteralDatatype())) {
            put(" rdf:datatype=\"" + attribute(object.getLiteralDatatypeURI()) + '"');
        }
        put(">" + escaped(object.getLiteralLexicalForm()) + "</" + name + ">\n");
    }

    private Tag tag(Node predicate) {
        String iri = predicate.getURI();
        int split = SplitIRI.splitXML(iri);
        String namespace = iri.substring(0, split);
        String local = iri.substring(split);
        if (local.isEmpty() || namespace.isEmpty() || (namespace.equals(RDF.getURI()) && SYNTAX.contains(local))) {
            throw refused("RDF/XML has no way to write the property " + iri + "; take another format, such as .ttl");
        }
        return Optional.ofNullable(prefixes.get(namespace))
                .map(prefix -> new Tag(prefix + ":" + local, ""))
                .orElseGet(() -> new Tag("ns:" + local, " xmlns:ns=\"" + attribute(namespace) + '"'));
    }

    private static String attribute(String text) {
        return escaped(text).replace("\"", "&quot;").replace("\n", "&#xA;").replace("\t", "&#x9;");
    }

    /** A reader would take a carriage return for a line end, so it is written as a reference. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '\r' -> escaped.append("&#xD;");
                default -> {
                    if ((c < ' ' && c != '\n' && c != '\t') || c >= '\uFFFE') {
                        throw refused(String.format(
                                "XML cannot hold the character U+%04X; take another format, such as .ttl", (int) c));
                    }
                    escaped.append(c);
                }
            }
        }
        return escaped.toString();
    }

    private static UncheckedIOException refused(String sentence) {
        return new UncheckedIOException(new IOException(sentence));
    }

    private void put(String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
