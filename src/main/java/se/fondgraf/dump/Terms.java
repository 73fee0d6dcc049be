package se.fondgraf.dump;

import java.util.List;
import java.util.Map;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.ORG;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import se.fondgraf.rdf.Fg;

/** Terms in the short form that people read. */
final class Terms {
    private static final List<Map.Entry<String, String>> PREFIXES = List.of(
            Map.entry("fg:", Fg.NS),
            Map.entry("code/", Fg.CODE),
            Map.entry("dcterms:", DCTerms.getURI()),
            Map.entry("org:", ORG.getURI()),
            Map.entry("owl:", OWL2.getURI()),
            Map.entry("prov:", "http://www.w3.org/ns/prov#"),
            Map.entry("rdf:", RDF.getURI()),
            Map.entry("rdfs:", RDFS.getURI()),
            Map.entry("skos:", SKOS.getURI()));

    private Terms() {}

    /** With its usual prefix; the IRI itself where there is none. */
    static String shortName(String iri) {
        return PREFIXES.stream()
                .filter(prefix -> iri.startsWith(prefix.getValue()))
                .findFirst()
                .map(prefix -> prefix.getKey() + iri.substring(prefix.getValue().length()))
                .orElse(iri);
    }
}
