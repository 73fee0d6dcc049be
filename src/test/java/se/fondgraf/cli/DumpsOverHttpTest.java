package se.fondgraf.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.fondgraf.describe.DatasetRecordTest;
import se.fondgraf.store.MemoryStore;
import se.fondgraf.web.Server;
import se.fondgraf.web.ServerSettings;

/** A release made by {@code dump}, downloaded from a real server. */
class DumpsOverHttpTest {
    @TempDir
    static Path folder;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static Server server = new Server(new MemoryStore(), ServerSettings.local(0));
    private static String version = "";

    @BeforeAll
    static void start() throws Exception {
        Path releases = folder.resolve("releases");
        Ran made = Ran.with("dump", releases.toString(), "seeds");
        assertEquals(0, made.code(), made.err());
        version = Files.readString(releases.resolve("latest")).strip();
        copyDamaged(releases, "0123456789abcdef");
        MemoryStore store = new MemoryStore();
        new Run(new InputOptions(), new PrintWriter(Writer.nullWriter())).load(store, List.of(Path.of("seeds")));
        assertEquals(version, store.current().version(), "what is served is what is offered");
        server = new Server(store, ServerSettings.local(0).withDumps(releases));
        server.start();
    }

    private static void copyOf(Path releases, String name) throws Exception {
        Path copies = releases.resolve(name);
        try (var files = Files.walk(releases.resolve(version))) {
            for (Path file : files.toList()) {
                Files.copy(
                        file,
                        copies.resolve(
                                releases.resolve(version).relativize(file).toString()));
            }
        }
    }

    /** The same release under another name, with one byte changed. */
    private static void copyDamaged(Path releases, String name) throws Exception {
        copyOf(releases, name);
        Path table = releases.resolve(name).resolve("projects.csv");
        byte[] bytes = Files.readAllBytes(table);
        bytes[bytes.length / 2] ^= 1;
        Files.write(table, bytes);
    }

