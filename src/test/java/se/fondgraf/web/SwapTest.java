package se.fondgraf.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.Test;
import se.fondgraf.web.sparql.Limits;

/** Data replaced while it is read, and the server's own life. */
class SwapTest {
    private static final int THINGS = 300;

    /** Every thing says the same generation, in two graphs' worth of statements. */
    private static void generation(Endpoint endpoint, int generation) {
        endpoint.store.load("test", stream -> {
            for (int i = 0; i < THINGS; i++) {
                stream.triple(Triple.create(
                        Endpoint.ex("s" + i), Endpoint.ex("n"), NodeFactory.createLiteralString("" + generation)));
            }
        });
    }

    @Test
    void readersSeeOneGenerationWhole() throws Exception {
        try (Endpoint endpoint = new Endpoint(Limits.standard());
                ExecutorService clients = Executors.newFixedThreadPool(3)) {
            generation(endpoint, 0);
            AtomicBoolean done = new AtomicBoolean();
            Callable<Integer> reader = () -> {
                int answers = 0;
                while (!done.get() || answers == 0) {
                    HttpResponse<String> response = endpoint.get(
                            "SELECT (COUNT(?n) AS ?rows) (COUNT(DISTINCT ?n) AS"
                                    + " ?generations) { ?s ?p ?n { SELECT ?s { ?s ?p ?m } ORDER BY ?m } }",
                            "text/csv");
                    assertEquals("rows,generations\r\n" + THINGS + ",1\r\n", response.body());
                    answers++;
                }
                return answers;
            };
            List<Future<Integer>> readers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                readers.add(clients.submit(reader));
            }
            for (int i = 1; i <= 200; i++) {
                generation(endpoint, i);
            }
            done.set(true);
            for (Future<Integer> answers : readers) {
                assertTrue(answers.get() > 0);
            }
            assertEquals(
                    "n\r\n200\r\n",
                    endpoint.get("SELECT DISTINCT ?n { ?s ?p ?n }", "text/csv").body());
        }
    }

    @Test
    void runningAnswerEndsBeforeTheServerStops() throws Exception {
        Endpoint endpoint = new Endpoint(Limits.standard());
        endpoint.store.load("test", stream -> Endpoint.numbers(stream, 500));
        try (ExecutorService client = Executors.newSingleThreadExecutor()) {
            // A quarter of a million rows counted, so that the answer is still running when the stop begins.
            Future<HttpResponse<String>> answer = client.submit(() -> endpoint.get(
                    "SELECT (COUNT(*) AS ?n) { ?a <https://example.org/n> ?x . ?b" + " <https://example.org/n> ?y }",
                    "text/csv"));
            while (endpoint.server.running() == 0 && !answer.isDone()) {
                Thread.onSpinWait();
            }
            endpoint.server.stop();
            assertEquals("n\r\n250000\r\n", answer.get().body());
        }
        assertThrows(IOException.class, () -> endpoint.get("ASK {}"));
        endpoint.close();
    }

    @Test
    void takenPortIsAnError() {
        try (Endpoint endpoint = new Endpoint(Limits.standard());
                Server second = new Server(endpoint.store, ServerSettings.local(endpoint.server.port()))) {
            assertThrows(RuntimeException.class, second::start);
        }
    }
}
