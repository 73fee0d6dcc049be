package se.fondgraf.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.fondgraf.web.Endpoint.encoded;
import static se.fondgraf.web.Problems.assertProblem;
import static se.fondgraf.web.Problems.header;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.fondgraf.store.Snapshot;
import se.fondgraf.web.sparql.Limits;

/** Nothing goes out, nothing is written, nothing but queries is offered. */
class NothingButReadingTest {
    private final Endpoint endpoint = new Endpoint(Limits.standard());
    private final AtomicInteger connections = new AtomicInteger();
    private ServerSocket listening = listen();
    private Snapshot before = endpoint.store.current();

    private static ServerSocket listen() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void start() {
        endpoint.store.load("test", stream -> Endpoint.numbers(stream, 5));
        before = endpoint.store.current();
        Thread.ofPlatform().daemon().start(() -> {
            while (true) {
                try {
                    listening.accept().close();
                    connections.incrementAndGet();
                } catch (IOException e) {
                    return;
                }
            }
        });
    }

    @AfterEach
    void stop() throws IOException {
        listening.close();
        endpoint.close();
    }

    private String elsewhere() {
        return "http://127.0.0.1:%d/x".formatted(listening.getLocalPort());
    }

    private void assertNothingHappened() {
        assertEquals(0, connections.get(), "connections made");
        assertEquals(before, endpoint.store.current());
        assertEquals(12, before.dataset().stream().count());
    }

    @Test
    void serviceIsRefusedWhereverItStands() throws Exception {
        String service = "SERVICE <" + elsewhere() + "> { ?s ?p ?o }";
        for (String query : List.of(
                "SELECT * { " + service + " }",
                "SELECT * { SERVICE SILENT <" + elsewhere() + "> { ?s ?p ?o } }",
                "SELECT * { BIND(<" + elsewhere() + "> AS ?where) SERVICE ?where { ?s ?p ?o } }",
                "SELECT * { VALUES ?where { <" + elsewhere() + "> } SERVICE SILENT ?where { ?s ?p ?o } }",
                "SELECT * { SERVICE <file:///etc/passwd> { ?s ?p ?o } }",
                "SELECT * { ?a ?b ?c OPTIONAL { " + service + " } }",
                "SELECT * { ?a ?b ?c MINUS { " + service + " } }",
                "SELECT * { {} UNION { " + service + " } }",
                "SELECT * { GRAPH ?g { " + service + " } }",
                "SELECT * { { SELECT ?s { " + service + " } LIMIT 1 } }",
                "SELECT * { ?a ?b ?c FILTER EXISTS { " + service + " } }",
                "SELECT * { ?a ?b ?c FILTER NOT EXISTS { ?a ?b ?c { SELECT * { " + service + " } } } }",
                "SELECT (EXISTS { " + service + " } AS ?x) {}",
                "SELECT * { BIND(IF(true, EXISTS { " + service + " }, false) AS ?x) }",
                "SELECT * { ?a ?b ?c } ORDER BY EXISTS { " + service + " }",
                "SELECT (SUM(IF(EXISTS { " + service + " }, 1, 0)) AS ?x) { ?a ?b ?c }",
                "SELECT ?a { ?a ?b ?c } GROUP BY ?a HAVING (EXISTS { " + service + " })",
                "SELECT ?x { ?a ?b ?c } GROUP BY (EXISTS { " + service + " } AS ?x)",
                "SELECT * { ?a ?b ?c OPTIONAL { ?d ?e ?f FILTER EXISTS { " + service + " } } }",
                "ASK { " + service + " }",
                "CONSTRUCT WHERE { ?s ?p ?o . } ".replace("WHERE { ?s ?p ?o . }", "{ ?s ?p ?o } { " + service + " }"),
                "DESCRIBE ?s { " + service + " }")) {
            HttpResponse<String> response = endpoint.get(query, "*/*");
            assertTrue(assertProblem(403, response).contains("SERVICE"), query);
        }
        assertNothingHappened();
    }

