package se.fondgraf.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fondgraf.store.RemoteStore;
import se.fondgraf.web.sparql.Limits;

/** A store elsewhere that fails, cuts or lies never makes our answer shorter than it should be. */
class BrokenRemoteTest {
    private static final String WHOLE = "{\"head\":{\"vars\":[\"n\"]},\"results\":{\"bindings\":["
            + "{\"n\":{\"type\":\"literal\",\"value\":\"1\"}},{\"n\":{\"type\":\"literal\",\"value\":\"2\"}}]}}";

    private static final String COUNTED = "{\"head\":{\"vars\":[\"g\",\"n\"]},\"results\":{\"bindings\":["
            + "{\"g\":{\"type\":\"uri\",\"value\":\"https://example.org/graph/matches\"},\"n\":{\"type\":\"literal\","
            + "\"datatype\":\"http://www.w3.org/2001/XMLSchema#integer\",\"value\":\"17\"}}]}}";

    /** What the remote store does with the next query. */
    @FunctionalInterface
    private interface Behaviour {
        void answer(HttpExchange exchange) throws IOException;
    }

    private final AtomicReference<Behaviour> behaviour = new AtomicReference<>(json(200, WHOLE));
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpServer remote;
    private final RemoteStore store;
    private final Server server;

    BrokenRemoteTest() throws IOException {
        remote = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        remote.createContext("/", exchange -> {
            try (exchange) {
                asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                behaviour.get().answer(exchange);
            }
        });
        remote.start();
        store = RemoteStore.open(
                URI.create("http://127.0.0.1:" + remote.getAddress().getPort() + "/sparql"),
                Optional.empty(),
                "https://example.org/");
        server = new Server(
                store,
                ServerSettings.local(0)
                        .withLimits(Limits.standard()
                                .withTime(Duration.ofSeconds(3))
                                .withRows(2)
                                .withBytes(10_000)));
    }

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
        store.close();
        remote.stop(0);
        client.close();
    }

    private static Behaviour json(int status, String body, String... headers) {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/sparql-results+json");
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    private HttpResponse<String> ask(String query) throws IOException, InterruptedException {
        URI uri = server.address().resolve("sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
        return client.send(
                HttpRequest.newBuilder(uri).header("Accept", "text/csv").build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> select() throws IOException, InterruptedException {
        return ask("SELECT ?n { ?s ?p ?n }");
    }

    @Test
    void aWholeAnswerIsGivenOn() throws Exception {
        HttpResponse<String> response = select();
        assertEquals(200, response.statusCode(), response.body());
        assertEquals("n\r\n1\r\n2\r\n", response.body());
    }

    @Test
    void everythingElseIsRefused() throws Exception {
        Map<Behaviour, Integer> refused = Map.of(
                json(200, WHOLE.substring(0, WHOLE.length() - 3)), 502,
                json(200, "<html>no result</html>"), 502,
                json(200, WHOLE, "X-SPARQL-MaxRows", "2"), 503,
                json(200, WHOLE, "X-SQL-State", "S1TAT"), 503,
                json(206, WHOLE), 502,
                json(302, "", "Location", "http://127.0.0.1:1/"), 502,
                json(500, "Virtuoso S1T00 Error"), 502,
                json(503, ""), 503,
                json(200, WHOLE.replace("}]}}", "}," + "{\"n\":{\"type\":\"literal\",\"value\":\"3\"}}]}}")), 413,
                json(200, WHOLE + " ".repeat(20_000)), 413);
        for (Map.Entry<Behaviour, Integer> each : refused.entrySet()) {
            behaviour.set(each.getKey());
            HttpResponse<String> response = select();
            assertEquals(each.getValue(), response.statusCode(), response.body());
            assertTrue(
                    response.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json"),
                    response.body());
        }
    }

    @Test
    void aBodyThatStopsOrNeverEndsIsRefused() throws Exception {
        behaviour.set(exchange -> {
            exchange.sendResponseHeaders(200, WHOLE.length());
            exchange.getResponseBody().write(WHOLE.substring(0, 20).getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
        });
        assertEquals(503, select().statusCode());
        remote.stop(0);
        assertEquals(503, select().statusCode());
    }

    @Test
    void whatItHoldsIsCountedOnceHoweverOftenTheEndpointDescribesItself() throws Exception {
        behaviour.set(json(200, COUNTED));
        for (String accept :
                List.of("text/turtle", "application/ld+json", "application/rdf+xml", "text/turtle;q=0.9")) {
            HttpResponse<String> described = client.send(
                    HttpRequest.newBuilder(server.address().resolve("sparql"))
                            .header("Accept", accept)
                            .build(),
                    BodyHandlers.ofString());
            assertEquals(200, described.statusCode(), described.body());
            assertTrue(described.body().contains("17"), described.body());
        }
        assertEquals(1, asked.stream().filter(query -> query.contains("GROUP")).count());
    }

    @Test
    void whatIsClosedHereIsNotSentOn() throws Exception {
        behaviour.set(exchange -> {
            throw new AssertionError("it was asked");
        });
        assertEquals(
                403,
                ask("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }").statusCode());
        assertEquals(
                422, ask("SELECT * { BIND(<java:java.lang.System>(1) AS ?x) }").statusCode());
    }
}
