package se.fondgraf.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.apache.jena.query.Query;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.system.Txn;
import org.eclipse.rdf4j.query.TupleQueryResult;
import org.eclipse.rdf4j.repository.sail.SailRepository;
import org.eclipse.rdf4j.repository.sail.SailRepositoryConnection;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.sail.memory.MemoryStore;
import se.fondgraf.convert.Conversion;
import se.fondgraf.convert.Progress;
import se.fondgraf.convert.Report;
import se.fondgraf.page.PublishedText;
import se.fondgraf.query.QueryLibrary;
import se.fondgraf.rdf.Iris;
import se.fondgraf.store.Source;

/**
 * From files to data in memory that answers: ours from the text of pages, the way {@code serve} goes; Jena's
 * transactional in-memory dataset and RDF4J's memory store from the RDF that we made of the same pages. Then the
 * questions about everyone at once. One process an engine, since what is measured is the whole process.
 *
 * <p>{@code java -Xss4m -cp … se.fondgraf.bench.LoadBenchmark ours|tim|rdf4j PAGES-or-FILE RUNS} prints a line of
 * figures about the load (seconds of CPU, seconds by the clock, peak resident MB, MB of heap that are held, triples)
 * and a line a query (name, rows, milliseconds of CPU the first time, and the median of the others).
 */
public final class LoadBenchmark {
    /** Those that read all of the data. */
    static final List<String> QUERIES = List.of("bridges", "co-participation", "funding-by-owner", "organizations");

    private static final OperatingSystemMXBean MACHINE =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private LoadBenchmark() {}

    /** An engine with the data in it. */
    private interface Loaded {
        long triples();

        /** The number of rows. */
        long ask(Query query);
    }

    /** Measures one engine. */
    public static void main(String[] arguments) throws IOException {
        long start = System.nanoTime();
        Path source = Path.of(arguments[1]);
        Loaded loaded = switch (arguments[0]) {
            case "ours" -> ours(source);
            case "tim" -> stock(source);
            case "rdf4j" -> rdf4j(source);
            default -> throw new IllegalArgumentException("ours, tim or rdf4j");
        };
        double clock = (System.nanoTime() - start) / 1e9;
        double cpu = MACHINE.getProcessCpuTime() / 1e9;
        long peak = ProcessFigures.ofThisOne().peak();
        System.out.printf(Locale.ROOT, "%.1f %.1f %d %d %d%n", cpu, clock, peak, heap(), loaded.triples());
        int runs = Integer.parseInt(arguments[2]);
        for (String name : QUERIES) {
            Query query = QueryLibrary.bundled().find(name).bind(Map.of());
            List<Long> rows = new ArrayList<>();
            double first = timed(loaded, query, rows);
            double[] others = DoubleStream.generate(() -> timed(loaded, query, rows))
                    .limit(runs)
                    .sorted()
                    .toArray();
            System.out.printf(Locale.ROOT, "%s %d %.1f %.1f%n", name, rows.getFirst(), first, others[runs / 2]);
        }
    }

    private static double timed(Loaded loaded, Query query, List<Long> rows) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        rows.add(loaded.ask(query));
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e6;
    }

    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
    }

    private static Loaded ours(Path pages) {
        se.fondgraf.store.MemoryStore store = new se.fondgraf.store.MemoryStore();
        Conversion conversion = new Conversion(
                Iris.under(Iris.DEFAULT_BASE), Runtime.getRuntime().availableProcessors(), Progress.NONE);
        store.load(sink -> conversion
                .run(List.of(pages), new Into(sink), Report.none(), (message, rejected) -> {})
                .version());
        return new OfJena(store.current().dataset());
    }

    /** As {@code serve} hands over what a conversion states. */
    private record Into(Source.Sink sink) implements Conversion.Output {
        @Override
        public void quad(Quad quad) {
            sink.quad(quad);
        }

        @Override
        public void page(String project, String page8, PublishedText text) {
            sink.page(project, page8, text.text());
        }
    }

    private static Loaded stock(Path file) {
        DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
        Txn.executeWrite(dataset, () -> RDFParser.source(file).checking(false).parse(StreamRDFLib.dataset(dataset)));
        return new OfJena(dataset);
    }

    private record OfJena(DatasetGraph dataset) implements Loaded {
        @Override
        public long triples() {
            return Txn.calculateRead(dataset, () -> dataset.stream().count());
        }

        @Override
        public long ask(Query query) {
            return Txn.calculateRead(dataset, () -> {
                try (QueryExec execution =
                        QueryExec.dataset(dataset).query(query).build()) {
                    RowSet rows = execution.select();
                    long number = 0;
                    while (rows.hasNext()) {
                        rows.next();
                        number++;
                    }
                    return number;
                }
            });
        }
    }

    private static Loaded rdf4j(Path file) throws IOException {
        SailRepository repository = new SailRepository(new MemoryStore());
        SailRepositoryConnection connection = repository.getConnection();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            connection.add(in, Iris.DEFAULT_BASE, RDFFormat.NTRIPLES);
        }
        return new OfRdf4j(connection);
    }

    private record OfRdf4j(SailRepositoryConnection connection) implements Loaded {
        @Override
        public long triples() {
            return connection.size();
        }

        @Override
        public long ask(Query query) {
            try (TupleQueryResult rows =
                    connection.prepareTupleQuery(query.serialize()).evaluate()) {
                long number = 0;
                while (rows.hasNext()) {
                    rows.next().forEach(binding -> binding.getValue().stringValue());
                    number++;
                }
                return number;
            }
        }
    }
}
