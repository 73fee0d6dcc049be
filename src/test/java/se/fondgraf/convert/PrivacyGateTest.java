package se.fondgraf.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.fondgraf.describe.Operator;
import se.fondgraf.dump.ReleaseBuilder;
import se.fondgraf.dump.ReleaseFolder;
import se.fondgraf.page.PublishedText;
import se.fondgraf.publish.RdfSyntax;
import se.fondgraf.publish.SortedQuads;
import se.fondgraf.rdf.Iris;
import se.fondgraf.store.MemoryStore;
import se.fondgraf.store.Source;
import se.fondgraf.web.Server;
import se.fondgraf.web.ServerSettings;

/**
 * No contact value of any input is in any output. What is private is found here by rough means of the test's own, so
 * that a hole in the parser is not a hole in the gate.
 */
class PrivacyGateTest {
    private static final List<Path> INPUTS =
            List.of(Path.of("seeds"), Path.of("src/test/resources/pages"), Path.of("src/test/resources/nasty"));

    private static final Pattern MAIL = Pattern.compile("[\\p{L}\\d._%+-]+@[\\p{L}\\d.-]+\\.\\p{L}{2,}");
    private static final Pattern CONTACT =
            Pattern.compile("(?m)^Kontaktperson:?[ ]*\\n?(\\p{Lu}[\\p{L} .-]+ \\p{Lu}[\\p{L}.-]+)$");
    /** One trap has an organisation for its contact, which is no person. */
    private static final String OFFICE = "Samordningsförbund";

    private static final Pattern PHONE = Pattern.compile("(?m)^Telefonnummer:?[ ]*\\n?([\\d+][\\d ()+-]{5,})$");

    @Test
    void nothingPrivateGetsOut() throws IOException {
        Set<String> secrets = secrets();
        assertTrue(secrets.size() > 20, "the gate has something to look for: " + secrets.size());
        List<String> leaks = new ArrayList<>();
        for (RdfSyntax syntax : RdfSyntax.values()) {
            Converted converted = Converted.of(syntax, 2, INPUTS);
            find(secrets, syntax + " output", converted.text(), leaks);
            find(secrets, "report", converted.report(), leaks);
            find(secrets, "messages", String.join("\n", converted.messages()), leaks);
        }
        assertEquals(List.of(), leaks);
    }

