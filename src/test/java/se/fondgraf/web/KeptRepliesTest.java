package se.fondgraf.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.fondgraf.web.Endpoint.PREFIX;
import static se.fondgraf.web.Endpoint.encoded;
import static se.fondgraf.web.Problems.assertProblem;
import static se.fondgraf.web.Problems.header;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fondgraf.web.sparql.Limits;

/** A reply that is kept differs in nothing from one that is made, and goes with its release. */
class KeptRepliesTest {
    private static final String SELECT = PREFIX + "SELECT ?s ?n { ?s ex:n ?n } ORDER BY ?s";

    private final Endpoint endpoint = new Endpoint(Limits.standard());

    @BeforeEach
    void load() {
        endpoint.store.load("first", stream -> Endpoint.numbers(stream, 100));
    }

    @AfterEach
    void stop() {
        endpoint.close();
    }

    private HttpRequest.Builder select() {
        return HttpRequest.newBuilder(endpoint.uri("/sparql?query=" + encoded(SELECT)));
    }

    private static Map<String, List<String>> headers(HttpResponse<?> response) {
        Map<String, List<String>> headers = new TreeMap<>(response.headers().map());
        headers.remove("date");
        headers.computeIfPresent(
                "content-type",
                (name, values) -> values.stream()
                        .map(value -> value.toLowerCase(java.util.Locale.ROOT).replace(" ", ""))
                        .toList());
        return headers;
    }

    @Test
    void theSecondAnswerIsLikeTheFirst() throws Exception {
        for (String accept : List.of("text/csv", "application/json", "text/html")) {
            for (String encoding : List.of("identity", "gzip")) {
                long before = endpoint.server.kept();
                HttpRequest.Builder request = select().header("Accept", accept).header("Accept-Encoding", encoding);
                HttpResponse<String> first = endpoint.send(request.copy());
                HttpResponse<String> second = endpoint.send(request.copy());
                HttpResponse<String> third = endpoint.send(request.copy());
                assertTrue(endpoint.server.kept() >= before + 2, "answered from what is kept");
                assertEquals(first.body(), second.body());
                assertEquals(headers(first), headers(second));
                assertEquals(headers(first), headers(third));
                HttpResponse<String> head = endpoint.send(request.copy().HEAD());
                assertEquals(headers(first), headers(head));
                assertEquals("", head.body());
                HttpResponse<String> known =
                        endpoint.send(request.copy().header("If-None-Match", header(first, "ETag")));
                assertEquals(304, known.statusCode());
                assertEquals(header(first, "ETag"), header(known, "ETag"));
                assertEquals(header(first, "Vary"), header(known, "Vary"));
                assertEquals("", header(known, "Content-Type") + header(known, "Content-Encoding"));
                assertEquals(
                        200,
                        endpoint.send(request.copy().header("If-None-Match", "\"other\""))
                                .statusCode());
            }
        }
    }

    @Test
    void aNewReleaseIsSeenAtOnce() throws Exception {
        String before = endpoint.send(select()).body();
        HttpResponse<String> old = endpoint.send(select());
        endpoint.store.load("second", stream -> Endpoint.numbers(stream, 3));
        HttpResponse<String> renewed = endpoint.send(select().header("If-None-Match", header(old, "ETag")));
        assertEquals(200, renewed.statusCode());
        assertNotEquals(before, renewed.body());
        assertNotEquals(header(old, "ETag"), header(renewed, "ETag"));
        endpoint.store.load("first", stream -> Endpoint.numbers(stream, 100));
        assertEquals(before, endpoint.send(select()).body());
    }

    @Test
    void refusalsAreNotKept() throws Exception {
        assertProblem(400, endpoint.get("SELEC"));
        long before = endpoint.server.kept();
        assertProblem(400, endpoint.get("SELEC"));
        assertEquals(before, endpoint.server.kept());
    }

    @Test
    void equalQueriesArePostedAlike() throws Exception {
        String form = "application/x-www-form-urlencoded";
        String first = endpoint.post("application/sparql-query", SELECT).body();
        long before = endpoint.server.kept();
        assertEquals(first, endpoint.post(form, "query=" + encoded(SELECT)).body());
        assertEquals(first, endpoint.post(form, "x=y&query=" + encoded(SELECT)).body());
        assertEquals(before + 2, endpoint.server.kept());
        assertNotEquals(
                first,
                endpoint.post(
                                form,
                                "query=" + encoded(SELECT) + "&default-graph-uri="
                                        + encoded("https://example.org/graph"))
                        .body());
        assertNotEquals(
                first,
                endpoint.post(form, "query=" + encoded(SELECT) + "&accept=text%2Fcsv")
                        .body());
        assertEquals(before + 2, endpoint.server.kept());
    }

    @Test
    void equalQueriesAtOneTimeAreEvaluatedOnce() throws Exception {
        Limits limits = Limits.standard().withTime(Duration.ofSeconds(2)).withConcurrent(1, Duration.ofMillis(100));
        try (Endpoint one = new Endpoint(limits);
                ExecutorService clients = Executors.newFixedThreadPool(6)) {
            one.store.load("test", stream -> Endpoint.numbers(stream, 3_000));
            Callable<HttpResponse<String>> client =
                    () -> one.get("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }");
            List<Future<HttpResponse<String>>> answers = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                answers.add(clients.submit(client));
            }
            for (Future<HttpResponse<String>> answer : answers) {
                assertTrue(assertProblem(503, answer.get()).contains("2 seconds"), "all share the one evaluation");
            }
        }
    }
}
