package se.fondgraf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.ResultSetMgr;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.fondgraf.store.MemoryStore;
import se.fondgraf.store.RemoteStore;
import se.fondgraf.store.Store;
import se.fondgraf.web.Server;
import se.fondgraf.web.ServerSettings;

/** The library gives the same answers whichever engine holds the data. */
class RemoteStoreTest {
    private static final String CORE = "https://w3id.org/fondgraf/graph/core";
    private static final String BASE = "https://w3id.org/fondgraf/";
    private static final long START_SECONDS = 120;

    private final HttpClient client = HttpClient.newHttpClient();
    private final MemoryStore memory = new MemoryStore();

    @TempDir
    private Path folder;

    private void load() {
        new Run(new InputOptions(), new PrintWriter(Writer.nullWriter())).load(memory, List.of(Path.of("seeds")));
    }

    @Test
    void aStockFusekiBehind() throws Exception {
        load();
        DatasetGraph data = DatasetGraphFactory.createTxnMem();
        Txn.executeWrite(data, () -> memory.current().dataset().find().forEachRemaining(data::add));
        FusekiServer behind =
                FusekiServer.create().port(0).add("/fondgraf", data).start();
        try (RemoteStore store = RemoteStore.open(
                URI.create("http://localhost:" + behind.getHttpPort() + "/fondgraf/query"), Optional.empty(), BASE)) {
            sameAnswers(store);
        } finally {
            behind.stop();
        }
    }

    @Test
    void virtuosoBehind() throws Exception {
        boolean installed = Stream.of("/usr/bin/virtuoso-t", "/usr/bin/isql-vt")
                .allMatch(file -> Files.isExecutable(Path.of(file)));
        if ("true".equals(System.getenv("CI"))) {
            assertEquals(true, installed, "virtuoso-opensource is missing");
        }
        assumeTrue(installed, "virtuoso-opensource is not installed");
        load();
        Ran dumped =
                Ran.with("convert", "seeds", "-o", folder.resolve("fondgraf.nq").toString());
        assertEquals(0, dumped.code(), dumped.err());
        int sql = freePort();
        int http = freePort();
        Files.writeString(folder.resolve("virtuoso.ini"), settings(sql, http));
        Process virtuoso = new ProcessBuilder("virtuoso-t", "+foreground", "+configfile", "virtuoso.ini")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("virtuoso.out").toFile())
                .start();
        try {
            awaitStart(virtuoso);
            loadIntoVirtuoso(sql);
            try (RemoteStore store =
                    RemoteStore.open(URI.create("http://127.0.0.1:" + http + "/sparql"), Optional.of(CORE), BASE)) {
                sameAnswers(store);
            }
        } finally {
            virtuoso.destroyForcibly().waitFor();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String settings(int sql, int http) {
        return """
                [Database]
                DatabaseFile = virtuoso.db
                ErrorLogFile = virtuoso.log
                LockFile = virtuoso.lck
                TransactionFile = virtuoso.trx
                xa_persistent_file = virtuoso.pxa
                [TempDatabase]
                DatabaseFile = virtuoso-temp.db
                TransactionFile = virtuoso-temp.trx
                [Parameters]
                ServerPort = 127.0.0.1:%d
                DisableUnixSocket = 1
                NumberOfBuffers = 4000
                MaxDirtyBuffers = 2000
                DirsAllowed = .
                CheckpointInterval = 0
                [HTTPServer]
                ServerPort = 127.0.0.1:%d
                ServerThreads = 5
                [SPARQL]
                ResultSetMaxRows = 100000
                """.formatted(sql, http);
    }

    private void awaitStart(Process virtuoso) throws IOException, InterruptedException {
        Path out = folder.resolve("virtuoso.out");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!Files.readString(out).contains("Server online")) {
            if (!virtuoso.isAlive() || System.nanoTime() > end) {
                throw new AssertionError("Virtuoso does not start: " + Files.readString(out));
            }
            Thread.sleep(100);
        }
    }

    private void loadIntoVirtuoso(int sql) throws IOException, InterruptedException {
        Process load = new ProcessBuilder(
                        "isql-vt",
                        String.valueOf(sql),
                        "dba",
                        "dba",
                        "EXEC=DB.DBA.TTLP(file_to_string_output('fondgraf.nq'), '', '" + CORE + "', 512);")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(load.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertEquals(0, load.waitFor(), said);
        assertFalse(said.contains("Error"), said);
    }

    private void sameAnswers(Store remote) throws Exception {
        try (Server here = new Server(memory, ServerSettings.local(0));
                Server over = new Server(remote, ServerSettings.local(0))) {
            here.start();
            over.start();
            for (Path query : queries()) {
                assertEquals(
                        answer(here, query, Files.readString(query)),
                        answer(over, query, Files.readString(query)),
                        String.valueOf(query));
            }
        }
    }

    private static List<Path> queries() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("queries"))) {
            return files.filter(file -> file.toString().endsWith(".rq"))
                    .sorted()
                    .toList();
        }
    }

    /** The rows in their order. Numbers are compared by value: engines write the same decimal in several ways. */
    private List<String> answer(Server server, Path query, String text) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = client.send(
                HttpRequest.newBuilder(server.address().resolve("sparql"))
                        .header("Content-Type", "application/sparql-query")
                        .header("Accept", "application/sparql-results+json")
                        .POST(BodyPublishers.ofString(text))
                        .build(),
                BodyHandlers.ofInputStream());
        byte[] body = response.body().readAllBytes();
        assertEquals(
                200, response.statusCode(), query + ": " + new String(body, java.nio.charset.StandardCharsets.UTF_8));
        RowSet rows = RowSet.adapt(ResultSetMgr.read(new ByteArrayInputStream(body), ResultSetLang.RS_JSON));
        List<String> read = new ArrayList<>();
        rows.forEachRemaining(row -> {
            StringBuilder line = new StringBuilder();
            rows.getResultVars()
                    .forEach(variable -> line.append(row.contains(variable) ? written(row.get(variable)) : "-")
                            .append(' '));
            read.add(line.toString());
        });
        return read;
    }

    private static String written(Node value) {
        return value.isLiteral() && value.getLiteralValue() instanceof Number number
                ? new BigDecimal(number.toString()).stripTrailingZeros().toPlainString()
                : value.toString();
    }
}
