package se.fondgraf.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.fondgraf.web.Endpoint.PREFIX;
import static se.fondgraf.web.Problems.assertProblem;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.fondgraf.web.sparql.Limits;

/** Whole or refused: past a limit nothing of the result is sent, and the server goes on. */
class LimitsTest {
    private static final int THINGS = 3_000;
    private static final String FOREVER = "{ ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }";
    private static final List<String> ROWS = List.of(
            "application/sparql-results+json",
            "application/sparql-results+xml",
            "text/csv",
            "text/tab-separated-values");
    private static final List<String> GRAPHS =
            List.of("text/turtle", "application/n-triples", "application/ld+json", "application/rdf+xml");

    private static final Endpoint quick =
            // So that time is what runs out, however quickly rows are written.
            new Endpoint(Limits.standard()
                    .withTime(Duration.ofMillis(200))
                    .withRows(Long.MAX_VALUE)
                    .withBytes(1L << 40));
    private static final Endpoint small =
            new Endpoint(Limits.standard().withRows(100).withBytes(20_000));
    private static final Endpoint standard = new Endpoint(Limits.standard());

    @BeforeAll
    static void load() {
        quick.store.load("test", stream -> Endpoint.numbers(stream, THINGS));
        small.store.load("test", stream -> Endpoint.numbers(stream, 1_000));
        standard.store.load("test", stream -> Endpoint.numbers(stream, 50_000));
    }

    @AfterAll
    static void stop() {
        quick.close();
        small.close();
        standard.close();
    }

    static Stream<Arguments> slowQueries() {
        List<Arguments> queries = new ArrayList<>();
        // Rows come at once and never end: the time runs out while they are written.
        ROWS.forEach(format -> queries.add(Arguments.of(format, "SELECT * " + FOREVER)));
        GRAPHS.forEach(format -> queries.add(Arguments.of(format, "CONSTRUCT { ?a ?e ?i } " + FOREVER)));
        String json = ROWS.getFirst();
        for (String query : List.of(
                "SELECT * " + FOREVER + " ORDER BY ?a ?f ?i",
                "SELECT (COUNT(*) AS ?n) " + FOREVER,
                "SELECT DISTINCT ?b ?e " + FOREVER,
                "SELECT ?a (GROUP_CONCAT(?i) AS ?x) " + FOREVER + " GROUP BY ?a",
                "SELECT * " + FOREVER + " OFFSET 100000000000",
                "ASK { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(STRLEN(CONCAT(STR(?c), STR(?f), STR(?i))) > 1000) }",
                "SELECT * { ?a ?b ?c OPTIONAL { ?d ?e ?f OPTIONAL { ?g ?h ?i FILTER(?c = ?x) } } }",
                "SELECT * { ?a ?b ?c FILTER NOT EXISTS { ?d ?e ?f . ?g ?h ?i FILTER(?i = ?b) } }",
                "SELECT ?a { ?a ?b ?c } ORDER BY EXISTS { ?d ?e ?f . ?g ?h ?i FILTER(?i = ?b) }",
                "SELECT * { ?a (!<x:y>|^!<x:y>)* ?b }",
                "SELECT * { { SELECT * " + FOREVER + " } UNION {} } LIMIT 1000000000",
                "SELECT * { ?a ?b ?c MINUS { ?a ?e ?f . ?g ?h ?i } }")) {
            queries.add(Arguments.of(json, query));
        }
        queries.add(Arguments.of(GRAPHS.getFirst(), "DESCRIBE ?a " + FOREVER));
        return queries.stream();
    }

    @ParameterizedTest
    @MethodSource("slowQueries")
    void slowQueriesAreRefusedWhole(String format, String query) throws Exception {
        assertTrue(assertProblem(503, quick.get(query, format)).contains("0.2 seconds"));
    }

