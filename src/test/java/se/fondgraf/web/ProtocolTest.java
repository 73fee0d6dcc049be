package se.fondgraf.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.fondgraf.web.Endpoint.PREFIX;
import static se.fondgraf.web.Endpoint.encoded;
import static se.fondgraf.web.Problems.assertProblem;
import static se.fondgraf.web.Problems.header;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.StringReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.rowset.RowSetReaderRegistry;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.fondgraf.web.sparql.Limits;

/** Every way to ask, and every form of answer. */
class ProtocolTest {
    private static final String SELECT = PREFIX + "SELECT ?s ?n { ?s ex:n ?n } ORDER BY ?s LIMIT 3";
    private static final String CONSTRUCT = PREFIX + "CONSTRUCT WHERE { ex:s1 ex:n ?n }";
    private static Endpoint endpoint = new Endpoint(Limits.standard());

    @BeforeAll
    static void load() {
        endpoint.store.load("test", stream -> Endpoint.numbers(stream, 10));
    }

    @AfterAll
    static void stop() {
        endpoint.close();
    }

    @ParameterizedTest
    @CsvSource({
        "application/sparql-results+json, application/sparql-results+json",
        "application/json, application/json",
        "application/sparql-results+xml, application/sparql-results+xml",
        "text/csv, text/csv; charset=utf-8",
        "text/tab-separated-values, text/tab-separated-values; charset=utf-8",
    })
    void selectInEachFormat(String accept, String type) throws Exception {
        HttpResponse<String> response = endpoint.get(SELECT, accept);
        assertEquals(200, response.statusCode(), response.body());
        assertEquals(type.replace("; ", ";"), header(response, "Content-Type").replace("; ", ";"));
        assertEquals("Accept", header(response, "Vary"));
        assertEquals("nosniff", header(response, "X-Content-Type-Options"));
        assertEquals("*", header(response, "Access-Control-Allow-Origin"));
        assertEquals("", header(response, "Server"));
        assertEquals(3, rows(response.body(), accept));
    }

    static long rows(String body, String mediaType) {
        Lang lang = RDFLanguages.contentTypeToLang(
                mediaType.equals("application/json") ? "application/sparql-results+json" : mediaType);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        RowSet rows = RowSetReaderRegistry.getFactory(lang)
                .create(lang)
                .read(new ByteArrayInputStream(bytes), ARQ.getContext());
        return rows.stream().count();
    }

