package se.fondgraf.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.fondgraf.web.Endpoint.encoded;
import static se.fondgraf.web.Problems.assertProblem;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.fondgraf.web.sparql.Limits;

/** What an operator sees and does. */
class OperationTest {
    private static final String SLOW =
            "SELECT (COUNT(*) AS ?n) { { SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } LIMIT 1000000 } }";

    private static Endpoint endpoint(Observation observation) {
        Endpoint endpoint = new Endpoint(ServerSettings.local(0).withObservation(observation));
        endpoint.store.load("r1", stream -> Endpoint.numbers(stream, 200));
        return endpoint;
    }

    private static HttpResponse<String> metrics(Endpoint endpoint, String path, String method) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI uri = URI.create("http://127.0.0.1:%d%s"
                    .formatted(endpoint.server.metricsPort().orElseThrow(), path));
            return client.send(
                    HttpRequest.newBuilder(uri)
                            .method(method, HttpRequest.BodyPublishers.noBody())
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    @Test
    void metricsCountWhatHappens() throws Exception {
        try (Endpoint endpoint = endpoint(new Observation(Optional.empty(), OptionalInt.of(0)))) {
            for (int i = 0; i < 3; i++) {
                endpoint.get("ASK {}");
            }
            endpoint.get("SELEC");
            endpoint.send(HttpRequest.newBuilder(endpoint.uri("/made-up-" + System.nanoTime())));
            HttpResponse<String> response = metrics(endpoint, "/metrics", "GET");
            String text = response.body();
            assertEquals(200, response.statusCode());
            assertTrue(Problems.header(response, "Content-Type").startsWith("text/plain"));
            for (String line : List.of(
                    "fondgraf_requests_seconds_count{area=\"sparql\",status=\"200\"} 3",
                    "fondgraf_requests_seconds_count{area=\"sparql\",status=\"400\"} 1",
                    "fondgraf_requests_seconds_count{area=\"other\",status=\"404\"} 1",
                    "fondgraf_replies_kept_hits 2.0",
                    "fondgraf_queries_running 0.0",
                    "fondgraf_queries_refused 0.0",
                    "fondgraf_results_spooled_bytes 0.0",
                    "fondgraf_release_info{version=\"r1\"} 1.0")) {
                assertTrue(text.contains("\n" + line + "\n"), () -> line + " in\n" + text);
            }
            assertTrue(text.contains("jvm_memory_used_bytes"), text);
            assertFalse(text.contains("made-up"), "clients cannot make up series");
            assertEquals(404, metrics(endpoint, "/", "GET").statusCode());
            assertEquals(405, metrics(endpoint, "/metrics", "DELETE").statusCode());
            assertProblem(404, endpoint.send(HttpRequest.newBuilder(endpoint.uri("/metrics"))));
        }
    }

    @Test
    void theAccessLogTellsNobodyAndCannotBeForged(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("access.log");
        try (Endpoint endpoint = endpoint(new Observation(Optional.of(file.toString()), OptionalInt.empty()))) {
            endpoint.get("ASK { ?s ?p \"secret of a person\" }");
            endpoint.raw(String.join(
                    "\r\n",
                    "GET /x%0d%0a127.0.0.1%1b[31m\u00e5\"y HTTP/1.1",
                    "Host: x",
                    "Connection: close",
                    "User-Agent: a\"b\\c\u001b[31m\u0085\u009b d",
                    "Referer: http://secret/",
                    "",
                    ""));
            endpoint.raw("GET /health?name=secret HTTP/1.1\r\nHost: x\r\nConnection: close\r\nUser-Agent: "
                    + "z".repeat(5_000) + "\r\n\r\n");
        }
        List<String> lines = Files.readAllLines(file);
        assertEquals(3, lines.size(), lines::toString);
        for (String line : lines) {
            assertTrue(
                    line.matches("127\\.0\\.0\\.0 - - \\[\\d\\d/[A-Z][a-z]{2}/\\d{4}:\\d\\d:\\d\\d:\\d\\d \\+0000]"
                            + " \"GET [^\" ]* HTTP/1\\.1\" \\d{3} \\d+ \"-\" \"[^\"]*\" \\d+"),
                    line);
            assertTrue(line.chars().allMatch(c -> c >= 0x20 && c < 0x7F), line);
            assertFalse(line.contains("secret"), line);
            assertTrue(line.length() < 1_000, line);
        }
        assertTrue(
                lines.stream().anyMatch(line -> line.matches(".* \"GET /sparql\\?[0-9a-f]{8} HTTP.*")),
                lines::toString);
    }

    @Test
    void aLogThatCannotBeWrittenIsSaidAtTheStart(@TempDir Path folder) {
        Observation observation = new Observation(Optional.of(folder.toString()), OptionalInt.empty());
        assertThrows(
                java.io.UncheckedIOException.class, () -> endpoint(observation).close());
    }

    @Test
    void stoppingLetsAnAnswerEndAndGivesThePortBack() throws Exception {
        Endpoint endpoint = new Endpoint(Limits.standard());
        endpoint.store.load("r1", stream -> Endpoint.numbers(stream, 200));
        int port = endpoint.server.port();
        CompletableFuture<HttpResponse<String>> running = CompletableFuture.supplyAsync(() -> {
            try {
                return endpoint.get(SLOW, "text/csv");
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        for (int i = 0; endpoint.server.running() == 0 && i < 200 && !running.isDone(); i++) {
            Thread.sleep(10);
        }
        endpoint.server.stop();
        HttpResponse<String> answer = running.get(10, TimeUnit.SECONDS);
        assertTrue(
                answer.statusCode() == 503 || answer.body().equals("n\r\n1000000\r\n"),
                "whole or refused: " + answer.statusCode() + " " + answer.body());
        assertThrows(ConnectException.class, () -> new Socket(InetAddress.getLoopbackAddress(), port).close());
        try (ServerSocket again = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertEquals(port, again.getLocalPort());
        }
        endpoint.close();
    }

    @Test
    void healthSaysWhichReleaseIsServed() throws Exception {
        try (Endpoint endpoint = endpoint(Observation.none())) {
            for (String release : List.of("r1", "r2")) {
                endpoint.store.load(release, stream -> Endpoint.numbers(stream, 1));
                HttpResponse<String> health =
                        endpoint.send(HttpRequest.newBuilder(endpoint.uri("/health?x=" + encoded("å"))));
                assertEquals(200, health.statusCode());
                assertTrue(health.body().contains("\"" + release + "\""), health.body());
                assertEquals("no-store", Problems.header(health, "Cache-Control"));
            }
        }
    }
}
