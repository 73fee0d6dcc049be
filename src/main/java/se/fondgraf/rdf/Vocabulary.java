package se.fondgraf.rdf;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Terms of other vocabularies that Jena has no constants for, or only as model resources. */
final class Vocabulary {
    static final String PROV = "http://www.w3.org/ns/prov#";
    static final String GEO = "http://www.opengis.net/ont/geosparql#";
    static final String NUTS = "http://data.europa.eu/nuts/code/";
    static final String WIKIDATA = "http://www.wikidata.org/entity/";
    static final String COUNTRY_SWEDEN = "http://publications.europa.eu/resource/authority/country/SWE";

    static final Node PROV_ENTITY = NodeFactory.createURI(PROV + "Entity");
    static final Node DERIVED_FROM = NodeFactory.createURI(PROV + "wasDerivedFrom");
    static final Node AS_WKT = NodeFactory.createURI(GEO + "asWKT");
    static final String WKT_LITERAL = GEO + "wktLiteral";

    private Vocabulary() {}
}
