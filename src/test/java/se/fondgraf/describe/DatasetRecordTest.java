package se.fondgraf.describe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.UpdateExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records are what harvesters ask for, and a record with a fault would be found. */
public class DatasetRecordTest {
    private static final String BASE = "https://w3id.org/fondgraf/";
    private static final String SHA = "0123456789abcdef".repeat(4);

    /** The complaints of a harvester. */
    public static List<String> complaints(Graph record) {
        Graph shapes = RDFParser.source(
                        DatasetRecordTest.class.getResource("dcat.ttl").toString())
                .lang(Lang.TURTLE)
                .toGraph();
        ValidationReport report = ShaclValidator.get().validate(Shapes.parse(shapes), record);
        return report.getEntries().stream()
                .map(entry -> entry.focusNode() + " " + entry.resultPath() + " " + entry.message())
                .sorted()
                .toList();
    }

    private static Distribution file(String name) {
        return Distribution.ofFile("dumps/0123456789abcdef/", name, Texts.of("Kärnan", "The core"), 17, SHA)
                .orElseThrow();
    }

    private static Graph record(Operator operator, List<Distribution> files) {
        return new DatasetRecord(
                        operator,
                        BASE,
                        "http://localhost:3030/",
                        "0123456789abcdef",
                        LocalDate.of(2026, 11, 25),
                        files,
                        Optional.of(BASE + "dumps/fedcba9876543210/"))
                .graph();
    }

    private static Graph whole() {
        return record(
                Operator.standard(),
                List.of(file("core.nt.gz"), file("core.ttl"), file("all.nq.gz"), file("projects.csv")));
    }

    @Test
    void aRecordIsWhatHarvestersAskFor() {
        assertEquals(List.of(), complaints(whole()));
        assertEquals(List.of(), complaints(record(Operator.standard(), List.of())), "without any file");
    }

    @Test
    void theOperatorsWordsStandInIt() {
        Operator operator = OperatorFile.parse("f", """
                title: {sv: Våra projekt, fi: Hankkeemme}
                publisher: {name: Myndigheten, iri: 'https://example.org/org', type: NationalAuthority}
                contact: {name: Redaktionen, email: oppnadata@example.org}
                """, Optional.empty());
        Graph record = record(operator, List.of(file("core.nt.gz")));
        assertEquals(List.of(), complaints(record));
        String text = new String(DescriptionFormat.N_TRIPLES.bytes(record), java.nio.charset.StandardCharsets.UTF_8);
        assertTrue(text.contains("\"Hankkeemme\"@fi"), text);
        assertTrue(text.contains("<http://purl.org/dc/terms/publisher> <https://example.org/org>"), text);
        assertTrue(text.contains("<mailto:oppnadata@example.org>"), text);
    }

    @Test
    void thereAreNoBlankNodesAndTheLicenceIsWrittenExactlySo() {
        Graph record = whole();
        assertTrue(record.stream()
                .noneMatch(triple ->
                        triple.getSubject().isBlank() || triple.getObject().isBlank()));
        String xml = new String(DescriptionFormat.RDF_XML.bytes(record), java.nio.charset.StandardCharsets.UTF_8);
        assertFalse(xml.contains("nodeID") || xml.contains("rdf:ID=") || xml.contains("xml:base"), xml);
        assertTrue(
                xml.contains("<dcterms:license rdf:resource=\"http://creativecommons.org/publicdomain/zero/1.0/\"/>"),
                xml);
        record.stream(Node.ANY, Node.ANY, Node.ANY)
                .flatMap(triple -> java.util.stream.Stream.of(triple.getSubject(), triple.getObject()))
                .filter(Node::isURI)
                .forEach(node -> assertTrue(node.getURI().matches("(https?|mailto):.+"), node::getURI));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DELETE WHERE { ?a dcterms:publisher ?b }",
                "DELETE WHERE { ?a dcterms:type ?b }",
                "DELETE WHERE { ?a a dcat:Catalog ; dcterms:license ?b }",
                "DELETE WHERE { ?a a dcat:Distribution ; dcterms:license ?b }",
                "DELETE WHERE { ?a dcat:contactPoint ?b }",
                "DELETE WHERE { ?a dcat:theme ?b }",
                "DELETE WHERE { ?a dcat:keyword ?b }",
                "INSERT DATA { d: dcat:keyword 'utan språk' }",
                "DELETE WHERE { ?a dcterms:spatial ?b }",
                "DELETE WHERE { ?a dcterms:temporal ?b }",
                "DELETE WHERE { ?a dcterms:accessRights ?b }",
                "DELETE WHERE { ?a dcat:accessURL ?b }",
                "DELETE WHERE { ?a dcat:downloadURL ?b }",
                "DELETE WHERE { ?a dcterms:format ?b }",
                "DELETE WHERE { ?a dcat:mediaType ?b }",
                "DELETE WHERE { ?a dcat:compressFormat ?b }",
                "DELETE WHERE { ?a spdx:checksum ?b }",
                "DELETE WHERE { ?a spdx:checksumValue ?b }",
                "DELETE WHERE { ?a dcatap:availability ?b }",
                "DELETE WHERE { ?a dcat:version ?b }",
                "INSERT DATA { d: dcat:previousVersion <https://example.org/dumps/0123456789abcdef/> }",
                "DELETE { ?a dcat:previousVersion ?b } INSERT { ?a dcat:previousVersion 'before' }"
                        + " WHERE { ?a dcat:previousVersion ?b }",
                "DELETE WHERE { ?a dcat:endpointURL ?b }",
                "DELETE WHERE { ?a dcat:endpointDescription ?b }",
                "DELETE WHERE { ?a dcat:servesDataset ?b }",
                "DELETE WHERE { ?a dcat:accessService ?b }",
                "DELETE WHERE { ?a dcat:service ?b }",
                "DELETE WHERE { ?a dcat:dataset ?b }",
                "DELETE { ?a dcat:byteSize ?b } INSERT { ?a dcat:byteSize 17 } WHERE { ?a dcat:byteSize ?b }",
                "DELETE { ?a dcterms:title ?b } INSERT { ?a dcterms:title 'Titel' } WHERE { ?a dcterms:title ?b }",
                "DELETE { ?a dcterms:title ?b } WHERE { ?a dcterms:title ?b FILTER(LANG(?b) = 'sv') }",
                "DELETE { ?a dcterms:description ?b } WHERE { ?a a dcat:Dataset ; dcterms:description ?b }",
                "INSERT { ?a a vcard:Individual } WHERE { ?a a vcard:Organization }",
            })
    void aFaultIsFound(String update) {
        Graph broken = GraphFactory.createDefaultGraph();
        org.apache.jena.graph.GraphUtil.addInto(broken, whole());
        long before = broken.size();
        String prefixes = "PREFIX d: <https://w3id.org/fondgraf/dataset> ";
        for (var prefix : Prefixes.ALL.entrySet()) {
            prefixes += "PREFIX " + prefix.getKey() + ": <" + prefix.getValue() + "> ";
        }
        UpdateExec.dataset(DatasetGraphFactory.wrap(broken))
                .update(prefixes + update)
                .execute();
        assertTrue(broken.size() != before || !broken.isIsomorphicWith(whole()), "the update changes something");
        assertFalse(complaints(broken).isEmpty());
    }
}