    @ParameterizedTest
    @CsvSource({
        "application/sparql-results+json, true",
        "application/sparql-results+xml, <boolean>true</boolean>",
        "text/csv, true",
        "text/tab-separated-values, true",
    })
    void askInEachFormat(String accept, String part) throws Exception {
        HttpResponse<String> response = endpoint.get("ASK {}", accept);
        assertEquals(200, response.statusCode(), response.body());
        assertTrue(response.body().contains(part), response.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/turtle", "application/n-triples", "application/ld+json", "application/rdf+xml"})
    void constructAndDescribeInEachFormat(String accept) throws Exception {
        HttpResponse<String> construct = endpoint.get(CONSTRUCT, accept);
        assertEquals(200, construct.statusCode(), construct.body());
        assertTrue(header(construct, "Content-Type").startsWith(accept));
        assertEquals(1, graph(construct.body(), accept).size());
        HttpResponse<String> describe = endpoint.get("DESCRIBE <https://example.org/s1>", accept);
        assertEquals(200, describe.statusCode(), describe.body());
        assertEquals(2, graph(describe.body(), accept).size());
    }

    static Graph graph(String body, String mediaType) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.create()
                .source(new StringReader(body))
                .lang(RDFLanguages.contentTypeToLang(mediaType))
                .parse(graph);
        return graph;
    }

    @Test
    void describesWhatAPatternFindsInAnyGraph() throws Exception {
        HttpResponse<String> response =
                endpoint.get("DESCRIBE ?x { GRAPH <https://example.org/graph> { ?x ?p ?o } }", "text/turtle");
        assertEquals(1, graph(response.body(), "text/turtle").size());
    }

    @Test
    void eachWayToSendGivesTheSame() throws Exception {
        String expected = endpoint.get(SELECT).body();
        assertTrue(expected.contains("s1"), expected);
        assertEquals(
                expected,
                endpoint.post("application/x-www-form-urlencoded", "query=" + encoded(SELECT))
                        .body());
        assertEquals(expected, endpoint.post("application/sparql-query", SELECT).body());
        assertEquals(
                expected,
                endpoint.post("Application/SPARQL-query; charset=UTF-8", SELECT).body());
    }

    @Test
    void headAnswersLikeGetWithoutABody() throws Exception {
        HttpResponse<String> get = endpoint.get(SELECT);
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint.uri("/sparql?query=" + encoded(SELECT)));
        HttpResponse<String> head = endpoint.send(request.HEAD());
        assertEquals(200, head.statusCode());
        assertEquals("", head.body());
        assertEquals(header(get, "Content-Length"), header(head, "Content-Length"));
        assertEquals(header(get, "Content-Type"), header(head, "Content-Type"));
        HttpResponse<String> bad = endpoint.send(
                HttpRequest.newBuilder(endpoint.uri("/sparql?query=SELEC")).HEAD());
        assertEquals(400, bad.statusCode());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | text/html
        application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8           | application/sparql-results+json
        text/*                                                          | text/csv
        text/csv;q=0.5, application/sparql-results+xml                  | application/sparql-results+xml
        */*;q=0.1, text/tab-separated-values;q=0.2                      | text/tab-separated-values
        application/sparql-results+json;q=0, */*                        | application/json
        text/csv, */*                                                   | text/csv
        TEXT/CSV                                                        | text/csv
        """)
    void negotiates(String accept, String type) throws Exception {
        HttpResponse<String> response = endpoint.get(SELECT, accept);
        assertEquals(200, response.statusCode());
        assertEquals(type, header(response, "Content-Type").replaceAll(";.*", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "application/xml", "text/turtle", "*/*;q=0", "text/csv;q=0"})
    void nothingAcceptable(String accept) throws Exception {
        assertTrue(assertProblem(406, endpoint.get(SELECT, accept)).contains("application/sparql-results+json"));
    }

    @Test
    void parametersOfOldClientsAreIgnored() throws Exception {
        String plain = endpoint.get(SELECT).body();
        HttpResponse<String> response = endpoint.send(HttpRequest.newBuilder(endpoint.uri("/sparql?query="
                + encoded(SELECT)
                + "&output=xml&format=csv&results=text&callback=evil&stylesheet=x&timeout=1&unknown")));
        assertEquals(200, response.statusCode());
        assertEquals(plain, response.body());
        HttpResponse<String> xml = endpoint.send(
                HttpRequest.newBuilder(endpoint.uri("/sparql?stylesheet=%2Fevil.xsl&query=" + encoded(SELECT)))
                        .header("Accept", "application/sparql-results+xml"));
        assertEquals(-1, xml.body().indexOf("evil"));
    }

    @Test
    void graphsOfTheDataAndNoOthers() throws Exception {
        String all = "SELECT * { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }";
        assertEquals(22, rows(endpoint.get(all).body(), "application/json"));
        assertEquals(
                2,
                rows(
                        endpoint.get("SELECT * FROM <https://example.org/graph> FROM NAMED <https://example.org/other>"
                                        + " { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }")
                                .body(),
                        "application/json"));
        String byProtocol = "&default-graph-uri=" + encoded(Endpoint.EX + "graph");
        assertEquals(
                1,
                rows(
                        endpoint.send(HttpRequest.newBuilder(
                                        endpoint.uri("/sparql?query=" + encoded(all) + byProtocol)))
                                .body(),
                        "application/json"));
        assertEquals(
                1,
                rows(
                        endpoint.post("application/x-www-form-urlencoded", "query=" + encoded(all) + byProtocol)
                                .body(),
                        "application/json"));
    }

    @Test
    void swedishTextComesBackAsItIs() throws Exception {
        String query = "SELECT (\"Håbo, Örebro\" AS ?x) {}";
        assertTrue(endpoint.get(query).body().contains("Håbo, Örebro"));
        assertTrue(endpoint.post("application/sparql-query", query).body().contains("Håbo, Örebro"));
    }

    @Test
    void expressionsStillWork() throws Exception {
        String query = """
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> PREFIX fn: <http://www.w3.org/2005/xpath-functions#>
            PREFIX ex: <https://example.org/>
            SELECT ?v {
              VALUES (?i ?expected) { (1 "Aå-b") (2 "true") (3 "6") (4 "xbxb") (5 "4") (6 "ÅBO") (7 "true") (8 "2") }
              BIND(IF(?i=1, CONCAT("Aå","-","b"), IF(?i=2, STR(REGEX("Åbo", "^å B", "ix")),
                   IF(?i=3, STR(2*3), IF(?i=4, REPLACE("abab", "a", "x"), IF(?i=5, STR(xsd:integer("4")),
                   IF(?i=6, fn:upper-case("Åbo"),
                   IF(?i=7, STR(REPLACE("ab"@sv, "(a)(b)", "$2$1") = "ba"@sv), STR(fn:string-length("ab"))))))))) AS ?v)
              FILTER(STR(?v) = ?expected)
            } GROUP BY ?v HAVING (COUNT(*) > 0) (COUNT(?v) < 3)
            """;
        HttpResponse<String> response = endpoint.get(query);
        assertEquals(200, response.statusCode(), response.body());
        assertEquals(7, rows(response.body(), "application/json"), response.body());
    }

    @Test
    void exactlyOneQuery() throws Exception {
        for (String parameters : new String[] {
            "?x=1",
            "?default",
            "?update=x",
            "?example=projects&x=1",
            "?query=ASK%7B%7D&query=ASK%7B%7D",
            "?query=",
            "?query=+"
        }) {
            assertProblem(400, endpoint.send(HttpRequest.newBuilder(endpoint.uri("/sparql" + parameters))));
        }
        String form = "application/x-www-form-urlencoded";
        assertProblem(400, endpoint.post(form, "query=ASK%7B%7D&query=ASK%7B%7D"));
        assertProblem(400, endpoint.post(form, ""));
        assertProblem(400, endpoint.post("application/sparql-query", ""));
        assertProblem(
                400,
                endpoint.send(HttpRequest.newBuilder(endpoint.uri("/sparql?query=ASK%7B%7D"))
                        .header("Content-Type", "application/sparql-query")
                        .POST(BodyPublishers.ofString("ASK {}"))));
    }

    @Test
    void answersMayBeKeptAndTagsTellThemApart() throws Exception {
        Set<String> tags = new TreeSet<>();
        for (String query : List.of(SELECT, SELECT + " OFFSET 1")) {
            for (String accept : List.of("text/csv", "application/sparql-results+json")) {
                HttpResponse<String> response = endpoint.get(query, accept);
                assertTrue(header(response, "ETag").matches("\"[^\"]+\""), "a strong tag");
                assertTrue(tags.add(header(response, "ETag")), "another query or format, another tag");
                assertTrue(header(response, "Cache-Control").matches("public, max-age=[1-9][0-9]*"));
            }
        }
    }

    @Test
    void answersArePackedForWhoAsks() throws Exception {
        // Some 2 kB, which are packed before they are sent, and 2 MB, which are packed meanwhile.
        for (int letters : new int[] {2, 2_000}) {
            String asked = PREFIX
                    + "SELECT ?s (REPLACE(\"%s\", \"x\", \"%s\") AS ?x) { ?s ex:n ?n }"
                            .formatted("x".repeat(letters), "y".repeat(100));
            HttpRequest.Builder request = HttpRequest.newBuilder(endpoint.uri("/sparql"))
                    .header("Accept", "text/csv")
                    .header("Content-Type", "application/sparql-query")
                    .header("Accept-Encoding", "gzip")
                    .POST(BodyPublishers.ofString(asked));
            try (HttpClient client = HttpClient.newHttpClient()) {
                HttpResponse<InputStream> response = client.send(request.build(), BodyHandlers.ofInputStream());
                assertEquals("gzip", header(response, "Content-Encoding"));
                try (InputStream body = new GZIPInputStream(response.body())) {
                    assertEquals(
                            11,
                            new String(body.readAllBytes(), StandardCharsets.UTF_8)
                                    .lines()
                                    .count());
                }
            }
        }
    }

    @Test
    void errorsNameLineAndColumn() throws Exception {
        assertEquals(
                "The query is not SPARQL 1.1 at line 2, column 9: Encountered \" \"}\" \"} \"\"",
                assertProblem(400, endpoint.get("SELECT * {\n  ?s ?p }")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { ?s ?p ?o",
                "SELECT * { ?s undeclared:p ?o }",
                "SELECT ?s { ?s ?p ?o } GROUP BY ?p",
                "SELECT * { FILTER REGEX('a', '(') }",
                "SELECT * { ?s ?p \"\\q\" }",
                "SELECT * { ?s ?p ?o } \u0001",
                "JSON { 'a': ?s } WHERE { ?s ?p ?o }",
                "CONSTRUCT { GRAPH <x:g> { ?s ?p ?o } } WHERE { ?s ?p ?o }",
                "SELECT (CALL(<java:java.lang.Math>) AS ?x) {}",
                "SELECT * { LET (?x := 1) }",
                "INSERT DATA { <x:a> <x:b> <x:c> }",
                "LOAD <file:///etc/passwd>",
            })
    void notSparql(String query) throws Exception {
        assertProblem(400, endpoint.get(query));
    }

    @Test
    void brokenEncodingIsRefused() throws Exception {
        for (String query : new String[] {"%zz", "%C0%AF", "%", "ASK%7B%7D%00", "%ED%A0%80"}) {
            String answer =
                    endpoint.raw("GET /sparql?query=" + query + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
            assertProblem(400, answer.substring(answer.indexOf("\r\n\r\n") + 4));
        }
    }

    @Test
    void onlyTheEndpointIsThere() throws Exception {
        for (String path : new String[] {"/sparql/", "/sparql/x", "/index.html", "/$/ping", "/x?query=ASK%7B%7D"}) {
            assertTrue(assertProblem(404, endpoint.send(HttpRequest.newBuilder(endpoint.uri(path))))
                    .contains("/sparql"));
        }
    }

    @Test
    void bodiesOfOtherKindsAreRefused() throws Exception {
        assertProblem(415, endpoint.post("text/plain", "ASK {}"));
        assertProblem(415, endpoint.post("multipart/form-data; boundary=x", "ASK {}"));
        assertProblem(415, endpoint.post("application/sparql-query; charset=iso-8859-1", "ASK {}"));
        assertProblem(415, endpoint.post("application/sparql-query", "ASK {}", Map.of("Content-Encoding", "gzip")));
    }

    @Test
    void longQueriesAreRefusedBeforeTheyAreRead() throws Exception {
        String query = "ASK {} #" + "x".repeat(Limits.QUERY_BYTES - 8);
        assertEquals(200, endpoint.post("application/sparql-query", query).statusCode());
        assertEquals(
                200,
                endpoint.post("application/x-www-form-urlencoded", "query=" + encoded(query))
                        .statusCode());
        assertProblem(413, endpoint.post("application/sparql-query", query + "x"));
        assertProblem(413, endpoint.post("application/sparql-query", query + "\n)"));
        assertProblem(413, endpoint.post("application/x-www-form-urlencoded", "query=" + encoded(query + "x")));
        assertProblem(413, endpoint.post("application/x-www-form-urlencoded", "x=" + "%41".repeat(100_000)));
        String answer = endpoint.raw(
                "GET /sparql?query=" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertTrue(answer.matches("(?s)HTTP/1.1 (414|431) .*"), answer);
        assertProblem(Integer.parseInt(answer.substring(9, 12)), answer.substring(answer.indexOf("\r\n\r\n") + 4));
    }
}
