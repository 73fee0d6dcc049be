package se.fondgraf.describe;

import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/** RDF/XML in its plainest form: one rdf:Description a subject, absolute IRIs, nothing nested. */
final class FlatRdfXml {
    private static final String RDF_NS = RDF.uri;
    private static final String XSD_STRING = "http://www.w3.org/2001/XMLSchema#string";

    private final XMLStreamWriter xml;

    FlatRdfXml(OutputStream out) throws XMLStreamException {
        xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
    }

    /** Writes sorted triples. */
    void write(List<Triple> triples) throws XMLStreamException {
        Map<String, String> prefixes = prefixes(triples);
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("rdf", "RDF", RDF_NS);
        for (Map.Entry<String, String> entry : prefixes.entrySet()) {
            xml.writeNamespace(entry.getValue(), entry.getKey());
        }
        Optional<Node> subject = Optional.empty();
        for (Triple triple : triples) {
            if (!subject.equals(Optional.of(triple.getSubject()))) {
                if (subject.isPresent()) {
                    close();
                }
                subject = Optional.of(triple.getSubject());
                xml.writeCharacters("\n  ");
                xml.writeStartElement("rdf", "Description", RDF_NS);
                xml.writeAttribute("rdf", RDF_NS, "about", triple.getSubject().getURI());
            }
            write(triple, prefixes);
        }
        if (subject.isPresent()) {
            close();
        }
        xml.writeCharacters("\n");
        xml.writeEndElement();
        xml.writeCharacters("\n");
        xml.writeEndDocument();
        xml.flush();
    }

    private void close() throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeEndElement();
    }

    private void write(Triple triple, Map<String, String> prefixes) throws XMLStreamException {
        String property = triple.getPredicate().getURI();
        String namespace = namespace(property);
        Node object = triple.getObject();
        String name = property.substring(namespace.length());
        String prefix = String.valueOf(prefixes.get(namespace));
        xml.writeCharacters("\n    ");
        if (object.isURI()) {
            xml.writeEmptyElement(prefix, name, namespace);
            xml.writeAttribute("rdf", RDF_NS, "resource", object.getURI());
            return;
        }
        xml.writeStartElement(prefix, name, namespace);
        if (!object.getLiteralLanguage().isEmpty()) {
            xml.writeAttribute("xml", "http://www.w3.org/XML/1998/namespace", "lang", object.getLiteralLanguage());
        } else if (!object.getLiteralDatatypeURI().equals(XSD_STRING)) {
            xml.writeAttribute("rdf", RDF_NS, "datatype", object.getLiteralDatatypeURI());
        }
        xml.writeCharacters(object.getLiteralLexicalForm());
        xml.writeEndElement();
    }

    /** By namespace: the known prefixes of those that are used, and numbered ones for the rest. */
    private static Map<String, String> prefixes(List<Triple> triples) {
        Map<String, String> prefixes = new LinkedHashMap<>();
        prefixes.put(RDF_NS, "rdf");
        triples.stream()
                .map(triple -> namespace(triple.getPredicate().getURI()))
                .sorted()
                .distinct()
                .forEach(namespace -> prefixes.putIfAbsent(namespace, prefix(namespace, prefixes.size())));
        return prefixes;
    }

    private static String prefix(String namespace, int number) {
        return Prefixes.ALL.entrySet().stream()
                .filter(entry -> entry.getValue().equals(namespace))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("ns" + number);
    }

    /** All before the longest end that is a name in XML. */
    private static String namespace(String iri) {
        int start = iri.length();
        while (start > 0 && isNamePart(iri.charAt(start - 1))) {
            start--;
        }
        while (start < iri.length() && !(Character.isLetter(iri.charAt(start)) || iri.charAt(start) == '_')) {
            start++;
        }
        if (start == iri.length()) {
            throw new IllegalStateException("RDF/XML cannot hold the property " + iri);
        }
        return iri.substring(0, start);
    }

    private static boolean isNamePart(char c) {
        return c < 128 && (Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.');
    }
}
