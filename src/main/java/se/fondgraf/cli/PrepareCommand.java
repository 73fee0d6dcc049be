package se.fondgraf.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import se.fondgraf.store.MemoryStore;
import se.fondgraf.web.Server;
import se.fondgraf.web.ServerSettings;

/**
 * {@code fondgraf prepare}, for the launcher: does once what {@code serve} does, so that Java can keep the classes of
 * it ready in an archive.
 */
@Command(name = "prepare", hidden = true, header = "Run everything once, for the launcher's archive of classes.")
final class PrepareCommand implements Callable<Integer> {
    private static final String QUERY = "SELECT ?s (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?s ORDER BY DESC(?n) LIMIT 3";

    @Override
    public Integer call() throws IOException {
        try (MemoryStore store = new MemoryStore()) {
            new Run(new InputOptions(), new PrintWriter(Writer.nullWriter()))
                    .load(store, InputOptions.inputsOrSeeds(List.of()));
            try (Server server = new Server(store, ServerSettings.local(0))) {
                server.start();
                URI query =
                        server.address().resolve("/sparql?query=" + URLEncoder.encode(QUERY, StandardCharsets.UTF_8));
                try (InputStream answer = query.toURL().openStream()) {
                    answer.transferTo(OutputStream.nullOutputStream());
                }
            }
        }
        return 0;
    }
}
