package se.fondgraf.describe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.fondgraf.convert.Converted;

/** What the dataset says it holds is what a query finds in it, the description itself among it. */
class CountsTest {
    private static final String PREFIXES = """
            PREFIX void: <http://rdfs.org/ns/void#>
            PREFIX sd: <http://www.w3.org/ns/sparql-service-description#>
            PREFIX d: <https://w3id.org/fondgraf/dataset#>
            BASE <https://w3id.org/fondgraf/>
            """;

    /** Everything, each graph named and the default graph too. */
    private static final String ALL = "{ { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }";

    private static DatasetGraph dataset = DatasetGraphFactory.empty();

    @BeforeAll
    static void convert() {
        dataset = Converted.of(Path.of("seeds"), Path.of("src/test/resources/pages"))
                .dataset();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<dataset> | triples           | (COUNT(*) AS ?n) ALL",
                "<dataset> | distinctSubjects  | (COUNT(DISTINCT ?s) AS ?n) ALL",
                "<dataset> | distinctObjects   | (COUNT(DISTINCT ?o) AS ?n) ALL",
                "<dataset> | properties        | (COUNT(DISTINCT ?p) AS ?n) ALL",
                "<dataset> | classes           | (COUNT(DISTINCT ?o) AS ?n) { { ?s a ?o } UNION { GRAPH ?g { ?s a ?o }"
                        + " } }",
                "<dataset> | entities          | (COUNT(DISTINCT ?s) AS ?n) { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o"
                        + " } } FILTER STRSTARTS(STR(?s), 'https://w3id.org/fondgraf/id/') }",
                "d:core | triples              | (COUNT(*) AS ?n) { ?s ?p ?o }",
                "d:core | distinctSubjects     | (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o }",
                "d:core | properties           | (COUNT(DISTINCT ?p) AS ?n) { ?s ?p ?o }",
                "d:core | classes              | (COUNT(DISTINCT ?o) AS ?n) { ?s a ?o }",
                "d:provenance | triples        | (COUNT(*) AS ?n) { GRAPH <graph/provenance> { ?s ?p ?o } }",
                "d:provenance | classes        | (COUNT(DISTINCT ?o) AS ?n) { GRAPH <graph/provenance> { ?s a ?o } }",
                "d:matches | triples           | (COUNT(*) AS ?n) { GRAPH <graph/matches> { ?s ?p ?o } }",
                "d:matches | distinctSubjects  | (COUNT(DISTINCT ?s) AS ?n) { GRAPH <graph/matches> { ?s ?p ?o } }",
            })
    void aCountIsWhatAQueryFinds(String subject, String property, String query) {
        String stated = one("SELECT ?n { %s void:%s ?n }".formatted(subject, property));
        assertEquals(one("SELECT " + query.replace("ALL", ALL)), stated);
        assertFalse(stated.equals("0"));
    }

    @Test
    void everyClassHasItsPartition() {
        assertEquals(
                table("SELECT ?class (COUNT(DISTINCT ?s) AS ?n)"
                        + " { { ?s a ?class } UNION { GRAPH ?g { ?s a ?class } } } GROUP BY ?class"),
                table("SELECT ?class ?n { <dataset> void:classPartition [ void:class ?class ; void:entities ?n ] }"));
    }

    @Test
    void everyPartitionHasItsProperties() {
        assertEquals(table("""
                        SELECT (CONCAT(STR(?class), " ", STR(?p)) AS ?key) (COUNT(*) AS ?n)
                        { { SELECT DISTINCT ?s ?class { { ?s a ?class } UNION { GRAPH ?g { ?s a ?class } } } }
                          { ?s ?p ?o } UNION { GRAPH ?h { ?s ?p ?o } } } GROUP BY ?class ?p"""), table("""
                        SELECT (CONCAT(STR(?class), " ", STR(?p)) AS ?key) ?n
                        { ?part void:class ?class ;
                                void:propertyPartition [ void:property ?p ; void:triples ?n ] }"""));
    }

    @Test
    void everyNamedGraphIsASubset() {
        assertEquals(
                table("SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g"),
                table("SELECT ?g ?n { <dataset> void:subset [ sd:name ?g ; void:triples ?n ] }"));
    }

    @Test
    void everyVocabularyIsNamedAndEveryExampleIsThere() {
        assertEquals(
                table("SELECT ?v (1 AS ?n) { <dataset> void:vocabulary ?v }"),
                table("SELECT DISTINCT (REPLACE(STR(?t), '^(.*[#/])[^#/]*$', '$1') AS ?v) (1 AS ?n) { { ?s ?t ?o }"
                        + " UNION { GRAPH ?g { ?s ?t ?o } } UNION { ?s a ?t } UNION { GRAPH ?g { ?s a ?t } } }"));
        Map<String, String> examples = table(
                "SELECT ?e (COUNT(?p) AS ?n) { <dataset> void:exampleResource ?e {?e ?p ?o} UNION {GRAPH ?g {?e ?p"
                        + " ?o}} } GROUP BY ?e");
        assertTrue(examples.size() > 8, examples::toString);
        assertFalse(examples.containsValue("0"), examples::toString);
    }

    @Test
    void everyExampleQueryRunsAndEveryPrefixIsDeclared() {
        Map<String, String> examples =
                table("PREFIX sh: <http://www.w3.org/ns/shacl#> SELECT ?q ?s { ?q a sh:SPARQLExecutable,"
                        + " sh:SPARQLSelectExecutable ; sh:select ?s }");
        assertEquals(se.fondgraf.query.QueryLibrary.bundled().queries().size(), examples.size());
        examples.forEach((iri, text) -> {
            try (QueryExec run = QueryExec.dataset(dataset).query(text).build()) {
                assertTrue(
                        run.select().materialize().hasNext()
                                || iri.endsWith("/review")
                                || iri.endsWith("/path-between"),
                        iri);
            }
        });
        Map<String, String> prefixes = table("PREFIX sh: <http://www.w3.org/ns/shacl#> SELECT ?p ?n"
                + " { <dataset> sh:declare [ sh:prefix ?p ; sh:namespace ?n ] }");
        assertEquals(new TreeMap<>(Prefixes.ALL), prefixes);
    }

    private static String one(String query) {
        try (QueryExec run = QueryExec.dataset(dataset).query(PREFIXES + query).build()) {
            return run.select().next().get("n").getLiteralLexicalForm();
        }
    }

    /** The first column to the second. */
    private static Map<String, String> table(String query) {
        Map<String, String> table = new TreeMap<>();
        try (QueryExec run = QueryExec.dataset(dataset).query(PREFIXES + query).build()) {
            var rows = run.select();
            String key = rows.getResultVars().get(0).getVarName();
            String value = rows.getResultVars().get(1).getVarName();
            rows.forEachRemaining(row -> {
                String name = row.get(key).isURI()
                        ? row.get(key).getURI()
                        : row.get(key).getLiteralLexicalForm();
                String text = row.get(value).isURI()
                        ? row.get(value).getURI()
                        : row.get(value).getLiteralLexicalForm();
                String before = table.put(name, text);
                assertTrue(before == null, () -> name + " stands twice: " + before + " and " + text);
            });
        }
        return table;
    }
}
