package se.fondgraf.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import se.fondgraf.cli.Main;
import se.fondgraf.query.QueryLibrary;

/**
 * Everything at once for a while, with more clients than the server lets run: the library, long queries, documents,
 * light queries, large results, reconciliation, search, downloads, clients that leave in the middle, and requests past
 * the limits, each client from an address of its own. Prints how often each status came, whether every 200 was whole,
 * the server's memory over time, and whether it stayed. {@code java -cp
 * "target/test-classes:target/classes:target/lib/*" se.fondgraf.bench.MixedLoad PAGES SECONDS}.
 */
public final class MixedLoad {
    private static final int CLIENTS = 24;
    private static final Duration LOOK = Duration.ofSeconds(15);
    private static final String PART = "part of a download";
    private static final String LEAVING = "leaves in the middle";

    /** Larger files are only asked for in part. */
    private static final long LARGEST = 20L << 20;

    /** Megabytes a minute that memory may go up or down and count as steady. */
    private static final double STEADY = 5;

    /**
     * What may come: answers, the refusals that are promised under load, those of answers that are larger than any may
     * be, and errors for requests that are wrong.
     */
    private static final Pattern EXPECTED = Pattern.compile(".* (200|503|429)|" + PART
            + " (206|416)|(library|large|the whole core|past the length) 413|no SPARQL 400|nothing there 404");

    /**
     * A request that may come many times.
     *
     * @param often how many of all requests are like it
     */
    private record Kind(String name, int often, String path, String body) {}

    private final String address;
    private final List<HttpClient> clients = new ArrayList<>();
    private final List<Memory> memory = new ArrayList<>();
    private final Map<String, LongAdder> statuses = new ConcurrentSkipListMap<>();
    private final Map<String, Integer> whole = new ConcurrentHashMap<>();
    private final LongAdder different = new LongAdder();

    /** Megabytes at a moment: resident, and live on the heap. */
    private record Memory(double seconds, long resident, long live) {}

