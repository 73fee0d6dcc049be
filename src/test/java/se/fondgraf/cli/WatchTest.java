package se.fondgraf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.fondgraf.store.DiskStore;
import se.fondgraf.store.LocalStore;
import se.fondgraf.store.MemoryStore;
import se.fondgraf.web.Server;
import se.fondgraf.web.ServerSettings;

/** Changed inputs are served without a request that fails or sees a part, and changes of no use are told. */
class WatchTest {
    private static final String COUNT =
            "SELECT (COUNT(*) AS ?n) { ?project a <https://w3id.org/fondgraf/ontology#Project> }";
    private static final Duration PERIOD = Duration.ofMillis(100);
    private static final long PATIENCE_SECONDS = 120;

    @TempDir
    private Path folder;

    private final StringWriter messages = new StringWriter();

    @Test
    void aStoreInMemory() throws Exception {
        try (LocalStore store = new MemoryStore()) {
            changesAreServed(store);
        }
    }

    @Test
    void aStoreOnDisk() throws Exception {
        try (LocalStore store = DiskStore.open(folder.resolve("store"))) {
            changesAreServed(store);
        }
    }

    private void changesAreServed(LocalStore store) throws Exception {
        Path pages = Files.createDirectory(folder.resolve("pages"));
        List<Path> seeds = seeds();
        Files.copy(seeds.get(0), pages.resolve("0.txt"));
        PrintWriter err = new PrintWriter(messages, true);
        Loading loading =
                new Loading(store, true, new InputOptions(), List.of(pages), new PrintWriter(Writer.nullWriter()), err);
        loading.begin();
        Thread watch = Thread.ofPlatform().daemon().start(new Watch(loading, err, PERIOD));
        try (Server server = new Server(store, ServerSettings.local(0))) {
            server.start();
            AtomicBoolean enough = new AtomicBoolean();
            CompletableFuture<List<String>> asked = CompletableFuture.supplyAsync(() -> answers(server, enough));
            String first = store.current().version();
            Files.copy(seeds.get(1), pages.resolve("1.txt"));
            await(() -> !store.current().version().equals(first));
            enough.set(true);
            List<String> answers = asked.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            answers.add(answer(server));
            assertEquals(
                    List.of("200 n 1", "200 n 2"), answers.stream().distinct().toList());
            assertEquals(answers.stream().sorted().toList(), answers);

            String second = store.current().version();
            Files.delete(pages.resolve("0.txt"));
            Files.delete(pages.resolve("1.txt"));
            await(() -> messages.toString().contains("not reloaded: nothing usable was found"));
            assertTrue(messages.toString().contains("; release " + second + " is still served"), messages.toString());
            assertEquals("200 n 2", answer(server));
        } finally {
            watch.interrupt();
            watch.join();
        }
    }

    private static List<Path> seeds() throws IOException {
        try (Stream<Path> seeds = Files.list(Path.of("seeds"))) {
            return seeds.filter(seed -> seed.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> answers(Server server, AtomicBoolean enough) {
        List<String> answers = new ArrayList<>();
        do {
            answers.add(answer(server));
        } while (!enough.get());
        return answers;
    }

    private static String answer(Server server) {
        URI uri = server.address().resolve("sparql?query=" + URLEncoder.encode(COUNT, StandardCharsets.UTF_8));
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(
                    HttpRequest.newBuilder(uri).header("Accept", "text/csv").build(), BodyHandlers.ofString());
            return response.statusCode() + " " + response.body().strip().replaceAll("\\s+", " ");
        } catch (IOException e) {
            return "failed: " + e;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it did not happen in time");
            }
            Thread.sleep(20);
        }
    }
}
