package se.fondgraf.web.documents;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import se.fondgraf.web.html.Language;

/** Names in two languages for the terms of standards that the data uses; its own terms are named by its ontology. */
final class StandardTerms {
    private record Name(String swedish, String english) {}

    private static final Map<String, Name> NAMES = names();

    private StandardTerms() {}

    static Optional<String> label(String iri, Language language) {
        return Optional.ofNullable(NAMES.get(iri)).map(name -> language.say(name.swedish(), name.english()));
    }

    private static Map<String, Name> names() {
        Map<String, Name> names = new HashMap<>();
        String dcterms = "http://purl.org/dc/terms/";
        names.put(dcterms + "title", new Name("titel", "title"));
        names.put(dcterms + "identifier", new Name("nummer", "number"));
        names.put(dcterms + "description", new Name("övrig text", "other text"));
        names.put(dcterms + "source", new Name("källa", "source"));
        names.put(dcterms + "conformsTo", new Name("enligt", "conforms to"));
        names.put(dcterms + "isReplacedBy", new Name("ersatt av", "replaced by"));
        names.put(dcterms + "license", new Name("licens", "licence"));
        String owl = "http://www.w3.org/2002/07/owl#";
        names.put(owl + "sameAs", new Name("samma som", "same as"));
        names.put(owl + "deprecated", new Name("avförd", "deprecated"));
        String org = "http://www.w3.org/ns/org#";
        names.put(org + "Organization", new Name("organisation", "organization"));
        names.put(org + "FormalOrganization", new Name("juridisk person", "legal person"));
        names.put(org + "OrganizationalUnit", new Name("del av en organisation", "unit of an organization"));
        names.put(org + "ChangeEvent", new Name("organisationsändring", "change of organizations"));
        names.put(org + "Role", new Name("roll", "role"));
        names.put(org + "classification", new Name("slag", "kind"));
        names.put(org + "unitOf", new Name("del av", "unit of"));
        names.put(org + "linkedTo", new Name("knuten till", "linked to"));
        names.put(org + "identifier", new Name("organisationsnummer", "organization number"));
        names.put(org + "originalOrganization", new Name("tidigare organisation", "former organization"));
        names.put(org + "resultingOrganization", new Name("senare organisation", "later organization"));
        String prov = "http://www.w3.org/ns/prov#";
        names.put(prov + "Entity", new Name("källa", "source"));
        names.put(prov + "wasDerivedFrom", new Name("står på", "stands at"));
        names.put("http://www.w3.org/1999/02/22-rdf-syntax-ns#type", new Name("typ", "type"));
        names.put("http://www.w3.org/2000/01/rdf-schema#label", new Name("benämning", "label"));
        names.put("http://www.w3.org/2000/01/rdf-schema#seeAlso", new Name("se även", "see also"));
        String skos = "http://www.w3.org/2004/02/skos/core#";
        names.put(skos + "Concept", new Name("kod", "code"));
        names.put(skos + "ConceptScheme", new Name("kodlista", "code list"));
        names.put(skos + "prefLabel", new Name("namn", "name"));
        names.put(skos + "altLabel", new Name("även skrivet", "also written"));
        names.put(skos + "hiddenLabel", new Name("avkortat eller med versaler", "cut or in capitals"));
        names.put(skos + "notation", new Name("kod", "code"));
        names.put(skos + "definition", new Name("betydelse", "definition"));
        names.put(skos + "inScheme", new Name("kodlista", "code list"));
        names.put(skos + "topConceptOf", new Name("överst i", "top of"));
        names.put(skos + "hasTopConcept", new Name("koder", "codes"));
        names.put(skos + "broader", new Name("överordnad", "broader"));
        names.put(skos + "narrower", new Name("underordnad", "narrower"));
        names.put(skos + "exactMatch", new Name("samma som", "same as"));
        names.put("http://www.opengis.net/ont/geosparql#asWKT", new Name("läge (WKT)", "position (WKT)"));
        return Map.copyOf(names);
    }
}