    private MixedLoad(int port) throws IOException {
        this.address = "http://127.0.0.1:" + port;
        for (int i = 0; i < CLIENTS; i++) {
            // Each from an address of its own, since the server is fair among addresses.
            clients.add(HttpClient.newBuilder()
                    .localAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) (2 + i)}))
                    .build());
        }
    }

    /** Loads the server and prints what came of it. */
    public static void main(String[] arguments) throws Exception {
        Path spool = Files.createTempDirectory("mixed-load");
        Path dumps = Files.createTempDirectory("mixed-dumps");
        Duration time = Duration.ofSeconds(Long.parseLong(arguments[1]));
        try {
            dump(arguments[0], dumps);
            try (ServerProcess server = ServerProcess.start(
                    ServerProcess.LAUNCHED,
                    Main.class,
                    "serve",
                    arguments[0],
                    "--port",
                    "0",
                    "--dumps",
                    dumps.toString(),
                    "--spool",
                    spool.toString())) {
                new MixedLoad(server.port()).run(server, time, dumps);
                Thread.sleep(Duration.ofSeconds(12));
                System.out.printf(
                        "afterwards: %d MB resident, %d results still open, %d files left%n",
                        server.resident(), open(server), files(spool));
            }
            System.out.printf("after the stop: %d files left%n", files(spool));
        } finally {
            try (var files = Files.walk(dumps)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.delete(spool);
    }

    private static void dump(String pages, Path dumps) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String path = System.getProperty("java.class.path");
        int code = new ProcessBuilder(
                        java, "-Xss4m", "-cp", path, Main.class.getName(), "dump", dumps.toString(), pages)
                .inheritIO()
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException("no dump could be made");
        }
    }

    private void run(ServerProcess server, Duration time, Path dumps) throws Exception {
        List<Kind> mix = new ArrayList<>();
        List<Kind> kinds = new ArrayList<>(kinds());
        kinds.addAll(documents());
        kinds.addAll(downloads(dumps));
        kinds.forEach(kind -> {
            // There are a thousand documents and some dozens of downloads; the others are to be as many.
            boolean many = kind.name().startsWith("document") || kind.path().startsWith("/dumps/");
            for (int i = 0; i < kind.often() * (many ? 1 : 3); i++) {
                mix.add(kind);
            }
        });
        long start = System.nanoTime();
        long end = start + time.toNanos();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            Random random = new Random(i);
            HttpClient client = clients.get(i);
            threads.add(Thread.ofVirtual().start(() -> {
                for (long n = random.nextLong(1L << 30); System.nanoTime() < end; n++) {
                    ask(client, mix.get(random.nextInt(mix.size())), n);
                }
            }));
        }
        while (System.nanoTime() < end) {
            Thread.sleep(LOOK);
            Memory now = new Memory((System.nanoTime() - start) / 1e9, server.resident(), server.live());
            memory.add(now);
            System.out.printf(
                    "%.0f s: %d MB resident, %d MB live on the heap%n", now.seconds(), now.resident(), now.live());
        }
        for (Thread thread : threads) {
            thread.join();
        }
        statuses.forEach((name, count) -> System.out.printf("%-28s %,d%n", name, count.sum()));
        System.out.printf("answers that differ from the first of their kind: %d%n", different.sum());
        System.out.println(verdict());
    }

    /** One sentence: whether memory stayed, and everything that was not to be expected. */
    private String verdict() {
        List<Memory> half = memory.subList(memory.size() / 2, memory.size());
        double resident = slope(half, Memory::resident);
        double live = slope(half, Memory::live);
        List<String> unexpected = statuses.keySet().stream()
                .filter(name -> !EXPECTED.matcher(name).matches())
                .toList();
        boolean stable = Math.abs(live) < STEADY && resident < STEADY;
        return "%s: in the last half resident memory changed by %.1f MB a minute and the live heap by %.1f; %s."
                .formatted(
                        stable && unexpected.isEmpty() && different.sum() == 0 ? "Stable" : "NOT stable",
                        resident,
                        live,
                        unexpected.isEmpty() ? "nothing unexpected came" : "unexpected: " + unexpected);
    }

    /** Megabytes a minute, by least squares. */
    private static double slope(List<Memory> samples, ToLongFunction<Memory> figure) {
        double time = samples.stream().mapToDouble(Memory::seconds).average().orElse(0);
        double level = samples.stream().mapToLong(figure).average().orElse(0);
        double above = 0;
        double below = 0;
        for (Memory sample : samples) {
            above += (sample.seconds() - time) * (figure.applyAsLong(sample) - level);
            below += (sample.seconds() - time) * (sample.seconds() - time);
        }
        return below == 0 ? 0 : 60 * above / below;
    }

    /** Documents of many projects, in all formats. */
    private List<Kind> documents() throws IOException, InterruptedException {
        String query = "SELECT ?p { ?p a <https://w3id.org/fondgraf/ontology#Project> } LIMIT 1000";
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/sparql?query=" + encoded(query)))
                .header("Accept", "text/csv")
                .build();
        List<String> projects = clients.getFirst()
                .send(request, BodyHandlers.ofString())
                .body()
                .lines()
                .skip(1)
                .map(iri -> iri.substring(iri.indexOf("/id/") + "/id/".length()))
                .toList();
        List<String> formats = List.of("ttl", "jsonld", "nt", "rdf", "html");
        List<Kind> documents = new ArrayList<>();
        for (int i = 0; i < projects.size(); i++) {
            String format = formats.get(i % formats.size());
            documents.add(
                    new Kind("document ." + format, 1, "/doc/" + projects.get(i) + "." + format + "?n=NUMBER", ""));
        }
        return documents;
    }

    /** Files of the release, whole, in part, and by clients that leave in the middle. */
    private static List<Kind> downloads(Path dumps) throws IOException {
        try (var files = Files.walk(dumps)) {
            List<Kind> downloads = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = dumps.relativize(file).toString();
                if (name.contains("/") && !name.startsWith(".") && !name.contains("/.")) {
                    if (Files.size(file) < LARGEST) {
                        downloads.add(new Kind("download", 1, "/dumps/" + name, ""));
                    }
                    downloads.add(new Kind(PART, 1, "/dumps/" + name, ""));
                    downloads.add(new Kind(LEAVING, 1, "/dumps/" + name, ""));
                }
            }
            return downloads;
        }
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
        kinds.add(
                new Kind(LEAVING, 4, "/sparql?query=" + encoded("SELECT * {?s ?p ?o} LIMIT 90000 # ") + "NUMBER", ""));
        kinds.add(new Kind("search", 20, "/queries/search.json?q=projekt+NUMBER", ""));
        kinds.add(new Kind("nothing there", 5, "/doc/project/NUMBER", ""));
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

    private void ask(HttpClient client, Kind kind, long number) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + kind.path().replace("NUMBER", Long.toString(number))));
        if (!kind.body().isEmpty()) {
            request.header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(kind.body()));
        }
        if (kind.name().equals(PART)) {
            request.header("Range", "bytes=10-" + (10 + number % 5_000));
        }
        try {
            if (kind.name().equals(LEAVING)) {
                HttpResponse<InputStream> response = client.send(request.build(), BodyHandlers.ofInputStream());
                count(kind.name() + " " + response.statusCode());
                try (InputStream body = response.body()) {
                    body.readNBytes(100);
                }
                return;
            }
            HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
            count(kind.name() + " " + response.statusCode());
            if (response.statusCode() == 200) {
                String plain =
                        new String(response.body(), StandardCharsets.UTF_8).replace(Long.toString(number), "NUMBER");
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
