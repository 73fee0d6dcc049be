package se.fondgraf.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.ToDoubleFunction;
import se.fondgraf.cli.Main;

/**
 * Requests a second over loopback, of our server, of a stock Fuseki with the same data and of a servlet that says hello
 * on the same Jetty, in turn. {@code java -cp "target/test-classes:target/classes:target/lib/*"
 * se.fondgraf.bench.HttpBenchmark FOLDER SIZE [RUNS [ONLY]]}, where FOLDER is that of {@link Benchmarks} and ONLY
 * begins the names of the kinds of requests to send.
 */
public final class HttpBenchmark {
    private static final String BASE = "https://w3id.org/fondgraf/";
    private static final Duration WARMING = Duration.ofSeconds(4);
    private static final Duration RUN = Duration.ofMillis(1_500);

    /** One kind of request: to ours by number, and what the others are sent beside it. */
    private record Kind(String name, LongFunction<byte[]> ours, Map<String, LongFunction<byte[]>> others) {}

    /** The medians of the runs of one kind at one server. */
    private record Figures(double perSecond, double median, double p99, double cpuMillis, String statuses) {}

    /** Projects from which on a stock server needs more memory than {@link ServerProcess} gives. */
    private static final int MANY = 50_000;

    private final List<String> projects;
    private final int runs;
    private final Consumer<String> say;
    private final AtomicLong counter = new AtomicLong();

    private HttpBenchmark(List<String> projects, int runs, Consumer<String> say) {
        this.projects = projects;
        this.runs = runs;
        this.say = say;
    }

    /** Measures and prints a table. */
    public static void main(String[] arguments) throws Exception {
        int runs = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
        String only = arguments.length > 3 ? arguments[3] : "";
        measure(Path.of(arguments[0]), Integer.parseInt(arguments[1]), runs, only, System.out::println);
    }

    /**
     * Measures.
     *
     * @param folder with {@code pages-SIZE} and {@code all-SIZE.nq}
     * @param only begins the names of the kinds of requests to send
     * @param say takes the lines of a table
     */
    static void measure(Path folder, int size, int runs, String only, Consumer<String> say) throws Exception {
        Path dump = folder.resolve("all-" + size + ".nq");
        HttpBenchmark benchmark = new HttpBenchmark(projects(dump), runs, say);
        say.accept("| requests | server | a second | median ms | p99 ms | CPU ms each | statuses | times ours |");
        say.accept("| --- | --- | --- | --- | --- | --- | --- | --- |");
        List<String> memory = size < MANY ? List.of() : List.of("-Xmx12g");
        try (ServerProcess ours = ServerProcess.start(
                        ServerProcess.LAUNCHED,
                        Main.class,
                        "serve",
                        folder.resolve("pages-" + size).toString(),
                        "--port",
                        "0");
                ServerProcess stock = ServerProcess.start(memory, HttpPeer.class, "stock", dump.toString());
                ServerProcess hello = ServerProcess.start(ServerProcess.LAUNCHED, HttpPeer.class, "hello")) {
            Map<String, ServerProcess> servers = new LinkedHashMap<>();
            servers.put("ours", ours);
            servers.put("stock", stock);
            servers.put("hello", hello);
            for (Kind kind : benchmark.kinds()) {
                if (kind.name().startsWith(only)) {
                    benchmark.measure(kind, servers);
                }
            }
        }
    }

    /** The IRIs of all projects, in the order of the dump. */
    private static List<String> projects(Path dump) throws IOException {
        String type =
                "> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/fondgraf/ontology#Project>";
        try (var lines = Files.lines(dump)) {
            return lines.filter(line -> line.contains(type))
                    .map(line -> line.substring(1, line.indexOf('>')))
                    .toList();
        }
    }