    @Test
    void functionsAndPropertiesOfArqAreRefusedOrMeanNothing() throws Exception {
        for (String iri : List.of(
                "java:java.lang.Math.random",
                "http://jena.apache.org/ARQ/function#wait",
                "http://jena.apache.org/ARQ/function#print",
                "http://jena.hpl.hp.com/ARQ/function#now",
                "http://www.w3.org/2005/xpath-functions#matches",
                "http://www.w3.org/2005/xpath-functions#apply",
                "http://www.w3.org/2005/xpath-functions#concat",
                "https://example.org/unknown")) {
            for (String query : List.of(
                    "SELECT (<%s>(1) AS ?x) {}",
                    "SELECT * { ?s ?p ?o FILTER EXISTS { FILTER(<%s>(1)) } }",
                    "SELECT * { ?s ?p ?o } ORDER BY <%s>(1)",
                    "SELECT (MAX(<%s>(1)) AS ?x) { ?s ?p ?o }",
                    "SELECT (1 AS ?one) { ?s ?p ?o } GROUP BY <%s>(1)")) {
                assertTrue(
                        assertProblem(422, endpoint.get(query.formatted(iri))).contains(iri), query);
            }
        }
        assertProblem(
                422,
                endpoint.get("SELECT (<http://jena.apache.org/ARQ/function/aggregate#stdev>(?o) AS ?x) { ?s ?p ?o }"));
        for (String property : List.of(
                "java:se.fondgraf.Nothing",
                "http://jena.apache.org/ARQ/property#splitIRI",
                "http://jena.apache.org/ARQ/property#assign",
                "http://jena.apache.org/ARQ/list#member")) {
            for (String pattern : List.of("<x:a> <%s> ?x", "<x:a> <%s>+ ?x", "<x:a> <%s>/<x:b> ?x", "?x <%s>+ ?y")) {
                String body = endpoint.get("SELECT * { %s }".formatted(pattern.formatted(property)), "text/csv")
                        .body();
                assertEquals(1, body.lines().count(), body);
            }
        }
    }

