package se.fondgraf.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.fondgraf.web.Endpoint.PREFIX;
import static se.fondgraf.web.Endpoint.encoded;
import static se.fondgraf.web.Problems.assertProblem;
import static se.fondgraf.web.Problems.header;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.fondgraf.query.QueryLibrary;
import se.fondgraf.web.sparql.Limits;

/** The endpoint without a query, and as a browser sees it. */
class EndpointPageTest {
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private static final String SD = "http://www.w3.org/ns/sparql-service-description#";
    private static final Endpoint endpoint = new Endpoint(Limits.standard());

    @BeforeAll
    static void load() {
        endpoint.store.load("test", stream -> Endpoint.numbers(stream, 10));
    }

    @AfterAll
    static void stop() {
        endpoint.close();
    }

    private static HttpResponse<String> get(String pathAndQuery, String accept) throws Exception {
        return endpoint.send(HttpRequest.newBuilder(endpoint.uri(pathAndQuery)).header("Accept", accept));
    }

    private static Node sd(String name) {
        return NodeFactory.createURI(SD + name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/turtle", "application/ld+json", "application/rdf+xml", "application/n-triples", "*/*"})
    void describesItself(String accept) throws Exception {
        HttpResponse<String> response = get("/sparql", accept);
        assertEquals(200, response.statusCode(), response.body());
        String type = accept.equals("*/*") ? "text/turtle" : accept;
        assertTrue(header(response, "Content-Type").startsWith(type), header(response, "Content-Type"));
        Graph graph = ProtocolTest.graph(response.body(), type);
        Node service = NodeFactory.createURI(endpoint.uri("/sparql").toString());
        assertTrue(graph.contains(service, sd("endpoint"), service), response.body());
        assertTrue(graph.contains(service, sd("supportedLanguage"), sd("SPARQL11Query")));
        assertEquals(
                8, graph.find(service, sd("resultFormat"), Node.ANY).toList().size());
        assertFalse(graph.contains(Node.ANY, sd("feature"), Node.ANY), "no feature is promised that is closed");
        assertTrue(response.body().contains("30 seconds"), "the limits are said");
        assertTrue(asks(graph, """
                ASK {
                  ?service sd:defaultEntailmentRegime <http://www.w3.org/ns/entailment/Simple> ;
                    sd:defaultDataset ?dataset .
                  ?dataset void:triples 22 ; sd:defaultGraph [ void:triples 20 ] ;
                    sd:namedGraph [ sd:name <https://example.org/graph> ; sd:graph [ void:triples 1 ] ] ,
                      [ sd:name <https://example.org/other> ; sd:graph [ void:triples 1 ] ] .
                }"""), response.body());
    }

    private static boolean asks(Graph graph, String query) {
        String prefixes = "PREFIX sd: <%s> PREFIX void: <http://rdfs.org/ns/void#> ".formatted(SD);
        try (QueryExec asked = QueryExec.graph(graph).query(prefixes + query).build()) {
            return asked.ask();
        }
    }

    @Test
    void isWhereItsOperatorSays() throws Exception {
        try (Endpoint behind = new Endpoint(ServerSettings.local(0).withHome("https://data.example.org/esf/"))) {
            HttpResponse<String> response = behind.send(HttpRequest.newBuilder(behind.uri("/sparql")));
            Graph graph = ProtocolTest.graph(response.body(), "text/turtle");
            Node service = NodeFactory.createURI("https://data.example.org/esf/sparql");
            assertEquals(
                    List.of(service),
                    graph.find(Node.ANY, sd("endpoint"), Node.ANY)
                            .mapWith(Triple::getObject)
                            .toList());
            assertFalse(response.body().contains("127.0.0.1"), response.body());
        }
    }

    @Test
    void describesItselfToHeadAndToWhoKnowsItAlready() throws Exception {
        HttpResponse<String> get = get("/sparql", "text/turtle");
        HttpResponse<String> head = endpoint.send(HttpRequest.newBuilder(endpoint.uri("/sparql"))
                .header("Accept", "text/turtle")
                .HEAD());
        assertEquals(200, head.statusCode());
        assertEquals(header(get, "ETag"), header(head, "ETag"));
        HttpResponse<String> known = endpoint.send(HttpRequest.newBuilder(endpoint.uri("/sparql"))
                .header("Accept", "text/turtle")
                .header("If-None-Match", header(get, "ETag")));
        assertEquals(304, known.statusCode());
        assertEquals(header(get, "ETag"), header(known, "ETag"));
        assertProblem(406, get("/sparql", "image/png"));
    }

    @Test
    void isAPageToABrowser() throws Exception {
        HttpResponse<String> page = get("/sparql", BROWSER);
        assertEquals(200, page.statusCode());
        assertEquals("text/html;charset=utf-8", header(page, "Content-Type").replace(" ", ""));
        assertTrue(page.body().contains("action=\"/sparql\" method=\"get\""));
        assertTrue(page.body().contains("100,000 rows"), "the limits are printed");
        QueryLibrary.bundled()
                .queries()
                .forEach(query -> assertTrue(page.body().contains("/sparql?example=" + query.name()), query.name()));
        assertFalse(page.body().contains("<script>") || page.body().contains("style="), "the policy forbids inline");
        HttpResponse<String> example = get("/sparql?example=bridges", BROWSER);
        assertTrue(example.body().contains("SELECT ?organization ?name (COALESCE"), example.body());
        assertFalse(header(page, "ETag").equals(header(example, "ETag")));
        String hostile = get("/sparql?example=" + encoded("\"><script>alert(1)</script>"), BROWSER)
                .body();
        assertFalse(hostile.contains("<script>alert"), hostile);
    }

    @Test
    void answersOnThePage() throws Exception {
        HttpResponse<String> rows =
                get("/sparql?query=" + encoded(PREFIX + "SELECT ?s ?n { ?s ex:n ?n } ORDER BY ?s LIMIT 3"), BROWSER);
        assertTrue(rows.body().contains("<a rel=\"nofollow\" href=\"https://example.org/s1\">"), rows.body());
        assertTrue(rows.body().contains("3 rows"));
        assertTrue(get("/sparql?query=ASK%7B%7D", BROWSER).body().contains(">true<"));
        String triples = get("/sparql?query=" + encoded("DESCRIBE <https://example.org/s1>"), BROWSER)
                .body();
        assertTrue(triples.contains("&lt;https://example.org/s1&gt;") && triples.contains("2 triples"), triples);
    }

    @Test
    void whatIsInTheAnswerIsInertOnThePage() throws Exception {
        String text = "</td></textarea>\\\"'><script>alert(1)</script>&\\u202E\\n]]>";
        String query = "SELECT (\"" + text + "\" AS ?x) (IRI(\"javascript:alert(1)\") AS ?y) {}";
        for (String asked : new String[] {query, "CONSTRUCT { <javascript:x> <x:p> ?x } { { " + query + "} }"}) {
            String page = get("/sparql?query=" + encoded(asked), BROWSER).body();
            assertFalse(page.contains("<script"), page);
            assertFalse(page.contains("\u202E"), page);
            assertFalse(page.contains("href=\"javascript"), page);
            assertEquals(1, page.split("</textarea>", -1).length - 1, page);
        }
    }

    @Test
    void aFormSaysItsFormatInAParameter() throws Exception {
        HttpResponse<String> csv = get("/sparql?query=ASK%7B%7D&accept=text%2Fcsv", BROWSER);
        assertTrue(header(csv, "Content-Type").startsWith("text/csv"));
        assertEquals(
                406,
                get("/sparql?query=ASK%7B%7D&accept=text%2Fturtle", BROWSER).statusCode());
        HttpResponse<String> posted =
                endpoint.post("application/x-www-form-urlencoded", "query=ASK%7B%7D&accept=text/html");
        assertTrue(header(posted, "Content-Type").startsWith("text/html"));
    }

    @Test
    void problemsAreProblemsInEveryFormat() throws Exception {
        for (String accept : new String[] {"text/csv", "application/sparql-results+xml", "application/json", "*/*"}) {
            assertProblem(400, get("/sparql?query=SELEC", accept));
            assertProblem(403, get("/sparql?query=" + encoded("ASK { SERVICE <http://x/> {} }"), accept));
        }
        HttpResponse<String> page = get("/sparql?query=SELEC", BROWSER);
        assertEquals(400, page.statusCode());
        assertTrue(page.body().contains("is not SPARQL 1.1 at line 1"), page.body());
    }

    @Test
    void speaksSwedishToo() throws Exception {
        HttpResponse<String> swedish = get("/sparql?lang=sv", BROWSER);
        assertTrue(swedish.body().contains("Alla projekt"), swedish.body());
        assertFalse(header(swedish, "ETag").equals(header(get("/sparql", BROWSER), "ETag")));
        assertEquals(400, get("/sparql?lang=de", BROWSER).statusCode());
    }
}
