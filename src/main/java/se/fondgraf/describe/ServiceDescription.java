package se.fondgraf.describe;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;

/**
 * What a SPARQL endpoint says of itself by the W3C's SPARQL 1.1 Service Description: address, language, result formats,
 * the graphs it answers from and its limits. It does not federate, so it does not claim to.
 *
 * @param endpoint the endpoint's absolute public address
 * @param base of the data's IRIs, ending in a slash
 * @param resultFormats what answers can be written in
 * @param core statements in the default graph
 * @param namedGraphs statements by the IRI of each named graph
 * @param limits of one query
 */
public record ServiceDescription(
        String endpoint,
        String base,
        List<ResultFormat> resultFormats,
        long core,
        SortedMap<String, Long> namedGraphs,
        QueryLimits limits) {
    /** A format of answers, by the name that the W3C has given it. */
    public enum ResultFormat {
        SPARQL_RESULTS_JSON("formats:SPARQL_Results_JSON"),
        SPARQL_RESULTS_XML("formats:SPARQL_Results_XML"),
        SPARQL_RESULTS_CSV("formats:SPARQL_Results_CSV"),
        SPARQL_RESULTS_TSV("formats:SPARQL_Results_TSV"),
        TURTLE("formats:Turtle"),
        N_TRIPLES("formats:N-Triples"),
        JSON_LD("formats:JSON-LD"),
        RDF_XML("formats:RDF_XML");

        private final String name;

        ResultFormat(String name) {
            this.name = name;
        }
    }

    /**
     * What one query may use.
     *
     * @param seconds from its start to its last byte
     * @param rows of a SELECT, or triples of a CONSTRUCT or DESCRIBE
     * @param bytes of the answer
     * @param queryBytes of the query's text
     * @param concurrent queries that run at the same time
     */
    public record QueryLimits(double seconds, long rows, long bytes, long queryBytes, int concurrent) {}

    private static final String ENTAILMENT = "http://www.w3.org/ns/entailment/Simple";

    public ServiceDescription {
        resultFormats = List.copyOf(resultFormats);
        namedGraphs = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(namedGraphs));
    }

    /** The description as a graph. Its nodes stand under the endpoint's address. */
    public Graph graph() {
        Facts facts = new Facts();
        Facts.About service = facts.about(endpoint)
                .type("sd:Service")
                .iri("sd:endpoint", endpoint)
                .node("sd:supportedLanguage", Prefixes.term("sd:SPARQL11Query"))
                .iri("sd:defaultEntailmentRegime", ENTAILMENT)
                .iri("sd:defaultDataset", endpoint + "#dataset")
                .iri("sd:availableGraphs", endpoint + "#graphs")
                .label("SPARQL-ändpunkt för Fondgraf", "SPARQL endpoint of Fondgraf")
                .texts("rdfs:comment", Texts.of(swedishLimits(), englishLimits()));
        resultFormats.forEach(format -> service.node("sd:resultFormat", Prefixes.term(format.name)));
        facts.about(endpoint + "#dataset")
                .type("sd:Dataset")
                .type("void:Dataset")
                .iri("sd:defaultGraph", endpoint + "#default-graph")
                .iri("dcterms:isPartOf", Description.dataset(base))
                .count(
                        "void:triples",
                        core
                                + namedGraphs.values().stream()
                                        .mapToLong(Long::longValue)
                                        .sum())
                .label("Datamängden", "The dataset");
        facts.about(endpoint + "#graphs").type("sd:GraphCollection").label("Graferna", "The graphs");
        facts.about(endpoint + "#default-graph")
                .type("sd:Graph")
                .type("void:Dataset")
                .count("void:triples", core)
                .iri("sd:entailmentRegime", ENTAILMENT)
                .label("Standardgrafen: kärnan", "The default graph: the core");
        namedGraphs.forEach((name, triples) -> named(name, triples, facts));
        return facts.graph();
    }

    private void named(String name, long triples, Facts facts) {
        String local = name.substring(name.lastIndexOf('/') + 1);
        String named = endpoint + "#" + local;
        facts.about(endpoint + "#dataset").iri("sd:namedGraph", named);
        facts.about(endpoint + "#graphs").iri("sd:namedGraph", named);
        facts.about(named)
                .type("sd:NamedGraph")
                .iri("sd:name", name)
                .iri("sd:graph", named + "-graph")
                .iri("sd:entailmentRegime", ENTAILMENT)
                .label("Den namngivna grafen " + local, "The named graph " + local);
        facts.about(named + "-graph")
                .type("sd:Graph")
                .type("void:Dataset")
                .count("void:triples", triples)
                .label("Innehållet i grafen " + local, "The content of the graph " + local);
    }

    private String englishLimits() {
        return ("Answers SPARQL 1.1 queries from its own data; SERVICE and updates are refused. An answer is whole or"
                        + " refused. Limits of one query: %s seconds, %d rows or triples, %d bytes of answer, %d bytes of query"
                        + " text. At most %d queries run at the same time.")
                .formatted(seconds(), limits.rows(), limits.bytes(), limits.queryBytes(), limits.concurrent());
    }

    private String swedishLimits() {
        return ("Svarar på frågor i SPARQL 1.1 ur egna data; SERVICE och ändringar avvisas. Ett svar är helt, eller"
                        + " avvisat. Gränser för en fråga: %s sekunder, %d rader eller tripler, %d byte svar, %d byte frågetext."
                        + " Högst %d frågor körs samtidigt.")
                .formatted(
                        seconds().replace('.', ','),
                        limits.rows(),
                        limits.bytes(),
                        limits.queryBytes(),
                        limits.concurrent());
    }

    private String seconds() {
        return java.math.BigDecimal.valueOf(limits.seconds())
                .stripTrailingZeros()
                .toPlainString();
    }
}
