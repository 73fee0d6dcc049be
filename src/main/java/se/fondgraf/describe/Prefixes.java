package se.fondgraf.describe;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The vocabularies of descriptions and of the data, with the prefixes that the endpoint declares. */
public final class Prefixes {
    /** By prefix. */
    public static final SortedMap<String, String> ALL = all();

    private Prefixes() {}

    private static SortedMap<String, String> all() {
        return Collections.unmodifiableSortedMap(new TreeMap<>(Map.ofEntries(
                Map.entry("adms", "http://www.w3.org/ns/adms#"),
                Map.entry("dcat", "http://www.w3.org/ns/dcat#"),
                Map.entry("dcatap", "http://data.europa.eu/r5r/"),
                Map.entry("dcterms", "http://purl.org/dc/terms/"),
                Map.entry("fg", "https://w3id.org/fondgraf/ontology#"),
                Map.entry("foaf", "http://xmlns.com/foaf/0.1/"),
                Map.entry("formats", "http://www.w3.org/ns/formats/"),
                Map.entry("geo", "http://www.opengis.net/ont/geosparql#"),
                Map.entry("org", "http://www.w3.org/ns/org#"),
                Map.entry("owl", "http://www.w3.org/2002/07/owl#"),
                Map.entry("prov", "http://www.w3.org/ns/prov#"),
                Map.entry("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
                Map.entry("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
                Map.entry("schema", "https://schema.org/"),
                Map.entry("sd", "http://www.w3.org/ns/sparql-service-description#"),
                Map.entry("sh", "http://www.w3.org/ns/shacl#"),
                Map.entry("skos", "http://www.w3.org/2004/02/skos/core#"),
                Map.entry("spdx", "http://spdx.org/rdf/terms#"),
                Map.entry("vann", "http://purl.org/vocab/vann/"),
                Map.entry("vcard", "http://www.w3.org/2006/vcard/ns#"),
                Map.entry("void", "http://rdfs.org/ns/void#"),
                Map.entry("xsd", "http://www.w3.org/2001/XMLSchema#"))));
    }

    /** The term of a prefixed name. */
    static Node term(String prefixedName) {
        int colon = prefixedName.indexOf(':');
        String namespace = Optional.ofNullable(ALL.get(prefixedName.substring(0, colon)))
                .orElseThrow(() -> new IllegalArgumentException("no prefix of " + prefixedName));
        return NodeFactory.createURI(namespace + prefixedName.substring(colon + 1));
    }

    /** The prefixed name of a term, if its namespace has a prefix and the rest can stand behind it. */
    static Optional<String> shortName(String iri) {
        for (Map.Entry<String, String> entry : ALL.entrySet()) {
            String namespace = entry.getValue();
            if (iri.startsWith(namespace) && isLocalName(iri, namespace.length())) {
                return Optional.of(entry.getKey() + ":" + iri.substring(namespace.length()));
            }
        }
        return Optional.empty();
    }

    /** Whether what begins there is a letter or underscore, followed by letters, digits, underscores and hyphens. */
    private static boolean isLocalName(String iri, int start) {
        for (int i = start; i < iri.length(); i++) {
            char c = iri.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
            boolean other = (c >= '0' && c <= '9') || c == '-';
            if (!letter && !(other && i > start)) {
                return false;
            }
        }
        return iri.length() > start;
    }

    /** What stands before the last part of an IRI. */
    static String namespace(String iri) {
        int hash = iri.lastIndexOf('#');
        return iri.substring(0, (hash < 0 ? iri.lastIndexOf('/') : hash) + 1);
    }
}
