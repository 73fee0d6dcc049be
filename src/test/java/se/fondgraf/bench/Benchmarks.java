package se.fondgraf.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Everything that is measured, in one go, written to {@code docs/benchmarks.md}: conversion, load and library queries
 * at each size beside other engines, start-up, and requests over HTTP beside other servers. Each run is a process of
 * its own, so that nothing is warm that would not be; queries are asked of stock Fuseki's dataset in the same process
 * as of ours, in turn.
 *
 * <p>{@code java -cp "target/test-classes:target/classes:target/lib/*" se.fondgraf.bench.Benchmarks FOLDER SIZE...}
 * with a folder for pages and dumps that may grow large; pages that are there are used again.
 */
public final class Benchmarks {
    private static final int RUNS = 3;

    /** From so many projects on a run takes many minutes, and one must do. */
    private static final int LARGE = 100_000;

    /** Others need most of the machine for large data, and most of that for what stays. */
    private static final List<String> MOST_MEMORY = List.of("-XX:MaxRAMPercentage=85", "-XX:NewRatio=9");

    /** What suits the others: the collector that takes the least CPU, and nothing that is tuned for ours. */
    private static final List<String> PEERS =
            List.of("-XX:+UseParallelGC", "-Xss16m", MOST_MEMORY.getFirst(), MOST_MEMORY.getLast());

    private static final Path DOCUMENT = Path.of("docs/benchmarks.md");
    private static final String MARK = "<!-- Below: written by the benchmark. -->";

    private final Path folder;
    private final StringBuilder report = new StringBuilder();

    private Benchmarks(Path folder) {
        this.folder = folder;
    }

    /** Measures and writes. */
    public static void main(String[] arguments) throws Exception {
        Benchmarks benchmarks = new Benchmarks(Files.createDirectories(Path.of(arguments[0])));
        benchmarks.machine();
        benchmarks.say("## Conversion\n");
        benchmarks.say("`./fondgraf convert`, the whole process, its archive of classes made before.\n");
        Took.of(List.of("./fondgraf", "convert", "--help"));
        benchmarks.say(
                "| pages | output | CPU s | pages per CPU s | by the clock, s | pages per s | peak resident, MB |");
        benchmarks.say("| --- | --- | --- | --- | --- | --- | --- |");
        for (int i = 1; i < arguments.length; i++) {
            benchmarks.conversion(Integer.parseInt(arguments[i]));
        }
        benchmarks.say("\n## Start-up\n");
        benchmarks.startUp();
        for (int i = 1; i < arguments.length; i++) {
            benchmarks.loads(Integer.parseInt(arguments[i]));
        }
        for (int i = 1; i < arguments.length; i++) {
            benchmarks.queries(Integer.parseInt(arguments[i]));
        }
        for (int i = 1; i < arguments.length; i++) {
            benchmarks.http(Integer.parseInt(arguments[i]));
        }
        String before = Files.readString(DOCUMENT);
        int mark = before.indexOf(MARK);
        Files.writeString(
                DOCUMENT,
                (mark < 0 ? before.stripTrailing() + "\n\n" : before.substring(0, mark)) + MARK + "\n\n"
                        + benchmarks.report);
    }

    private void say(String line) {
        System.out.println(line);
        report.append(line).append('\n');
    }

