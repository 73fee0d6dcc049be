package se.fondgraf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.fondgraf.describe.DatasetRecordTest;
import se.fondgraf.rdf.Iris;
import se.fondgraf.store.MemoryStore;
import se.fondgraf.web.Server;
import se.fondgraf.web.ServerSettings;

/** Releases that come into the folder of a running server, and what it says of them. */
class NewReleaseTest {
    private static final Node BEFORE = NodeFactory.createURI("http://www.w3.org/ns/dcat#previousVersion");
    private static final Map<String, Lang> FORMATS =
            Map.of("ttl", Lang.TURTLE, "nt", Lang.NTRIPLES, "jsonld", Lang.JSONLD, "rdf", Lang.RDFXML);

    @TempDir
    private Path folder;

    private final StringWriter messages = new StringWriter();

    @Test
    void theyAreOfferedWhenTheyAreSoundAndNameTheOneBefore() throws Exception {
        Path pages = Files.createDirectory(folder.resolve("pages"));
        Path dumps = folder.resolve("dumps");
        Files.copy(Projects.page(0), pages.resolve("0.txt"));
        String first = dumped(dumps, pages);
        MemoryStore store = new MemoryStore();
        PrintWriter out = new PrintWriter(messages, true);
        Loading loading = new Loading(store, true, new InputOptions(), List.of(pages), out, out);
        loading.begin();
        try (Server server = new Server(store, ServerSettings.local(0).withDumps(dumps));
                HttpClient client = HttpClient.newHttpClient()) {
            server.start();
            FollowedDumps offered = new FollowedDumps(server.dumps().orElseThrow());
            Reload reload = new Reload(List.of(loading, offered), out, out);
            String tag = tag(get(client, server, "/dataset.ttl"));
            assertEquals(List.of(), before(get(client, server, "/dataset.ttl"), Lang.TURTLE));

            Files.copy(Projects.page(1), pages.resolve("1.txt"));
            reload.one(loading);
            String second = store.current().version();
            HttpResponse<String> undumped = get(client, server, "/dataset.ttl");
            assertNotEquals(tag, tag(undumped));
            assertFalse(undumped.body().contains("/dumps/"), undumped::body);

            assertEquals(second, dumped(dumps, pages));
            reload.one(offered);
            HttpResponse<String> dumped = get(client, server, "/dataset.ttl");
            assertNotEquals(tag(undumped), tag(dumped), "the same data, and now files of it");
            for (var format : FORMATS.entrySet()) {
                HttpResponse<String> record = get(client, server, "/dataset." + format.getKey());
                assertEquals(List.of(Iris.DEFAULT_BASE + "dumps/" + first + "/"), before(record, format.getValue()));
                assertEquals(List.of(), DatasetRecordTest.complaints(graph(record, format.getValue())));
            }
            HttpResponse<String> page = get(client, server, "/dataset.html");
            assertTrue(page.body().contains("href=\"/dumps/" + first + "/\""), page::body);
            assertTrue(page.headers()
                    .firstValue("Link")
                    .orElse("")
                    .contains("</dumps/" + first + "/>; rel=\"predecessor-version\""));
            assertEquals(200, get(client, server, "/dumps/" + first + "/").statusCode());
            aDamagedOneIsNotOffered(client, server, reload, offered, dumps, second);
        }
    }

    private void aDamagedOneIsNotOffered(
            HttpClient client, Server server, Reload reload, Followed offered, Path dumps, String good)
            throws Exception {
        String bad = "0123456789abcdef";
        Path release = Files.createDirectory(dumps.resolve(bad));
        try (var files = Files.list(dumps.resolve(good))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, release.resolve(file.getFileName()));
            }
        }
        Files.createDirectory(release.resolve("changes"));
        Files.writeString(dumps.resolve("latest"), bad + "\n");
        reload.one(offered);
        assertTrue(
                messages.toString()
                        .contains("not reloaded: the release " + release + " is damaged; release " + good
                                + " in /dumps/ is still served"),
                messages::toString);
        assertEquals(
                "/dumps/" + good + "/manifest.json",
                get(client, server, "/dumps/latest/manifest.json")
                        .headers()
                        .firstValue("Content-Location")
                        .orElse(""));
        assertEquals(503, get(client, server, "/dumps/" + bad + "/").statusCode());

        // The rest of the copy comes in.
        try (var files = Files.list(dumps.resolve(good).resolve("changes"))) {
            for (Path file : files.toList()) {
                Files.copy(file, release.resolve("changes").resolve(file.getFileName()));
            }
        }
        reload.all();
        assertEquals(200, get(client, server, "/dumps/" + bad + "/").statusCode());
    }

    private static String dumped(Path dumps, Path pages) throws Exception {
        Ran made = Ran.with("dump", dumps.toString(), pages.toString());
        assertEquals(0, made.code(), made.err());
        return Files.readString(dumps.resolve("latest")).strip();
    }

    private static HttpResponse<String> get(HttpClient client, Server server, String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(server.address().resolve(path))
                        .timeout(Duration.ofMinutes(1))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String tag(HttpResponse<String> response) {
        return response.headers().firstValue("ETag").orElseThrow();
    }

    private static Graph graph(HttpResponse<String> response, Lang lang) {
        assertEquals(200, response.statusCode(), response.body());
        return RDFParser.source(new ByteArrayInputStream(response.body().getBytes(StandardCharsets.UTF_8)))
                .lang(lang)
                .base("http://wrong.example/")
                .toGraph();
    }

    private static List<String> before(HttpResponse<String> response, Lang lang) {
        return graph(response, lang).stream(NodeFactory.createURI(Iris.DEFAULT_BASE + "dataset"), BEFORE, Node.ANY)
                .map(triple -> triple.getObject().getURI())
                .toList();
    }
}
