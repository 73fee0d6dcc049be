package se.fondgraf.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import se.fondgraf.cli.Main;
import se.fondgraf.query.QueryLibrary;

/**
 * Everything at once for a while, with more clients than the server lets run: the library, long queries, documents,
 * light queries, large results, reconciliation, and requests past the limits. Prints how often each status came,
 * whether every 200 was whole, and the server's memory over time. {@code java -cp
 * "target/test-classes:target/classes:target/lib/*" se.fondgraf.bench.MixedLoad PAGES SECONDS}.
 */
public final class MixedLoad {
    private static final int CLIENTS = 24;
    private static final Duration LOOK = Duration.ofSeconds(15);

    /**
     * A request that may come many times.
     *
     * @param often how many of all requests are like it
     */
    private record Kind(String name, int often, String path, String body) {}

    private final String address;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, LongAdder> statuses = new ConcurrentSkipListMap<>();
    private final Map<String, Integer> whole = new ConcurrentHashMap<>();
    private final LongAdder different = new LongAdder();

    private MixedLoad(int port) {
        this.address = "http://127.0.0.1:" + port;
    }

    /** Loads the server and prints what came of it. */
    public static void main(String[] arguments) throws Exception {
        Path spool = Files.createTempDirectory("mixed-load");
        Duration time = Duration.ofSeconds(Long.parseLong(arguments[1]));
        try (ServerProcess server = ServerProcess.start(
                ServerProcess.LAUNCHED,
                Main.class,
                "serve",
                arguments[0],
                "--port",
                "0",
                "--spool",
                spool.toString())) {
            new MixedLoad(server.port()).run(server, time);
            Thread.sleep(Duration.ofSeconds(12));
            System.out.printf(
                    "afterwards: %d MB resident, %d results still open, %d files left%n",
                    server.resident(), open(server), files(spool));
        }
        System.out.printf("after the stop: %d files left%n", files(spool));
        Files.delete(spool);
    }

    private void run(ServerProcess server, Duration time) throws Exception {
        List<Kind> mix = new ArrayList<>();
        kinds().forEach(kind -> {
            for (int i = 0; i < kind.often(); i++) {
                mix.add(kind);
            }
        });
        long end = System.nanoTime() + time.toNanos();
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            Random random = new Random(i);
            clients.add(Thread.ofVirtual().start(() -> {
                for (long n = random.nextLong(1L << 30); System.nanoTime() < end; n++) {
                    ask(mix.get(random.nextInt(mix.size())), n);
                }
            }));
        }
        while (System.nanoTime() < end) {
            Thread.sleep(LOOK);
            System.out.printf("%d MB resident%n", server.resident());
        }
        for (Thread thread : clients) {
            thread.join();
        }
        statuses.forEach((name, count) -> System.out.printf("%-24s %,d%n", name, count.sum()));
        System.out.printf("answers that differ from the first of their kind: %d%n", different.sum());
    }

    private static List<Kind> kinds() {
        List<Kind> kinds = new ArrayList<>();
        QueryLibrary.bundled().queries().forEach(query -> {
            String asked = query.parameters().stream()
                    .map(parameter -> parameter.name() + "=" + encoded(parameter.sample()))
                    .collect(Collectors.joining("&"));
            kinds.add(new Kind("library", 4, "/queries/" + query.name() + ".csv?" + asked, ""));
        });
        kinds.add(new Kind("light", 100, "/sparql?query=" + encoded("ASK{} # ") + "NUMBER", ""));
        kinds.add(new Kind("document", 30, "/doc/programme/2007-2013.ttl?n=NUMBER", ""));
        kinds.add(new Kind("page", 30, "/doc/municipality/1980.html?n=NUMBER", ""));
        kinds.add(new Kind("repeated", 60, "/doc/county/SE125.ttl", ""));
        kinds.add(new Kind(
                "large",
                2,
                "/sparql?query=" + encoded("SELECT * {?s ?p ?o} ORDER BY ?s ?p ?o LIMIT 50000 # ") + "NUMBER",
                ""));
        kinds.add(new Kind(
                "long",
                2,
                "/sparql?query=" + encoded("SELECT (COUNT(*) AS ?n) {?a ?b ?c . ?d ?e ?f} # ") + "NUMBER",
                ""));
        kinds.add(new Kind("the whole core", 2, "/sparql?query=" + encoded("SELECT * {?s ?p ?o} # ") + "NUMBER", ""));
        kinds.add(new Kind("past the length", 5, "/sparql", "query=" + "x".repeat(300_000)));
        kinds.add(new Kind("no SPARQL", 5, "/sparql?query=SELECT+NUMBER", ""));
        kinds.add(new Kind(
                "reconciliation",
                20,
                "/reconcile",
                "queries=" + encoded("{\"q\":{\"query\":\"Arbetsförmedlingen Västerås\",\"limit\":3}}")));
        return kinds;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void ask(Kind kind, long number) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + kind.path().replace("NUMBER", Long.toString(number))));
        if (!kind.body().isEmpty()) {
            request.header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(kind.body()));
        }
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            count(kind.name() + " " + response.statusCode());
            if (response.statusCode() == 200) {
                String plain = response.body().replace(Long.toString(number), "NUMBER");
                Integer first = whole.putIfAbsent(kind.name() + kind.path(), plain.hashCode());
                if (first != null && first != plain.hashCode()) {
                    different.increment();
                }
            }
        } catch (IOException e) {
            count(kind.name() + " broken: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void count(String name) {
        statuses.computeIfAbsent(name, unknown -> new LongAdder()).increment();
    }

    /** Files of results that the process holds, named or not. */
    private static long open(ServerProcess server) throws IOException {
        try (var files = Files.list(Path.of("/proc", Long.toString(server.pid()), "fd"))) {
            return files.filter(file -> {
                        try {
                            return Files.readSymbolicLink(file).toString().contains("fondgraf-result");
                        } catch (IOException e) {
                            return false;
                        }
                    })
                    .count();
        }
    }

    private static long files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.count();
        }
    }
}