    @Test
    void noReleaseHoldsAnyOfIt(@TempDir Path folder) throws Exception {
        try (ReleaseFolder releases = ReleaseFolder.open(folder);
                SortedQuads quads = new SortedQuads()) {
            Conversion.Result result = new Conversion(Iris.under(Iris.DEFAULT_BASE), 2, Progress.NONE)
                    .run(INPUTS, quads, (message, rejected) -> {});
            new ReleaseBuilder(releases, Iris.DEFAULT_BASE, Operator.standard(), 2, ReleaseBuilder.Listener.NONE)
                    .build(result.version(), quads, Optional.empty());
        }
        List<String> leaks = new ArrayList<>();
        Set<String> secrets = secrets();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                try (InputStream in = Files.newInputStream(file)) {
                    InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
                    find(secrets, file.toString(), new String(plain.readAllBytes(), StandardCharsets.UTF_8), leaks);
                }
            }
        }
        assertEquals(List.of(), leaks);
    }

    /** What is read over HTTP: every page's text as it is published, and every project's document. */
    @Test
    void nothingPrivateIsServed() throws Exception {
        MemoryStore store = new MemoryStore();
        List<String> paths = new ArrayList<>();
        store.load(sink -> load(sink, paths));
        Node project = NodeFactory.createURI("https://w3id.org/fondgraf/ontology#Project");
        store.current().dataset().stream(Node.ANY, Node.ANY, RDF.Nodes.type, project)
                .map(quad -> "/doc/" + quad.getSubject().getURI().substring((Iris.DEFAULT_BASE + "id/").length()))
                .forEach(path -> Stream.of("html", "nt", "jsonld").forEach(form -> paths.add(path + "." + form)));
        assertTrue(paths.size() > 100, "pages and projects: " + paths.size());
        List<String> leaks = new ArrayList<>();
        Set<String> secrets = secrets();
        try (Server server = new Server(store, ServerSettings.local(0));
                HttpClient client = HttpClient.newHttpClient()) {
            server.start();
            for (String path : paths) {
                HttpResponse<String> answer = client.send(
                        HttpRequest.newBuilder(server.address().resolve(path)).build(), BodyHandlers.ofString());
                assertEquals(200, answer.statusCode(), path);
                find(secrets, path, answer.headers().map() + answer.body(), leaks);
            }
        }
        assertEquals(List.of(), leaks);
    }

    /** Adds to the paths where each page's text is. */
    private static String load(Source.Sink sink, List<String> paths) {
        Conversion.Output output = new Conversion.Output() {
            @Override
            public void quad(Quad quad) {
                sink.quad(quad);
            }

            @Override
            public void page(String project, String page8, PublishedText text) {
                sink.page(project, page8, text.text());
                Stream.of("txt", "html").forEach(form -> paths.add("/page/%s/%s.%s".formatted(project, page8, form)));
            }
        };
        try (Report report = Report.none()) {
            return new Conversion(Iris.under(Iris.DEFAULT_BASE), 2, Progress.NONE)
                    .run(INPUTS, output, report, (message, rejected) -> {})
                    .version();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same pages as records, in archives and as HTML: each door has a gate. */
    @Test
    void nothingPrivateGetsOutByOtherDoors(@TempDir Path folder) throws IOException {
        Set<String> secrets = secrets();
        List<String> leaks = new ArrayList<>();
        byte[] records = InputFormsTest.extracted(2, INPUTS);
        find(secrets, "records", new String(records, StandardCharsets.UTF_8), leaks);
        Path doors = Files.createDirectory(folder.resolve("doors"));
        Files.write(doors.resolve("records.jsonl.gz"), InputFormsTest.gzip(records));
        long pages = 0;
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(doors.resolve("pages.zip")))) {
            for (Path input : INPUTS) {
                try (Stream<Path> files = Files.list(input)) {
                    for (Path file : files.filter(found -> found.toString().endsWith(".txt"))
                            .sorted()
                            .toList()) {
                        zip.putNextEntry(new ZipEntry("mapp/" + file.getFileName()));
                        zip.write(Files.readAllBytes(file));
                        Files.writeString(doors.resolve(file.getFileName() + ".html"), html(text(file)));
                        pages++;
                    }
                }
            }
        }
        Converted converted = Converted.of(doors);
        assertTrue(converted.result().pages() > 2 * pages, converted.result().pages() + " of " + pages);
        find(secrets, "output", converted.text(), leaks);
        find(secrets, "report", converted.report(), leaks);
        find(secrets, "messages", String.join("\n", converted.messages()), leaks);
        find(
                secrets,
                "records of them",
                new String(InputFormsTest.extracted(1, List.of(doors)), StandardCharsets.UTF_8),
                leaks);
        assertEquals(List.of(), leaks);
    }

    /** Line by line, with links where a site has them. */
    private static String html(String text) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;");
        String linked = MAIL.matcher(escaped).replaceAll("<a href=\"mailto:$0\">$0</a>");
        return "<!DOCTYPE html><html><body><p>"
                + linked.replace("\n\n", "</p>\n<p>").replace("\n", "<br>\n") + "</p></body></html>";
    }

    private static void find(Set<String> secrets, String where, String text, List<String> leaks) {
        String folded = text.toLowerCase(java.util.Locale.ROOT);
        secrets.stream().filter(folded::contains).forEach(secret -> leaks.add(where + ": " + secret));
    }

    private static Set<String> secrets() throws IOException {
        Set<String> secrets = new TreeSet<>();
        for (Path folder : INPUTS) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file :
                        files.filter(found -> found.toString().endsWith(".txt")).toList()) {
                    String text = text(file);
                    for (Pattern pattern : List.of(MAIL, CONTACT, PHONE)) {
                        Matcher matcher = pattern.matcher(text);
                        while (matcher.find()) {
                            String found = matcher.group(matcher.groupCount()).strip();
                            if (!found.endsWith(OFFICE)) {
                                secrets.add(found.toLowerCase(java.util.Locale.ROOT));
                            }
                        }
                    }
                }
            }
        }
        return secrets;
    }

    private static String text(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String utf8 = new String(bytes, StandardCharsets.UTF_8);
        String text = utf8.indexOf('\uFFFD') >= 0 ? new String(bytes, Charset.forName("windows-1252")) : utf8;
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
