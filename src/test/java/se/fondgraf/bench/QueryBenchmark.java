package se.fondgraf.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.system.Txn;
import se.fondgraf.engine.CompactDataset;
import se.fondgraf.query.LibraryQuery;
import se.fondgraf.query.QueryLibrary;
import se.fondgraf.store.MemoryStore;

/**
 * Loads a dump into Jena's transactional in-memory dataset and into ours, asks both the library, and prints for each
 * query how many milliseconds of CPU time it took, and whether the answers are the same. Of ours: the first time in the
 * process, when most classes are still interpreted; the median of evaluations in a process that has warmed up, with
 * nothing remembered; and the median of repeats, which are answered from what is remembered. Organisations in
 * parameters are those with most projects, which cost most.
 *
 * <p>{@code java -Xmx12g -cp target/test-classes:target/classes:target/lib/* se.fondgraf.bench.QueryBenchmark DUMP.nq
 * [RUNS] [ours|both]}
 */
public final class QueryBenchmark {
    private static final OperatingSystemMXBean MACHINE =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    /** A query is warm when it has taken this long, or has been asked this often. */
    private static final double WARM_MILLISECONDS = 1500;

    private static final int WARM_RUNS = 200;

    private final int runs;

    private QueryBenchmark(int runs) {
        this.runs = runs;
    }

    /** What one dataset did with one query. */
    private record Measured(double first, double anew, double repeat, long rows, long sequence, long bag) {}

    /** The side by side. */
    public static void main(String[] arguments) throws IOException {
        Path dump = Path.of(arguments[0]);
        QueryBenchmark benchmark = new QueryBenchmark(arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5);
        Map<String, Query> queries = new LinkedHashMap<>();
        Map<String, Measured> ours = benchmark.measure(
                "ours",
                () -> {
                    MemoryStore store = new MemoryStore();
                    store.load("measured", stream -> read(dump, stream));
                    return store.current().dataset();
                },
                queries);
        Map<String, Measured> stock = Map.of();
        if (arguments.length < 3 || arguments[2].equals("both")) {
            stock = benchmark.measure(
                    "stock",
                    () -> {
                        DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
                        Txn.executeWrite(dataset, () -> read(dump, StreamRDFLib.dataset(dataset)));
                        return dataset;
                    },
                    queries);
        }
        System.out.printf(
                "%-24s %8s %8s %8s %8s %10s %10s %7s %7s  %s%n",
                "query", "rows", "first", "anew", "repeat", "stock 1st", "stock anew", "first x", "anew x", "answers");
        for (Map.Entry<String, Measured> entry : ours.entrySet()) {
            Measured our = entry.getValue();
            Measured their = stock.getOrDefault(entry.getKey(), our);
            System.out.printf(
                    "%-24s %8d %8.1f %8.1f %8.1f %10.1f %10.1f %7.1f %7.1f  %s%n",
                    entry.getKey(),
                    our.rows,
                    our.first,
                    our.anew,
                    our.repeat,
                    their.first,
                    their.anew,
                    their.first / our.first,
                    their.anew / our.anew,
                    our.sequence == their.sequence ? "same" : our.bag == their.bag ? "same rows" : "DIFFERENT");
        }
    }

    private static void read(Path dump, StreamRDF stream) {
        RDFParser.source(dump).checking(false).parse(stream);
    }

    private Map<String, Measured> measure(String name, Supplier<DatasetGraph> load, Map<String, Query> queries) {
        long heapBefore = heap();
        long cpuBefore = MACHINE.getProcessCpuTime();
        DatasetGraph dataset = load.get();
        double seconds = (MACHINE.getProcessCpuTime() - cpuBefore) / 1e9;
        System.out.printf("%s: loaded in %.1f CPU s, %d MB of heap%n", name, seconds, (heap() - heapBefore) >> 20);
        if (queries.isEmpty()) {
            queries.putAll(library(dataset));
        }
        Map<String, Measured> measured = new LinkedHashMap<>();
        queries.forEach((query, text) -> measured.put(query, measure(dataset, text)));
        return measured;
    }

    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private Measured measure(DatasetGraph dataset, Query query) {
        long[] answer = {0, 0, 0};
        double first = timed(dataset, query, answer);
        double repeat = median(() -> timed(dataset, query, answer));
        double spent = 0;
        for (int run = 0; run < WARM_RUNS && spent < WARM_MILLISECONDS; run++) {
            spent += anew(dataset, query, answer);
        }
        double anew = median(() -> anew(dataset, query, answer));
        return new Measured(first, anew, repeat, answer[0], answer[1], answer[2]);
    }

    /** What a dataset of ours remembers is forgotten before. */
    private static double anew(DatasetGraph dataset, Query query, long[] answer) {
        if (dataset instanceof DatasetGraphWrapper view && view.getWrapped() instanceof CompactDataset ours) {
            ours.forgetResults();
        }
        return timed(dataset, query, answer);
    }

    private double median(DoubleSupplier run) {
        double[] times = DoubleStream.generate(run).limit(runs).sorted().toArray();
        return times[runs / 2];
    }

    private static double timed(DatasetGraph dataset, Query query, long[] answer) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long[] found = Txn.calculateRead(dataset, () -> ask(dataset, query));
        System.arraycopy(found, 0, answer, 0, found.length);
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e6;
    }

    /** The number of rows, a hash of them in their order, and one whatever their order. */
    private static long[] ask(DatasetGraph dataset, Query query) {
        long[] answer = {0, 17, 0};
        try (QueryExec execution = QueryExec.dataset(dataset).query(query).build()) {
            RowSet rows = execution.select();
            while (rows.hasNext()) {
                Binding row = rows.next();
                long hash = 1;
                for (Var variable : rows.getResultVars()) {
                    hash = 31 * hash
                            + (row.contains(variable) ? row.get(variable).hashCode() : 0);
                }
                answer[0]++;
                answer[1] = 1_000_003 * answer[1] + hash;
                answer[2] += hash * hash;
            }
        }
        return answer;
    }

    private static Map<String, Query> library(DatasetGraph dataset) {
        List<String> hubs = new ArrayList<>();
        Query busiest = QueryFactory.create("PREFIX fg: <https://w3id.org/fondgraf/ontology#> SELECT ?o WHERE {"
                + " ?p fg:organization/fg:office ?o } GROUP BY ?o ORDER BY DESC(COUNT(*)) ?o LIMIT 2000");
        try (QueryExec execution = QueryExec.dataset(dataset).query(busiest).build()) {
            execution
                    .select()
                    .forEachRemaining(row -> hubs.add(row.get(Var.alloc("o")).getURI()));
        }
        Map<String, Map<String, String>> asked = Map.of(
                "organization", Map.of("organization", hubs.get(0)),
                "organization-projects", Map.of("organization", hubs.get(0)),
                "partners-of", Map.of("organization", hubs.get(0)),
                "timeline", Map.of("organization", hubs.get(0)),
                "shared-projects", Map.of("a", hubs.get(0), "b", hubs.get(1)),
                "path-between", Map.of("a", hubs.get(hubs.size() - 2), "b", hubs.getLast()),
                "provenance", Map.of("resource", hubs.get(0)),
                "municipality-projects", Map.of("municipality", "municipality/1980"),
                "search", Map.of("q", "västerås"));
        Map<String, Query> queries = new LinkedHashMap<>();
        for (LibraryQuery query : QueryLibrary.bundled().queries()) {
            Map<String, String> values = asked.getOrDefault(query.name(), Map.of());
            queries.put(query.name(), query.bind(values));
        }
        return queries;
    }
}