    @AfterAll
    static void stop() {
        CLIENT.close();
        server.stop();
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static byte[] onDisk(String file) throws Exception {
        return Files.readAllBytes(folder.resolve("releases").resolve(version).resolve(file));
    }

    private static String file(String name) {
        return "/dumps/" + version + "/" + name;
    }

    @Test
    void everyFileIsThereAsItWasWritten() throws Exception {
        HttpResponse<byte[]> list = send(request("/dumps/" + version + "/"));
        JsonNode files = new JsonMapper().readTree(list.body()).path("files");
        assertTrue(files.size() > 10, "the files of a release");
        for (JsonNode entry : files) {
            HttpResponse<byte[]> response =
                    send(request(entry.path("address").asText()).header("Accept-Encoding", "gzip"));
            assertEquals(200, response.statusCode());
            assertArrayEquals(onDisk(entry.path("path").asText()), response.body());
            assertEquals("", header(response, "Content-Encoding"), "a packed file is a file");
            assertEquals(
                    entry.path("mediaType").asText().replace(" ", ""),
                    header(response, "Content-Type").replace(" ", ""));
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(response.body());
            assertEquals(
                    "sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":", header(response, "Repr-Digest"));
            assertEquals("bytes", header(response, "Accept-Ranges"));
            assertEquals(
                    "</dataset>; rel=\"collection\", <%s>; rel=\"describedby\"; type=\"application/json\""
                            .formatted(file("manifest.json")),
                    header(response, "Link"));
            assertTrue(header(response, "ETag").matches("\"[^\"]+\""), "a strong tag");
            assertTrue(header(response, "Cache-Control").contains("immutable"));
            assertTrue(
                    header(response, "Content-Disposition").startsWith("attachment; filename=\"fondgraf-" + version));
        }
    }

    @Test
    void headAndConditionsSaveTheBody() throws Exception {
        HttpResponse<byte[]> whole = send(request(file("projects.csv")));
        HttpResponse<byte[]> head = send(request(file("projects.csv")).HEAD());
        assertEquals(0, head.body().length);
        for (String name : List.of("Content-Length", "ETag", "Last-Modified", "Content-Type")) {
            assertEquals(header(whole, name), header(head, name));
        }
        HttpResponse<byte[]> known = send(request(file("projects.csv")).header("If-None-Match", header(whole, "ETag")));
        assertEquals(304, known.statusCode());
        HttpResponse<byte[]> unchanged =
                send(request(file("projects.csv")).header("If-Modified-Since", header(whole, "Last-Modified")));
        assertEquals(304, unchanged.statusCode());
        assertEquals(header(whole, "ETag"), header(unchanged, "ETag"));
        assertEquals(
                200,
                send(request(file("projects.csv")).header("If-Modified-Since", "Sat, 01 Jan 2000 00:00:00 GMT"))
                        .statusCode());
    }

    @ParameterizedTest
    @CsvSource({"bytes=0-0, 0, 1", "bytes=2-5, 2, 6", "bytes=5-, 5, -1", "bytes=-7, -7, -1", "bytes=0-999999999, 0, -1"
    })
    void partsAreGiven(String range, int from, int to) throws Exception {
        byte[] file = onDisk("projects.csv");
        int first = from < 0 ? file.length + from : from;
        int end = to < 0 ? file.length : to;
        HttpResponse<byte[]> part = send(request(file("projects.csv")).header("Range", range));
        assertEquals(206, part.statusCode());
        assertArrayEquals(Arrays.copyOfRange(file, first, end), part.body());
        assertEquals("bytes %d-%d/%d".formatted(first, end - 1, file.length), header(part, "Content-Range"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"bytes=0-1,3-4", "bytes=5-2", "bytes=", "bytes=x-", "lines=1-2", "bytes=99999999999999999999-"})
    void otherWishesGetTheWhole(String range) throws Exception {
        HttpResponse<byte[]> response = send(request(file("projects.csv")).header("Range", range));
        assertEquals(200, response.statusCode());
        assertArrayEquals(onDisk("projects.csv"), response.body());
    }

    @Test
    void partsOutsideAreRefusedAndOldOnesNotMixed() throws Exception {
        int size = onDisk("projects.csv").length;
        HttpResponse<byte[]> outside = send(request(file("projects.csv")).header("Range", "bytes=" + size + "-"));
        assertEquals(416, outside.statusCode());
        assertEquals("bytes */" + size, header(outside, "Content-Range"));
        HttpRequest.Builder mixed = request(file("projects.csv")).header("Range", "bytes=0-3");
        assertEquals(200, send(mixed.copy().header("If-Range", "\"other\"")).statusCode());
        String tag = header(send(request(file("projects.csv"))), "ETag");
        assertEquals(206, send(mixed.copy().header("If-Range", tag)).statusCode());
        String changed = header(send(request(file("projects.csv"))), "Last-Modified");
        assertEquals(206, send(mixed.copy().header("If-Range", changed)).statusCode());
        assertEquals(200, send(mixed.copy().header("If-Range", "W/" + tag)).statusCode());
    }

    @Test
    void manyRangesAndTagsAreNoMoreWorkThanOne() throws Exception {
        byte[] file = onDisk("projects.csv");
        String ranges = "bytes=" + "0-,".repeat(2_000) + "0-";
        HttpResponse<byte[]> whole = send(request(file("projects.csv")).header("Range", ranges));
        assertEquals(200, whole.statusCode());
        assertArrayEquals(file, whole.body());
        String tag = header(whole, "ETag");
        HttpRequest.Builder known =
                request(file("projects.csv")).header("If-None-Match", "\"x\", ".repeat(1_000) + "W/" + tag);
        assertEquals(304, send(known).statusCode());
        for (String odd : List.of("\"", ",,,", "W/", "\"" + "x".repeat(5_000), tag.substring(1))) {
            assertEquals(
                    200,
                    send(request(file("projects.csv")).header("If-None-Match", odd))
                            .statusCode(),
                    odd);
        }
    }

    @Test
    void latestIsToBeAskedAgain() throws Exception {
        HttpResponse<byte[]> latest = send(request("/dumps/latest/projects.csv"));
        assertArrayEquals(onDisk("projects.csv"), latest.body());
        assertEquals("no-cache", header(latest, "Cache-Control"));
        assertEquals(file("projects.csv"), header(latest, "Content-Location"));
        JsonNode list = new JsonMapper().readTree(send(request("/dumps/")).body());
        assertEquals("/dumps/" + version + "/", list.path("latest").asText());
        String page = new String(
                send(request("/dumps/" + version + "/").header("Accept", "text/html"))
                        .body(),
                StandardCharsets.UTF_8);
        assertTrue(page.contains("projects.csv") && page.contains("<table>"), page);
    }

    /** A portal finds the files in the record, with sizes and checksums. */
    @Test
    void theRecordNamesEveryForm() throws Exception {
        String record = new String(send(request("/dataset.nt")).body(), StandardCharsets.UTF_8);
        for (String form : List.of("core.nt.gz", "core.ttl.gz", "all.nq.gz", "projects.csv")) {
            assertTrue(record.contains("/dumps/" + version + "/" + form + ">"), form + " in\n" + record);
        }
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(onDisk("core.nt.gz"));
        assertTrue(record.contains(java.util.HexFormat.of().formatHex(digest)), record);
        assertTrue(!record.contains("0123456789abcdef"), "what is damaged is not offered");
        Graph harvested = RDFParser.create()
                .source(new ByteArrayInputStream(send(request("/dataset.rdf")).body()))
                .lang(Lang.RDFXML)
                .base("http://wrong.example/")
                .toGraph();
        assertEquals(List.of(), DatasetRecordTest.complaints(harvested));
    }

    /** Signposts lead a machine from the landing page to each file, VoID to those that hold RDF. */
    @Test
    void everyFileIsPointedAt() throws Exception {
        String home = "http://127.0.0.1:" + server.port();
        String links = header(send(request("/dataset").header("Accept", "text/html")), "Link");
        String described = new String(
                send(request("/.well-known/void").header("Accept", "application/n-triples"))
                        .body(),
                StandardCharsets.UTF_8);
        JsonNode files = new JsonMapper()
                .readTree(send(request("/dumps/" + version + "/")).body())
                .path("files");
        int items = 0;
        for (JsonNode entry : files) {
            String address = entry.path("address").asText();
            String path = entry.path("path").asText();
            boolean dump = path.matches("[a-z]+\\.(nt|nq|ttl|trig|rdf|jsonld)\\.gz");
            boolean table = path.endsWith(".csv");
            assertEquals(
                    dump,
                    described.contains("<http://rdfs.org/ns/void#dataDump> <" + home + address + ">"),
                    path + " in\n" + described);
            if (dump || table) {
                assertTrue(links.contains("<" + address + ">; rel=\"item\"; type="), path + " in " + links);
                items++;
            }
        }
        assertTrue(items > 10, "files pointed at: " + items);
    }

    @Test
    void packedFilesAndChecksumsAreWhatTheySeem() throws Exception {
        assertEquals("application/gzip", header(send(request(file("core.nt.gz"))), "Content-Type"));
        HttpResponse<byte[]> sums = send(request(file("SHA256SUMS")));
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(onDisk("core.nt.gz"));
        String line = java.util.HexFormat.of().formatHex(digest) + "  core.nt.gz\n";
        assertTrue(new String(sums.body(), StandardCharsets.UTF_8).contains(line));
    }

    @Test
    void whatIsDamagedIsNotServed() throws Exception {
        assertEquals(503, send(request("/dumps/0123456789abcdef/projects.csv")).statusCode());
    }

    /** What a link leads to was never a file of the release, whatever it holds. */
    @Test
    void linksAreNotFollowed() throws Exception {
        Path releases = folder.resolve("releases");
        Path link = Files.createSymbolicLink(releases.resolve("00000000000000aa"), releases.resolve(version));
        copyOf(releases, "00000000000000bb");
        Path table = releases.resolve("00000000000000bb").resolve("projects.csv");
        Files.delete(table);
        Files.createSymbolicLink(table, releases.resolve(version).resolve("projects.csv"));
        assertEquals(404, send(request("/dumps/00000000000000aa/projects.csv")).statusCode());
        assertEquals(503, send(request("/dumps/00000000000000bb/projects.csv")).statusCode());
        Files.delete(link);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/dumps/none/projects.csv",
                "/dumps/latest/.lock",
                "/dumps/latest/../latest",
                "/dumps/.lock",
                "/dumps/latest/projects.csv/",
                "/dumps/latest/%2e%2e/latest",
                "/dumps/latest//projects.csv",
                "/dumps/ffffffffffffffff/projects.csv",
            })
    void nothingElseOfTheDiskIsThere(String path) throws Exception {
        int status = send(request(path)).statusCode();
        assertTrue(status == 404 || status == 400, path + " gave " + status);
    }
}