    @Test
    void graphsAreNeverFetched(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("secret.ttl"), "<x:s> <x:p> \"secret\" .");
        for (String iri : List.of(elsewhere(), file.toUri().toString(), file.toString(), "file:///etc/passwd")) {
            String where = "{ { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }";
            for (String query : List.of(
                    "SELECT * FROM <" + iri + "> " + where,
                    "SELECT * FROM NAMED <" + iri + "> " + where,
                    "SELECT * FROM <" + iri + "> FROM NAMED <" + iri + "> { GRAPH <" + iri + "> { ?s ?p ?o } }",
                    "SELECT * { GRAPH <" + iri + "> { ?s ?p ?o } }")) {
                HttpResponse<String> response = endpoint.get(query, "text/csv");
                assertEquals(200, response.statusCode(), response.body());
                assertEquals(1, response.body().lines().count(), response.body());
            }
            for (String name : List.of("default-graph-uri", "named-graph-uri")) {
                HttpResponse<String> response = endpoint.send(HttpRequest.newBuilder(endpoint.uri(
                                "/sparql?query=" + encoded("SELECT * " + where) + "&" + name + "=" + encoded(iri)))
                        .header("Accept", "text/csv"));
                assertEquals(200, response.statusCode(), response.body());
                assertEquals(1, response.body().lines().count(), response.body());
            }
        }
        assertNothingHappened();
    }

    @Test
    void nothingWritesByAnyPathOrMethod(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("data.ttl"), "<x:s> <x:p> \"loaded\" .");
        List<String> updates = List.of(
                "INSERT DATA { <x:a> <x:b> <x:c> }",
                "LOAD <" + file.toUri() + ">",
                "LOAD SILENT <" + elsewhere() + "> INTO GRAPH <x:g>",
                "CLEAR ALL",
                "DROP ALL");
        for (String path : List.of(
                "/",
                "/sparql",
                "/sparql/",
                "/sparql/update",
                "/sparql/data",
                "/sparql/upload",
                "/sparql/query",
                "/sparql/get",
                "/sparql/patch",
                "/sparql/shacl",
                "/update",
                "/data",
                "/upload",
                "/ds",
                "/ds/update",
                "/query",
                "/get",
                "/sparql?default",
                "/sparql?graph=x:g",
                "/data?default",
                "/$/datasets",
                "/$/server",
                "/$/ping",
                "/$/stats",
                "/$/metrics",
                "/$/compact/sparql",
                "/$/backup/sparql",
                "/$/tasks",
                "/sparql/$/datasets")) {
            for (String method : List.of("PUT", "DELETE", "PATCH", "PROPFIND", "MKCOL", "COPY")) {
                HttpResponse<String> response = endpoint.send(HttpRequest.newBuilder(endpoint.uri(path))
                        .header("Content-Type", "text/turtle")
                        .method(method, BodyPublishers.ofString("<x:a> <x:b> <x:c> .")));
                String allowed =
                        path.equals("/") ? "GET, HEAD" : path.matches("/sparql(\\?.*)?") ? "GET, HEAD, POST" : "";
                assertProblem(allowed.isEmpty() ? 404 : 405, response);
                assertEquals(allowed, header(response, "Allow"));
            }
            for (String update : updates) {
                for (String type : List.of(
                        "application/sparql-update",
                        "application/sparql-query",
                        "text/turtle",
                        "application/n-quads",
                        "application/rdf-patch",
                        "application/x-www-form-urlencoded")) {
                    String body = type.endsWith("urlencoded") ? "update=" + encoded(update) : update;
                    HttpResponse<String> response = endpoint.send(HttpRequest.newBuilder(endpoint.uri(path))
                            .header("Content-Type", type)
                            .POST(BodyPublishers.ofString(body)));
                    assertTrue(List.of(400, 404, 405, 415).contains(response.statusCode()), response.body());
                }
            }
            if (!path.startsWith("/sparql?") && !List.of("/", "/sparql").contains(path)) {
                assertProblem(404, endpoint.send(HttpRequest.newBuilder(endpoint.uri(path))));
            }
        }
        for (String update : updates) {
            for (String name : List.of("update", "query", "request")) {
                assertProblem(
                        400,
                        endpoint.send(HttpRequest.newBuilder(endpoint.uri("/sparql?" + name + "=" + encoded(update)))));
            }
        }
        assertNothingHappened();
    }

    @Test
    void oddRequestsAreRefused() throws Exception {
        for (String request : List.of(
                "TRACE /sparql HTTP/1.1\r\nHost: x\r\n",
                "GET /../etc/passwd HTTP/1.1\r\nHost: x\r\n",
                "GET /sparql/..%2f..%2fetc/passwd HTTP/1.1\r\nHost: x\r\n",
                "GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: x\r\n",
                "GET /%252e%252e/etc/passwd HTTP/1.1\r\nHost: x\r\n",
                "GET /sparql?query=ASK%7B%7D HTTP/1.1\r\nHost: x\r\nHost: y\r\n",
                "GET /sparql?query=ASK%7B%7D HTTP/1.1\nHost: x\n",
                "GET /sparql?query=ASK%7B%7D HTTP/1.1\r\nHost: x\r\nX: a\r\n b\r\n",
                "POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n",
                "GET /sparql?query=ASK%7B%7D HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(17_000) + "\r\n")) {
            String answer = endpoint.raw(request + "Connection: close\r\n\r\n");
            assertTrue(answer.matches("(?s)HTTP/1.1 (400|404|405|414|431|501) .*"), answer);
            String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
            assertProblem(Integer.parseInt(answer.substring(9, 12)), body);
            assertTrue(!answer.contains("Jetty") && !answer.contains("Server:"), answer);
        }
    }

    @Test
    void aBrowserMayAskFromAnyOrigin() throws Exception {
        HttpResponse<String> preflight = endpoint.send(HttpRequest.newBuilder(endpoint.uri("/sparql"))
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type")
                .method("OPTIONS", BodyPublishers.noBody()));
        assertEquals(204, preflight.statusCode());
        assertEquals("*", header(preflight, "Access-Control-Allow-Origin"));
        assertEquals("GET, HEAD, POST, OPTIONS", header(preflight, "Access-Control-Allow-Methods"));
        assertTrue(header(preflight, "Access-Control-Allow-Headers").contains("Content-Type"));
    }
}
