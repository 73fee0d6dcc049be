package se.fondgraf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Clients of a real server that ask how many projects there are, over and over, until it is enough. */
final class Asking {
    private static final String COUNT =
            "SELECT (COUNT(*) AS ?n) { ?project a <https://w3id.org/fondgraf/ontology#Project> }";
    private static final int CLIENTS = 3;
    private static final long PAUSE_NANOS = 1_000_000;
    private static final long PATIENCE_SECONDS = 120;

    private final AtomicBoolean enough = new AtomicBoolean();
    private final List<CompletableFuture<List<Answer>>> clients = new ArrayList<>();

    /** What came back, in one line each. */
    record Answer(int status, String tag, String body) {
        /** The number of projects. */
        int projects() {
            assertEquals(200, status, body);
            assertTrue(body.matches("n [0-9]+"), body);
            return Integer.parseInt(body.substring(2));
        }
    }

    /** Begins to ask. */
    Asking(URI server) {
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(CompletableFuture.supplyAsync(
                    () -> answers(server),
                    thread -> Thread.ofPlatform().daemon().start(thread)));
        }
    }

    private List<Answer> answers(URI server) {
        List<Answer> answers = new ArrayList<>();
        try (HttpClient client = HttpClient.newHttpClient()) {
            do {
                answers.add(answer(client, server));
                // Not so often that nothing else gets done.
                LockSupport.parkNanos(PAUSE_NANOS);
            } while (!enough.get());
        }
        return answers;
    }

    /** Asks once. */
    static Answer once(URI server) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return answer(client, server);
        }
    }

    private static Answer answer(HttpClient client, URI server) {
        URI uri = server.resolve("/sparql?query=" + URLEncoder.encode(COUNT, StandardCharsets.UTF_8));
        try {
            HttpResponse<String> response = client.send(
                    HttpRequest.newBuilder(uri).header("Accept", "text/csv").build(), BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("ETag").orElse(""),
                    response.body().strip().replaceAll("\\s+", " "));
        } catch (IOException e) {
            return new Answer(0, "", "failed: " + e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Ends it. Every question was answered, an answer of one version is always the same, and no client was sent back to
     * an earlier one.
     *
     * @param versions the numbers of projects of the versions that were served one after the other
     */
    void assertAllAnswered(List<Integer> versions) throws Exception {
        enough.set(true);
        Map<String, Integer> byTag = new HashMap<>();
        for (CompletableFuture<List<Answer>> client : clients) {
            int at = 0;
            for (Answer answer : client.get(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                int projects = answer.projects();
                while (at < versions.size() && versions.get(at) != projects) {
                    at++;
                }
                assertTrue(at < versions.size(), projects + " is of no version, or of one before");
                assertTrue(answer.tag().startsWith("\""), "an answer has a tag");
                Integer same = byTag.putIfAbsent(answer.tag(), projects);
                assertEquals(same == null ? projects : same, projects, answer.tag());
            }
        }
        assertEquals(versions.stream().distinct().count(), byTag.size(), "each version was seen, and has one tag");
    }

    /** Waits until it is so. */
    static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it did not happen in time");
            }
            Thread.sleep(10);
        }
    }
}
