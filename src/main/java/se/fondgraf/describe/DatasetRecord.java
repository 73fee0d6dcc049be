package se.fondgraf.describe;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;

/**
 * What a data portal harvests: catalogue, dataset, files and endpoint by DCAT-AP 3.0.1 and its Swedish profile, without
 * blank nodes. All nodes are {@code dataset} or {@code dataset#…} under the base.
 *
 * @param base of the data's IRIs, ending in a slash
 * @param home the public address of the service, ending in a slash
 * @param version of the dataset
 * @param modified when it last changed, if the operator does not say
 * @param distributions its files
 * @param previousVersion the IRI of the release before
 */
public record DatasetRecord(
        Operator operator,
        String base,
        String home,
        String version,
        LocalDate modified,
        List<Distribution> distributions,
        Optional<String> previousVersion) {
    private static final String AUTHORITY = "http://publications.europa.eu/resource/authority/";
    private static final String MEDIA_TYPES = "https://www.iana.org/assignments/media-types/";
    private static final String SPARQL_PROTOCOL = "https://www.w3.org/TR/sparql11-protocol/";

    public DatasetRecord {
        distributions = List.copyOf(distributions);
    }

    /** The record as a graph. */
    public Graph graph() {
        Facts facts = new Facts();
        Metadata metadata = new Metadata(operator, base, operator.modified().orElse(modified), version);
        String dataset = Description.dataset(base);
        catalogue(metadata, facts);
        Facts.About about = facts.about(dataset).type("dcat:Dataset");
        metadata.state(about, facts);
        about.iri("dcat:landingPage", home)
                .iri("dcat:distribution", dataset + "#endpoint")
                .texts("rdfs:label", operator.title());
        previousVersion.ifPresent(iri -> about.iri("dcat:previousVersion", iri));
        endpoint(metadata, facts);
        distributions.forEach(file -> file(file, about, facts));
        return facts.graph();
    }

    private void catalogue(Metadata metadata, Facts facts) {
        String dataset = Description.dataset(base);
        Facts.About catalogue = facts.about(dataset + "#catalog")
                .type("dcat:Catalog")
                .texts("dcterms:title", titled(Texts.of("Datakatalog", "Data catalogue")))
                .texts("rdfs:label", titled(Texts.of("Datakatalog", "Data catalogue")))
                .texts("dcterms:description", operator.description())
                .iri("dcterms:publisher", metadata.publisher())
                .iri("dcterms:license", operator.licence())
                .iri("dcterms:language", AUTHORITY + "language/SWE")
                .iri("dcat:themeTaxonomy", AUTHORITY + "data-theme")
                .iri("foaf:homepage", home)
                .iri("dcat:dataset", dataset)
                .iri("dcat:service", dataset + "#service")
                .day("dcterms:modified", metadata.modified());
        operator.issued().ifPresent(day -> catalogue.day("dcterms:issued", day));
        operator.spatial().forEach(place -> catalogue.iri("dcterms:spatial", place));
    }

    /** The endpoint, as a service and as a distribution that the dataset leads to it by. */
    private void endpoint(Metadata metadata, Facts facts) {
        String dataset = Description.dataset(base);
        Texts title = titled(Texts.of("SPARQL-ändpunkt", "SPARQL endpoint"));
        facts.about(dataset + "#service")
                .type("dcat:DataService")
                .texts("dcterms:title", title)
                .texts("rdfs:label", title)
                .texts(
                        "dcterms:description",
                        Texts.of(
                                "Svarar på frågor i SPARQL 1.1 om hela datamängden.",
                                "Answers SPARQL 1.1 queries about the whole dataset."))
                .iri("dcat:endpointURL", home + "sparql")
                .iri("dcat:endpointDescription", home + "openapi.json")
                .iri("dcat:servesDataset", dataset)
                .iri("dcterms:publisher", metadata.publisher())
                .iri("dcat:contactPoint", dataset + "#contact")
                .iri("dcterms:license", operator.licence())
                .iri("dcterms:accessRights", AUTHORITY + "access-right/PUBLIC")
                .iri("dcterms:conformsTo", SPARQL_PROTOCOL)
                .iri("dcatap:availability", AUTHORITY + "planned-availability/STABLE");
        facts.about(dataset + "#endpoint")
                .type("dcat:Distribution")
                .texts("dcterms:title", title)
                .texts("rdfs:label", title)
                .texts(
                        "dcterms:description",
                        Texts.of("Data på fråga, som rader eller RDF.", "Data on request, as rows or RDF."))
                .iri("dcat:accessURL", home + "sparql")
                .iri("dcat:accessService", dataset + "#service")
                .iri("dcterms:license", operator.licence())
                .iri("dcterms:conformsTo", SPARQL_PROTOCOL)
                .iri("dcatap:availability", AUTHORITY + "planned-availability/STABLE");
    }

    private void file(Distribution file, Facts.About dataset, Facts facts) {
        String iri = Description.dataset(base) + "#file-" + file.name();
        String checksum = iri + "-sha256";
        dataset.iri("dcat:distribution", iri);
        Facts.About about = facts.about(iri)
                .type("dcat:Distribution")
                .texts("dcterms:title", file.title())
                .texts("rdfs:label", file.title())
                .texts("dcterms:description", Texts.of("Filen " + file.name(), "The file " + file.name()))
                .iri("dcat:accessURL", home + file.address())
                .iri("dcat:downloadURL", home + file.address())
                .iri("dcterms:format", file.format())
                .iri("dcat:mediaType", MEDIA_TYPES + file.mediaType())
                .typed("dcat:byteSize", Long.toString(file.bytes()), XSDDatatype.XSDnonNegativeInteger)
                .iri("dcatap:availability", AUTHORITY + "planned-availability/STABLE")
                .iri("dcterms:license", operator.licence())
                .iri("spdx:checksum", checksum);
        if (file.compressed()) {
            about.iri("dcat:compressFormat", MEDIA_TYPES + "application/gzip");
        }
        facts.about(checksum)
                .type("spdx:Checksum")
                .node("spdx:algorithm", Prefixes.term("spdx:checksumAlgorithm_sha256"))
                .typed("spdx:checksumValue", file.sha256(), XSDDatatype.XSDhexBinary)
                .label("SHA-256 för " + file.name(), "SHA-256 of " + file.name());
    }

    /** The dataset's title with a word before it, in the languages that have both. */
    private Texts titled(Texts word) {
        SortedMap<String, String> titles = new TreeMap<>();
        operator.title().byLanguage().forEach((language, title) -> {
            if (word.byLanguage().containsKey(language)) {
                titles.put(language, word.in(language) + ": " + title);
            }
        });
        return new Texts(titles);
    }
}
