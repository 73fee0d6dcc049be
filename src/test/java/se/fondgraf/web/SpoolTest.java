package se.fondgraf.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.fondgraf.web.Endpoint.PREFIX;
import static se.fondgraf.web.Problems.assertProblem;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.fondgraf.web.sparql.Limits;

/** Results too large for memory wait on disk, and nothing of them stays there. */
class SpoolTest {
    /** Some 3 MB as CSV. */
    private static final String LARGE = rowsOf(300);

    /** Some 20 MB as CSV: more than the system takes in for a client that does not read. */
    private static final String LARGER_THAN_BUFFERS = rowsOf(2_000);

    private static String rowsOf(int letters) {
        return PREFIX + "SELECT ?s ?n (CONCAT(?n, \"" + "x".repeat(letters) + "\") AS ?x) { ?s ex:n ?n }";
    }

    private static Endpoint endpoint(Path spool, Limits limits) {
        Endpoint endpoint =
                new Endpoint(ServerSettings.local(0).withLimits(limits).withSpool(spool));
        endpoint.store.load("test", stream -> Endpoint.numbers(stream, 10_000));
        return endpoint;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static void assertEmptied(Endpoint endpoint) throws InterruptedException {
        for (int tenths = 0; endpoint.server.spooled() > 0 && tenths < 150; tenths++) {
            Thread.sleep(100);
        }
        assertEquals(0, endpoint.server.spooled(), "bytes on disk that nobody reads");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/sparql-results+json", "text/csv", "text/html"})
    void largeResultsComeWholeAndLeaveNothing(String accept, @TempDir Path folder) throws Exception {
        try (Endpoint endpoint = endpoint(folder, Limits.standard())) {
            String body = endpoint.get(LARGE, accept).body();
            assertTrue(body.length() > 3_000_000, "length " + body.length());
            // A digit stands before the letters in each row; where a page repeats the query, a quotation mark (%22).
            assertEquals(10_000, body.split("(?<!%2)[0-9]x{300}", -1).length - 1);
            assertEmptied(endpoint);
            assertEquals(List.of(), files(folder));
        }
    }

    @Test
    void aResultPastALimitLeavesNothing(@TempDir Path folder) throws Exception {
        Limits limits = Limits.standard().withBytes(2 << 20);
        try (Endpoint endpoint = endpoint(folder, limits)) {
            assertProblem(413, endpoint.get(LARGE, "text/csv"));
            assertEmptied(endpoint);
            assertEquals(List.of(), files(folder));
        }
        try (Endpoint endpoint = endpoint(
                folder, Limits.standard().withTime(Duration.ofMillis(300)).withRows(1 << 30))) {
            assertProblem(503, endpoint.get("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", "text/csv"));
            assertEmptied(endpoint);
            assertEquals(List.of(), files(folder));
        }
    }

    @Test
    void aClientThatLeavesLeavesNothing(@TempDir Path folder) throws Exception {
        try (Endpoint endpoint = endpoint(folder, Limits.standard())) {
            try (Socket socket = new Socket()) {
                socket.setReceiveBufferSize(1 << 16);
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), endpoint.server.port()));
                socket.getOutputStream()
                        .write(("GET /sparql?query=" + Endpoint.encoded(LARGER_THAN_BUFFERS)
                                        + " HTTP/1.1\r\nHost: x\r\nAccept: text/csv\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                InputStream in = socket.getInputStream();
                assertEquals('H', in.read());
                assertTrue(endpoint.server.spooled() > 1 << 20, "the rest of the result is on disk");
                assertEquals(List.of(), files(folder), "a file without a name goes with the process, whatever ends it");
            }
            assertEmptied(endpoint);
        }
    }

    @Test
    void whatAKilledRunLeftIsRemovedAtTheStart(@TempDir Path folder) throws Exception {
        Files.createFile(folder.resolve("fondgraf-result-0"));
        Path other = Files.createFile(folder.resolve("other"));
        try (Endpoint endpoint = endpoint(folder, Limits.standard())) {
            assertEquals(List.of(other), files(folder));
            assertEquals(0, endpoint.server.spooled());
        }
    }

    @Test
    void noRoomOnDiskIsSaid(@TempDir Path folder) throws Exception {
        Path gone = Files.createDirectory(folder.resolve("gone"));
        try (Endpoint endpoint = endpoint(gone, Limits.standard())) {
            Files.delete(gone);
            assertTrue(assertProblem(503, endpoint.get(LARGE, "text/csv")).contains("no room"));
            assertEquals(200, endpoint.get("ASK {}").statusCode(), "small results need no disk");
            Files.createDirectory(gone);
            assertEquals(200, endpoint.get(LARGE, "text/csv").statusCode());
        }
    }
}