    private List<Kind> kinds() {
        LongFunction<byte[]> hello = n -> request("/hello", "");
        List<Kind> kinds = new ArrayList<>();
        kinds.add(asked("ask", n -> "ASK{}"));
        kinds.add(asked("ask, each another text", n -> "ASK{} # " + next()));
        kinds.add(asked("facts of one project after another", n -> facts(next())));
        kinds.add(asked("facts of one project, repeated", n -> facts(17)));
        Map<String, String> formats = new LinkedHashMap<>();
        formats.put("Turtle", ".ttl");
        formats.put("N-Triples", ".nt");
        formats.put("JSON-LD", ".jsonld");
        formats.put("RDF/XML", ".rdf");
        formats.put("HTML", ".html");
        formats.forEach((format, suffix) ->
                kinds.add(read("document, " + format + ", one after another", n -> document(next(), suffix), hello)));
        kinds.add(read("document, Turtle, repeated", n -> document(17, ".ttl"), hello));
        kinds.add(read("document, HTML, repeated", n -> document(17, ".html"), hello));
        kinds.add(new Kind(
                "document, unchanged (304)",
                n -> request(document(17, ".ttl"), "If-None-Match: *\r\n"),
                Map.of("hello", hello)));
        kinds.add(new Kind("answer to a POST, repeated", n -> posted("ASK{}"), Map.of("stock", n -> posted("ASK{}"))));
        return kinds;
    }

    private Kind asked(String name, LongFunction<String> query) {
        LongFunction<byte[]> request = n -> request(
                "/sparql?query=" + URLEncoder.encode(query.apply(n), StandardCharsets.UTF_8),
                "Accept: application/sparql-results+json\r\n");
        return new Kind(name, request, Map.of("stock", request, "hello", n -> request("/hello", "")));
    }

    private static Kind read(String name, LongFunction<String> target, LongFunction<byte[]> hello) {
        return new Kind(name, n -> request(target.apply(n), ""), Map.of("hello", hello));
    }

    /** Never the same, so that no answer is known. */
    private long next() {
        return counter.incrementAndGet();
    }

    private String facts(long n) {
        return "SELECT ?p ?o WHERE { <" + project(n) + "> ?p ?o } # " + n;
    }

    private String document(long n, String suffix) {
        return "/doc/" + project(n).substring((BASE + "id/").length()) + suffix + "?n=" + n;
    }

    private String project(long n) {
        return projects.get((int) (n % projects.size()));
    }

    private static byte[] request(String target, String headers) {
        return ("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] posted(String query) {
        return ("POST /sparql HTTP/1.1\r\nHost: localhost\r\nAccept: application/sparql-results+json\r\n"
                        + "Content-Type: application/sparql-query\r\nContent-Length: " + query.length() + "\r\n\r\n"
                        + query)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private void measure(Kind kind, Map<String, ServerProcess> servers) throws IOException {
        Map<String, List<Figures>> measured = new LinkedHashMap<>();
        for (int run = 0; run <= runs; run++) {
            for (Map.Entry<String, ServerProcess> server : servers.entrySet()) {
                LongFunction<byte[]> requests = server.getKey().equals("ours")
                        ? kind.ours()
                        : kind.others().get(server.getKey());
                if (requests != null) {
                    Figures figures = run(server.getValue(), requests, run == 0 ? WARMING : RUN);
                    if (run > 0) {
                        measured.computeIfAbsent(server.getKey(), name -> new ArrayList<>())
                                .add(figures);
                    }
                }
            }
        }
        double pace = measured.getOrDefault("ours", List.of()).isEmpty()
                ? Double.NaN
                : median(measured.getOrDefault("ours", List.of()), Figures::perSecond);
        measured.forEach((server, figures) -> say.accept(String.format(
                Locale.ROOT,
                "| %s | %s | %,.0f | %.2f | %.2f | %.3f | %s | %.2f |",
                kind.name(),
                server,
                median(figures, Figures::perSecond),
                median(figures, Figures::median),
                median(figures, Figures::p99),
                median(figures, Figures::cpuMillis),
                figures.getLast().statuses(),
                median(figures, Figures::perSecond) / pace)));
    }

    private static Figures run(ServerProcess server, LongFunction<byte[]> requests, Duration time) throws IOException {
        double before = server.cpu();
        LoadClient.Run run = LoadClient.run(server.port(), time, requests);
        double cpu = server.cpu() - before;
        return new Figures(
                run.perSecond(),
                run.percentile(0.5),
                run.percentile(0.99),
                cpu * 1_000 / run.count(),
                run.statuses().keySet().toString());
    }

    private static double median(List<Figures> figures, ToDoubleFunction<Figures> figure) {
        double[] sorted = figures.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
