package se.fondgraf.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import se.fondgraf.publish.RdfSyntax;
import se.fondgraf.publish.RdfWriter;
import se.fondgraf.store.MemoryStore;
import se.fondgraf.web.Server;
import se.fondgraf.web.ServerSettings;

/**
 * {@code fondgraf prepare}, for the launcher: does once what {@code serve} or {@code convert} does, so that Java can
 * keep the classes of it ready in an archive.
 */
@Command(name = "prepare", hidden = true, header = "Run everything once, for the launcher's archive of classes.")
final class PrepareCommand implements Callable<Integer> {
    private static final String QUERY = "SELECT ?s (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?s ORDER BY DESC(?n) LIMIT 3";

    /** The first Java whose archives hold how often what was run, and where branches went. */
    private static final int KEEPS_PROFILES = 25;

    /** How often the bundled pages are converted for a profile: more makes later runs no quicker. */
    private static final int TIMES_FOR_PROFILE = 8;

    /** What a run is for. */
    enum Work {
        /** Few pages, a server, a query: the start is what counts. */
        serving,
        /** Pages by the thousand: what is compiled early counts too. */
        conversion
    }

    @Parameters(arity = "0..1", paramLabel = "WORK", description = "${COMPLETION-CANDIDATES}")
    private Work work = Work.serving;

    @Override
    public Integer call() throws IOException {
        switch (work) {
            case serving -> serve();
            case conversion -> convert();
        }
        return 0;
    }

    private static Run run() {
        return new Run(new InputOptions(), new PrintWriter(Writer.nullWriter()));
    }

    private static void convert() throws IOException {
        List<Path> pages = InputOptions.inputsOrSeeds(List.of());
        int times = Runtime.version().feature() < KEEPS_PROFILES ? 1 : TIMES_FOR_PROFILE;
        for (int time = 0; time < times; time++) {
            try (RdfWriter writer = new RdfWriter(RdfSyntax.N_QUADS, RdfWriter.Graphs.ALL)) {
                run().convert(pages, writer);
                writer.writeTo(OutputStream.nullOutputStream());
            }
        }
    }

    private static void serve() throws IOException {
        try (MemoryStore store = new MemoryStore()) {
            run().load(store, InputOptions.inputsOrSeeds(List.of()));
            try (Server server = new Server(store, ServerSettings.local(0))) {
                server.start();
                URI query =
                        server.address().resolve("/sparql?query=" + URLEncoder.encode(QUERY, StandardCharsets.UTF_8));
                try (InputStream answer = query.toURL().openStream()) {
                    answer.transferTo(OutputStream.nullOutputStream());
                }
            }
        }
    }
}