    @Test
    void serverIsFreeAfterSlowQueries() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertEquals(503, quick.get("SELECT * " + FOREVER + " ORDER BY ?a").statusCode());
        }
        for (int tenths = 0; quick.server.running() > 0 && tenths < 100; tenths++) {
            Thread.sleep(100);
        }
        assertEquals(0, quick.server.running(), "queries that go on after their answer");
    }

    @Test
    void rowsUpToTheLimitAndNoMore() throws Exception {
        for (String format : ROWS) {
            HttpResponse<String> whole = small.get(PREFIX + "SELECT ?n { ?s ex:n ?n } LIMIT 100", format);
            assertEquals(200, whole.statusCode(), whole.body());
            assertEquals(100, ProtocolTest.rows(whole.body(), format));
            assertTrue(assertProblem(413, small.get(PREFIX + "SELECT ?n { ?s ex:n ?n } LIMIT 101", format))
                    .contains("100 rows"));
        }
        for (String format : GRAPHS) {
            HttpResponse<String> whole = small.get(PREFIX + "CONSTRUCT WHERE { ?s ex:n ?n } LIMIT 100", format);
            assertEquals(200, whole.statusCode(), whole.body());
            assertEquals(100, ProtocolTest.graph(whole.body(), format).size());
            assertTrue(assertProblem(413, small.get(PREFIX + "CONSTRUCT WHERE { ?s ex:n ?n } LIMIT 101", format))
                    .contains("100 triples"));
            assertProblem(413, small.get("DESCRIBE ?s { ?s ?p ?o }", format));
        }
    }

    @Test
    void resultsLargerThanTheLimitAreRefused() throws Exception {
        String wide = PREFIX + "SELECT (CONCAT(?n, \"" + "x".repeat(1_000) + "\") AS ?x) { ?s ex:n ?n } LIMIT 50";
        for (String format : ROWS) {
            assertTrue(assertProblem(413, small.get(wide, format)).contains("20,000 bytes"));
        }
        String tall = PREFIX + "CONSTRUCT { ?s ex:x ?x } { "
                + wide.substring(PREFIX.length()).replace("(CONCAT", "?s (CONCAT") + " }";
        tall = tall.replace("{ SELECT", "{ { SELECT") + " }";
        for (String format : GRAPHS) {
            assertTrue(assertProblem(413, small.get(tall, format)).contains("20,000 bytes"));
        }
    }

    @Test
    void largeResultsComeWhole() throws Exception {
        for (String format : ROWS) {
            HttpResponse<String> response = standard.get(PREFIX + "SELECT ?s ?n { ?s ex:n ?n }", format);
            assertEquals(200, response.statusCode());
            assertEquals(50_000, ProtocolTest.rows(response.body(), format));
        }
        HttpResponse<String> graph = standard.get(PREFIX + "CONSTRUCT WHERE { ?s ex:n ?n }", "application/n-triples");
        assertEquals(50_000, graph.body().lines().count());
    }

    @Test
    void longChainsAreFollowedOrRefused() throws Exception {
        HttpResponse<String> some = small.get(PREFIX + "SELECT (COUNT(*) AS ?n) { ex:s0 ex:next+ ?x }", "text/csv");
        assertEquals("n\r\n1000\r\n", some.body());
        HttpResponse<String> long50k =
                standard.get(PREFIX + "SELECT (COUNT(*) AS ?n) { ex:s0 ex:next+ ?x }", "text/csv");
        if (long50k.statusCode() == 200) {
            assertEquals("n\r\n50000\r\n", long50k.body());
        } else {
            assertProblem(422, long50k);
        }
        assertEquals(200, standard.get("ASK {}").statusCode());
    }

    @Test
    void deepNestingIsAnsweredOrRefused() throws Exception {
        for (String query : List.of(
                "SELECT (" + "(".repeat(20_000) + "1" + ")".repeat(20_000) + " AS ?x) {}",
                "ASK " + "{".repeat(20_000) + "}".repeat(20_000),
                "SELECT (1" + "+1".repeat(30_000) + " AS ?x) {}",
                "ASK { ?s " + "(".repeat(20_000) + "<x:p>" + ")*".repeat(20_000) + " ?o }",
                "ASK { " + "{} UNION ".repeat(6_000) + "{} }")) {
            HttpResponse<String> response = standard.post("application/sparql-query", query);
            if (response.statusCode() != 200) {
                assertTrue(assertProblem(422, response).contains("recursion"));
            }
        }
        assertEquals(200, standard.get("SELECT (1+1 AS ?x) { { OPTIONAL {} } }").statusCode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ASK { FILTER REGEX(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\", \"^(a+)+$\") }",
                "SELECT (REPLACE(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\", \"(a|a)*$\", \"\") AS ?x) {}",
                "SELECT ?s { ?s ?p ?o BIND(CONCAT(\"^(a|a|aa)+\", \"$\") AS ?r) "
                        + "FILTER REGEX(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\", ?r) } ORDER BY ?s LIMIT 5"
            })
    void patternsThatBacktrackAreLinear(String query) throws Exception {
        assertEquals(200, small.get(query).statusCode());
    }

    static Stream<String> growingQueries() {
        StringBuilder numbers = new StringBuilder("SELECT ?x40 { BIND(7 AS ?x0) ");
        StringBuilder decimals = new StringBuilder("SELECT ?x40 { BIND(0.0001 AS ?x0) ");
        StringBuilder texts = new StringBuilder("SELECT ?x40 { BIND(\"x\" AS ?x0) ");
        StringBuilder replaced = new StringBuilder("SELECT ?x40 { BIND(\"x\" AS ?x0) ");
        for (int i = 0; i < 40; i++) {
            numbers.append("BIND(?x%d * ?x%d AS ?x%d) ".formatted(i, i, i + 1));
            decimals.append("BIND(?x%d * ?x%d AS ?x%d) ".formatted(i, i, i + 1));
            texts.append("BIND(CONCAT(?x%d, ?x%d) AS ?x%d) ".formatted(i, i, i + 1));
            replaced.append("BIND(REPLACE(?x%d, \"x\", \"xx\") AS ?x%d) ".formatted(i, i + 1));
        }
        return Stream.of(
                numbers + "}",
                decimals + "}",
                texts + "}",
                replaced + "}",
                "ASK { FILTER REGEX(\"a\", \"((a{100}){100}){100}\") }",
                "ASK { FILTER REGEX(\"a\", \"" + "a".repeat(5_000) + "\") }",
                "ASK { FILTER REGEX(\"aa\", \"(a)\\\\1\") }");
    }

    @ParameterizedTest
    @MethodSource("growingQueries")
    void valuesThatGrowWithoutEndAreRefused(String query) throws Exception {
        assertProblem(422, standard.post("application/sparql-query", query));
    }

    @Test
    void controlCharactersNeverBreakXml() throws Exception {
        String query = "SELECT (\"a\\u0001b\" AS ?x) {}";
        assertTrue(assertProblem(422, standard.get(query, ROWS.get(1))).contains("another format"));
        assertEquals(200, standard.get(query, ROWS.get(0)).statusCode());
        String graph = "CONSTRUCT { <x:s> <x:p> ?x } { BIND(\"a\\u0001b\" AS ?x) }";
        assertTrue(assertProblem(422, standard.get(graph, GRAPHS.get(3))).contains("another format"));
        assertEquals(200, standard.get(graph, GRAPHS.get(0)).statusCode());
        assertProblem(422, standard.get("CONSTRUCT { <x:s> <x:p/> 1 } {}", GRAPHS.get(3)));
    }

    @Test
    void moreQueriesThanPlacesWaitThenAreSentAway() throws Exception {
        Limits limits = Limits.standard().withTime(Duration.ofSeconds(3)).withConcurrent(1, Duration.ofMillis(100));
        try (Endpoint one = new Endpoint(limits);
                ExecutorService clients = Executors.newFixedThreadPool(4)) {
            one.store.load("test", stream -> Endpoint.numbers(stream, THINGS));
            List<Future<HttpResponse<String>>> answers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                String query = "SELECT (COUNT(*) AS ?n%d) ".formatted(i) + FOREVER;
                Callable<HttpResponse<String>> client = () -> one.get(query);
                answers.add(clients.submit(client));
            }
            List<String> sentences = new ArrayList<>();
            for (Future<HttpResponse<String>> answer : answers) {
                sentences.add(assertProblem(503, answer.get()));
            }
            assertEquals(
                    3,
                    sentences.stream()
                            .filter(sentence -> sentence.contains("as many queries as it can"))
                            .count(),
                    sentences::toString);
        }
    }
}
