package se.fondgraf.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.fondgraf.web.Endpoint.encoded;
import static se.fondgraf.web.Problems.assertProblem;
import static se.fondgraf.web.Problems.header;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.fondgraf.web.sparql.Limits;

/** Attacks on a server over real sockets: others are served meanwhile, and it is well afterwards. */
class AttackTest {
    private static final String FOREVER = "{ ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }";
    private static final Endpoint endpoint =
            new Endpoint(Limits.standard().withTime(Duration.ofSeconds(8)).withRows(Long.MAX_VALUE));

    @BeforeAll
    static void load() {
        endpoint.store.load("test", stream -> Endpoint.numbers(stream, 3_000));
    }

    @AfterAll
    static void stop() {
        endpoint.close();
    }

    private static Socket open(String sent) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), endpoint.server.port());
        socket.setSoTimeout(30_000);
        socket.getOutputStream().write(sent.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return socket;
    }

    private static void close(List<Socket> sockets) throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    /** A light request that is told to come again, as it may be for a moment, comes again and is answered. */
    private static void assertLightRequestsAnswered(String mark) throws Exception {
        for (int i = 0; i < 5; i++) {
            HttpResponse<String> light = light(mark, i);
            for (int again = 0; light.statusCode() == 503 && again < 10; again++) {
                Thread.sleep(500);
                light = light(mark, i);
            }
            assertEquals(200, light.statusCode(), light.body());
        }
        assertEquals(
                200,
                endpoint.send(HttpRequest.newBuilder(endpoint.uri("/health"))).statusCode());
    }

    private static HttpResponse<String> light(String mark, int number) throws Exception {
        return endpoint.get("ASK { FILTER(\"%s\" != \"%d\") }".formatted(mark, number));
    }

    @Test
    void slowBodiesHoldNothingThatOthersNeed() throws Exception {
        List<Socket> sockets = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            sockets.add(open("POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\n"
                    + "Content-Length: 1000\r\n\r\nA"));
        }
        assertLightRequestsAnswered("slow");
        String answer = new String(sockets.getLast().getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        assertTrue(answer.isEmpty() || answer.startsWith("HTTP/1.1 408 "), "cut off: " + answer);
        close(sockets);
    }

    @Test
    void halfOpenConnectionsAreHarmless() throws Exception {
        List<Socket> sockets = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            sockets.add(open(i % 2 == 0 ? "" : "GET /spar"));
        }
        assertLightRequestsAnswered("half");
        close(sockets);
    }

    @Test
    void clientsThatNeverReadHoldNothingThatOthersNeed() throws Exception {
        List<Socket> sockets = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            String query = "SELECT ?s ?n (CONCAT(?n, \"%s%d\") AS ?x) { ?s <https://example.org/n> ?n }"
                    .formatted("x".repeat(1_000), i);
            sockets.add(open("GET /sparql?query=" + encoded(query) + " HTTP/1.1\r\nHost: x\r\n\r\n"));
        }
        assertLightRequestsAnswered("unread");
        close(sockets);
        for (int tenths = 0; endpoint.server.spooled() > 0 && tenths < 200; tenths++) {
            Thread.sleep(100);
        }
        assertEquals(0, endpoint.server.spooled(), "nothing stays on disk");
    }

    @Test
    void heavyQueriesLeaveRoomForLightOnes() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> heavy = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String query = "SELECT (COUNT(*) AS ?n%d) ".formatted(i) + FOREVER;
            heavy.add(CompletableFuture.supplyAsync(
                    () -> {
                        try {
                            return endpoint.get(query);
                        } catch (IOException | InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                    },
                    task -> Thread.ofVirtual().start(task)));
        }
        // The first wave of short places is over when most have been told to wait.
        Thread.sleep(3_000);
        assertLightRequestsAnswered("heavy");
        for (CompletableFuture<HttpResponse<String>> answer : heavy) {
            assertProblem(503, answer.get());
        }
        for (int tenths = 0; endpoint.server.running() > 0 && tenths < 50; tenths++) {
            Thread.sleep(100);
        }
        assertEquals(0, endpoint.server.running(), "recovered within five seconds");
    }

    @Test
    void aFloodFromOneAddressIsRefusedWhileOthersAreServed() throws Exception {
        Set<InetAddress> proxy = Set.of(InetAddress.getLoopbackAddress());
        try (Endpoint behind =
                new Endpoint(ServerSettings.local(0).withTraffic(new Traffic(proxy, OptionalInt.of(20))))) {
            List<Integer> statuses = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                HttpResponse<String> response = behind.send(HttpRequest.newBuilder(behind.uri("/health"))
                        .header("X-Forwarded-For", "203.0.113.9, 198.51.100.7"));
                statuses.add(response.statusCode());
                if (response.statusCode() == 429) {
                    assertFalse(header(response, "Retry-After").isEmpty());
                    assertProblem(429, response.body());
                }
            }
            assertTrue(statuses.contains(429), "a flood is refused");
            for (String forwarded : List.of("for=198.51.100.8;proto=http", "for=\"[2001:db8::1]:4711\"")) {
                assertEquals(
                        200,
                        behind.send(HttpRequest.newBuilder(behind.uri("/health"))
                                        .header("Forwarded", forwarded))
                                .statusCode(),
                        "others are served");
            }
        }
        try (Endpoint open =
                new Endpoint(ServerSettings.local(0).withTraffic(new Traffic(Set.of(), OptionalInt.of(20))))) {
            boolean refused = false;
            for (int i = 0; i < 300 && !refused; i++) {
                refused = open.send(HttpRequest.newBuilder(open.uri("/health"))
                                        .header("X-Forwarded-For", "198.51.100." + i % 250)
                                        .header("Forwarded", "for=198.51.100." + i % 250))
                                .statusCode()
                        == 429;
            }
            assertTrue(refused, "nobody escapes by naming other addresses");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /sparql HTTP/1.1\nHost: x\n\n",
                "GET /sparql HTTP/1.1\r\nHost: x\r\nX: a\r\n b\r\n\r\n",
                "GET /sparql HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
                "GET /sparql HTTP/1.1\r\n\r\n",
                "POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabc",
                "GET /sparql HTTP/1.1\r\nHost : x\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /%c0%af HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /%00 HTTP/1.1\r\nHost: x\r\n\r\n",
            })
    void looseHttpIsRefused(String request) throws Exception {
        try (Socket socket = open(request)) {
            String answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.ISO_8859_1);
            assertTrue(answer.matches("HTTP/1.1 (400|404|505)"), request + " got " + answer);
        }
    }

    @Test
    void headersPastTheLimitAreRefused() throws Exception {
        try (Socket socket = open("GET /sparql HTTP/1.1\r\nHost: x\r\nX: ")) {
            try {
                for (int i = 0; i < 300; i++) {
                    socket.getOutputStream().write("x".repeat(1024).getBytes(StandardCharsets.US_ASCII));
                }
            } catch (IOException e) {
                assertTrue(true, "the server need not read on");
            }
            String answer;
            try {
                answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.ISO_8859_1);
            } catch (IOException e) {
                answer = "";
            }
            assertTrue(answer.isEmpty() || answer.equals("HTTP/1.1 431"), answer);
        }
        assertLightRequestsAnswered("headers");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:80", "127.0.0.1\\evil"})
    void hostsAreNeverBelieved(String host) throws Exception {
        for (String path : List.of(
                "/",
                "/sparql",
                "//evil.example/",
                "/\\evil.example",
                "/health",
                "/queries",
                "/queries/projects?limit=1",
                "/dataset",
                "/.well-known/void",
                "/ontology",
                "/ontology/shapes",
                "/openapi.json",
                "/robots.txt",
                "/sitemap.xml",
                "/reconcile",
                "/dumps/",
                "/dumps/latest",
                "/id/x/y",
                "/doc/x/y")) {
            for (String accept : List.of("text/turtle", "text/html", "application/json")) {
                String answer = endpoint.raw(String.join(
                        "\r\n",
                        "GET " + path + " HTTP/1.1",
                        "Host: " + host,
                        "X-Forwarded-Host: evil.example",
                        "X-Forwarded-Proto: gopher",
                        "X-Forwarded-Prefix: //evil.example",
                        "Forwarded: host=evil.example;for=1.2.3.4",
                        "X-Original-URL: //evil.example",
                        "Accept: " + accept,
                        "Connection: close",
                        "",
                        ""));
                assertTrue(answer.startsWith("HTTP/1.1 "), answer);
                assertFalse(answer.contains("evil.example") || answer.contains("gopher"), answer);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT (GROUP_CONCAT(CONCAT(STR(?a), STR(?d), STR(?i))) AS ?x) ",
                "SELECT (COUNT(*) AS ?x) { SELECT DISTINCT ?a ?d ?g ",
                "SELECT (COUNT(DISTINCT CONCAT(STR(?a), STR(?d), STR(?g))) AS ?x) ",
                "SELECT ?a (SUM(?n) AS ?x) ",
            })
    void memoryIsBounded(String select) throws Exception {
        String end = select.contains("SUM") ? " GROUP BY ?a ?d ?g" : select.contains("{") ? " }" : "";
        assertEquals(
                503, endpoint.get((select + FOREVER + end).replace("?n", "1")).statusCode());
        assertLightRequestsAnswered("memory");
    }

    /** Which limit it meets first, of memory, time or bytes, depends on how quickly rows are written. */
    @Test
    void rowsWithoutEndAreRefused() throws Exception {
        int status = endpoint.get("SELECT DISTINCT ?a ?d ?g " + FOREVER).statusCode();
        assertTrue(status == 503 || status == 413, () -> "status " + status);
        assertLightRequestsAnswered("rows");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SHA512(CONCAT(STR(?a), STR(?d), STR(?g)))",
                "REPLACE(CONCAT(STR(?a), STR(?d), STR(?g)), \"(.)\", \"$1$1$1$1\")",
                "DESC(STRLEN(CONCAT(STR(?a), STR(?d), STR(?g)))) STR(?i)",
            })
    void costlySortingIsStopped(String key) throws Exception {
        assertEquals(
                503,
                endpoint.get("SELECT * " + FOREVER + " ORDER BY " + (key.startsWith("DESC") ? key : "(" + key + ")"))
                        .statusCode());
        assertLightRequestsAnswered("sorting");
    }
}
