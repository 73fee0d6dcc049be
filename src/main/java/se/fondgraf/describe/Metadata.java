package se.fondgraf.describe;

import java.time.LocalDate;
import org.apache.jena.datatypes.xsd.XSDDatatype;

/** What a catalogue wants to know of the dataset: the operator's words, dates and licence. */
record Metadata(Operator operator, String base, LocalDate modified, String version) {
    private static final String PUBLISHER_TYPES = "http://purl.org/adms/publishertype/";
    private static final String ACCESS = "http://publications.europa.eu/resource/authority/access-right/";
    private static final String LANGUAGE = "http://publications.europa.eu/resource/authority/language/";

    /** The publisher's IRI. */
    String publisher() {
        return operator.publisher().iri().orElseGet(() -> Description.dataset(base) + "#publisher");
    }

    /** Says it of the dataset, and who the publisher and the contact are. */
    void state(Facts.About dataset, Facts facts) {
        String contact = Description.dataset(base) + "#contact";
        dataset.texts("dcterms:title", operator.title())
                .texts("dcterms:description", operator.description())
                .texts("dcat:keyword", operator.keywords())
                .iri("dcterms:license", operator.licence())
                .iri("dcterms:publisher", publisher())
                .iri("dcat:contactPoint", contact)
                .iri("dcterms:accessRights", ACCESS + "PUBLIC")
                .iri("dcterms:language", LANGUAGE + "SWE")
                .plain("dcterms:identifier", Description.dataset(base))
                .plain("dcat:version", version)
                .day("dcterms:modified", modified);
        operator.issued().ifPresent(day -> dataset.day("dcterms:issued", day));
        operator.spatial().forEach(place -> dataset.iri("dcterms:spatial", place));
        operator.themes().forEach(theme -> dataset.iri("dcat:theme", theme));
        period(dataset, facts);
        statePublisher(facts);
        Facts.About whom = facts.about(contact)
                .type("vcard:Organization")
                .texts("vcard:fn", operator.contact().name())
                .texts("rdfs:label", operator.contact().name());
        operator.contact().email().ifPresent(address -> whom.iri("vcard:hasEmail", "mailto:" + address));
        operator.contact().url().ifPresent(address -> whom.iri("vcard:hasURL", address));
    }

    /** Says who the publisher is. */
    void statePublisher(Facts facts) {
        facts.about(publisher())
                .type("foaf:Agent")
                .texts("foaf:name", operator.publisher().name())
                .texts("rdfs:label", operator.publisher().name())
                .iri("dcterms:type", PUBLISHER_TYPES + operator.publisher().type());
    }

    private void period(Facts.About dataset, Facts facts) {
        if (operator.from().isEmpty() && operator.to().isEmpty()) {
            return;
        }
        String iri = Description.dataset(base) + "#period";
        dataset.iri("dcterms:temporal", iri);
        String from = operator.from().map(LocalDate::toString).orElse("");
        String to = operator.to().map(LocalDate::toString).orElse("");
        Facts.About period = facts.about(iri)
                .type("dcterms:PeriodOfTime")
                .label((from + " – " + to).strip(), (from + " – " + to).strip());
        operator.from().ifPresent(day -> period.typed("dcat:startDate", day.toString(), XSDDatatype.XSDdate));
        operator.to().ifPresent(day -> period.typed("dcat:endDate", day.toString(), XSDDatatype.XSDdate));
    }
}