    private void machine() {
        say("Machine: %d processors, %s %s, %s. Medians of %d runs; one alone of %,d projects and more.\n"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        System.getProperty("java.vm.name") + " " + Runtime.version(),
                        RUNS,
                        LARGE));
    }

    private Path pages(int size) throws IOException {
        Path pages = folder.resolve("pages-" + size);
        if (!Files.isDirectory(pages)) {
            PageGenerator.main(new String[] {Integer.toString(size), pages.toString(), "1"});
        }
        return pages;
    }

    private Path dump(int size) {
        return folder.resolve("all-" + size + ".nq");
    }

    private void conversion(int size) throws Exception {
        String pages = pages(size).toString();
        for (Path output : List.of(folder.resolve("core-" + size + ".nt"), dump(size))) {
            List<Took> runs = new ArrayList<>();
            for (int run = 0; run < runs(size); run++) {
                runs.add(Took.of(List.of("./fondgraf", "convert", pages, "-o", output.toString())));
            }
            double cpu = median(runs, Took::cpu);
            double clock = median(runs, Took::clock);
            say(String.format(
                    Locale.ROOT,
                    "| %,d | `%s`, %,d MB | %.1f | %,.0f | %.1f | %,.0f | %,.0f |",
                    size,
                    output.toString().endsWith(".nt") ? ".nt, core" : ".nq, all graphs",
                    Files.size(output) >> 20,
                    cpu,
                    size / cpu,
                    clock,
                    size / clock,
                    median(runs, took -> (double) took.peak())));
        }
    }

    private static int runs(int size) {
        return size < LARGE ? RUNS : 1;
    }

    private static double median(List<Took> runs, Function<Took, Double> figure) {
        return runs.stream().map(figure).sorted().toList().get(runs.size() / 2);
    }

    private static List<String> java(List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        return command;
    }

    /** From the launcher to the first answer. */
    private void startUp() throws Exception {
        say("`./fondgraf serve` on the bundled pages, from the call to the first request that is answered:\n");
        for (String archive : List.of("off", "on")) {
            List<Double> times = new ArrayList<>();
            for (int run = 0; run <= RUNS; run++) {
                double seconds = untilAnswered(archive);
                if (run > 0) {
                    times.add(seconds);
                }
            }
            say(String.format(
                    Locale.ROOT,
                    "- archive of classes %s: %.2f s",
                    archive,
                    times.stream().sorted(Comparator.naturalOrder()).toList().get(RUNS / 2)));
        }
    }

    private static double untilAnswered(String archive) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("./fondgraf", "serve", "--port", "0");
        builder.environment().put("FONDGRAF_ARCHIVE", archive);
        long start = System.nanoTime();
        Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith("SPARQL endpoint: ")) {
                    String endpoint = line.split(" ", -1)[2];
                    try (InputStream answer =
                            URI.create(endpoint + "?query=ASK%7B%7D").toURL().openStream()) {
                        answer.readAllBytes();
                    }
                    return (System.nanoTime() - start) / 1e9;
                }
            }
            throw new IOException("the server does not start");
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    /** From files to data in memory that answers, and the questions about everyone, beside other engines. */
    private void loads(int size) throws Exception {
        say("\n## From files to answers in memory, %,d projects\n".formatted(size));
        say("Ours reads the text of the pages, as `serve` does; the others read the N-Triples that we made of them, the"
                + " core alone or all graphs. Then the questions about everyone: milliseconds of CPU the first time, and"
                + " the median of repeats, which ours remembers.\n");
        say("| engine | from | triples | CPU s | by the clock, s | peak resident, MB | heap held, MB | "
                + LoadBenchmark.QUERIES.stream().map(name -> "`" + name + "`").collect(Collectors.joining(" | "))
                + " |");
        say("| --- | --- | --- | --- | --- | --- | --- |" + " --- |".repeat(LoadBenchmark.QUERIES.size()));
        String core = folder.resolve("core-" + size + ".nt").toString();
        loads(size, "ours", "ours", "text of pages", pages(size).toString());
        loads(size, "Jena, transactional in memory", "tim", "core", core);
        loads(
                size,
                "Jena, transactional in memory",
                "tim",
                "all graphs",
                dump(size).toString());
        loads(size, "RDF4J memory store", "rdf4j", "core", core);
    }

    /** One row: the medians of the load; the queries of the first run. */
    private void loads(int size, String engine, String mode, String form, String source) throws Exception {
        List<List<String>> runs = new ArrayList<>();
        for (int run = 0; run < runs(size); run++) {
            List<String> command = java(mode.equals("ours") ? ServerProcess.LAUNCHED : PEERS);
            command.addAll(List.of(LoadBenchmark.class.getName(), mode, source, Integer.toString(runs(size))));
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            runs.add(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
            if (process.waitFor() != 0) {
                say("| %s | %s | the run ended early |".formatted(engine, form));
                return;
            }
        }
        List<String> cells = new ArrayList<>(List.of(engine, form));
        for (int figure : new int[] {4, 0, 1, 2, 3}) {
            double middle = runs.stream()
                    .map(lines -> Double.parseDouble(lines.getFirst().split(" ", -1)[figure]))
                    .sorted()
                    .toList()
                    .get(runs(size) / 2);
            cells.add(String.format(Locale.ROOT, figure < 2 ? "%,.1f" : "%,.0f", middle));
        }
        runs.getFirst().stream()
                .skip(1)
                .map(line -> line.split(" ", -1))
                .forEach(query -> cells.add("%s / %s, %s rows".formatted(query[2], query[3], query[1])));
        say("| " + String.join(" | ", cells) + " |");
    }

    private void queries(int size) throws Exception {
        say("\n## Load and library queries, %,d projects\n".formatted(size));
        say("Beside Jena's transactional in-memory dataset, which stock Fuseki holds its data in. Milliseconds of CPU,"
                + " and how many times as many the other takes.\n");
        say("```");
        List<String> command = java(ServerProcess.LAUNCHED);
        command.addAll(MOST_MEMORY);
        command.addAll(
                List.of(QueryBenchmark.class.getName(), dump(size).toString(), Integer.toString(runs(size)), "both"));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            out.lines().forEach(this::say);
        }
        say("```");
        if (process.waitFor() != 0) {
            say("\nThe run ended early.");
        }
    }

    /** Requests a second over loopback, beside stock Fuseki and a servlet that says hello. */
    private void http(int size) throws Exception {
        say("\n## HTTP, %,d projects\n".formatted(size));
        say("Our server, a stock embedded Fuseki 5.6.0 with the same data (its request log off) and a servlet that says"
                + " hello on the same Jetty, each in a process of its own, over loopback. One client with eight"
                + " connections that are kept; after a warm-up the servers are asked in turn, and the medians count."
                + " \"One after another\" and \"another text\" are requests that no server has seen before; the rest are"
                + " repeats. The last column is the requests a second beside those of ours.\n");
        HttpBenchmark.measure(folder, size, RUNS, "", this::say);
    }
}
