package se.fondgraf.publish;

import java.util.LinkedHashMap;
import java.util.Map;

/** The prefixes of our files, always these and in this order, so that a file's head never depends on its data. */
final class Prefixes {
    static final Map<String, String> ALL = all();

    private Prefixes() {}

    private static Map<String, String> all() {
        Map<String, String> prefixes = new LinkedHashMap<>();
        prefixes.put("dcterms", "http://purl.org/dc/terms/");
        prefixes.put("fg", "https://w3id.org/fondgraf/ontology#");
        prefixes.put("geo", "http://www.opengis.net/ont/geosparql#");
        prefixes.put("org", "http://www.w3.org/ns/org#");
        prefixes.put("owl", "http://www.w3.org/2002/07/owl#");
        prefixes.put("prov", "http://www.w3.org/ns/prov#");
        prefixes.put("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
        prefixes.put("rdfs", "http://www.w3.org/2000/01/rdf-schema#");
        prefixes.put("skos", "http://www.w3.org/2004/02/skos/core#");
        prefixes.put("vann", "http://purl.org/vocab/vann/");
        prefixes.put("xsd", "http://www.w3.org/2001/XMLSchema#");
        return java.util.Collections.unmodifiableMap(prefixes);
    }
}
