package se.fondgraf.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What all resources share, held by a few small ones on a real server. */
class FrontTest {
    private static final String LONG = "åäö ".repeat(1000);

    private static final Server SERVER = new Server();
    private static final ServerConnector CONNECTOR = new ServerConnector(SERVER);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws Exception {
        List<Route> routes = List.of(
                Route.read("/things/*", request -> Reply.ok("text/plain", Content.of("thing " + request.path()))),
                Route.read("/things/one", request -> Reply.ok("text/plain", Content.of("the one"))),
                Route.read(
                        "/long",
                        request -> Reply.ok("text/plain", Content.of(LONG))
                                .tagged("v1", "long")
                                .varyingBy("Accept")
                                .keptFor(60)),
                Route.ask(
                        "/echo",
                        request -> Reply.ok(
                                "text/plain",
                                Content.of(request.form(100).one("x").orElse("none")))),
                Route.read("/there", request -> Reply.seeOther("/things/one")),
                Route.read("/cut", request -> Reply.ok("text/plain", cut(new IOException("the disk is gone")))),
                Route.read("/torn", request -> Reply.ok("text/plain", cut(new IllegalStateException("secret inside")))),
                Route.read("/unread", request -> {
                    throw new IOException("secret inside");
                }),
                Route.read("/broken", request -> {
                    throw new IllegalStateException("secret inside");
                }));
        ServletContextHandler context = new ServletContextHandler();
        Exchanges exchanges =
                new Exchanges((status, name, sentence, languages) -> Content.of(sentence), new ReplyCache(() -> "v1"));
        context.addServlet(new ServletHolder(new Front(routes, exchanges)), "/*");
        SERVER.addConnector(CONNECTOR);
        SERVER.setHandler(context);
        SERVER.start();
    }

    @AfterAll
    static void stop() throws Exception {
        CLIENT.close();
        SERVER.stop();
    }

    /** Two mebibytes that cannot be packed, of which half comes. */
    private static Content cut(Exception failure) {
        return new Content() {
            @Override
            public long size() {
                return 2 << 20;
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                byte[] half = new byte[1 << 20];
                new Random(17).nextBytes(half);
                out.write(half);
                if (failure instanceof IOException known) {
                    throw known;
                }
                throw (RuntimeException) failure;
            }
        };
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + CONNECTOR.getLocalPort() + path));
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @ParameterizedTest
    @CsvSource({"/things/one, the one", "/things/two, thing /things/two", "/things/, thing /things/"})
    void theRouteThatFitsBestAnswers(String path, String body) throws Exception {
        HttpResponse<byte[]> response = send(request(path));
        assertEquals(200, response.statusCode());
        assertEquals(body, text(response));
        assertEquals(
                "text/plain;charset=utf-8", header(response, "Content-Type").replace("; ", ";"));
    }

    @ParameterizedTest
    @CsvSource({"/", "/things", "/thingsx", "/Long", "/long/", "/long/x"})
    void nothingElseIsThere(String path) throws Exception {
        HttpResponse<byte[]> response = send(request(path));
        assertEquals(404, response.statusCode());
        assertEquals("application/problem+json", header(response, "Content-Type"));
        assertEquals("*", header(response, "Access-Control-Allow-Origin"));
        assertEquals("nosniff", header(response, "X-Content-Type-Options"));
    }

    @Test
    void otherMethodsAreToldWhichThereAre() throws Exception {
        HttpResponse<byte[]> response = send(request("/long").DELETE());
        assertEquals(405, response.statusCode());
        assertEquals("GET, HEAD", header(response, "Allow"));
        HttpResponse<byte[]> options = send(request("/echo").method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
        assertEquals(204, options.statusCode());
        assertEquals("GET, HEAD, POST, OPTIONS", header(options, "Allow"));
        assertEquals("", header(options, "Access-Control-Allow-Methods"));
    }

    @Test
    void compressesWhenAskedAndHeadSaysTheSame() throws Exception {
        HttpResponse<byte[]> plain = send(request("/long"));
        assertEquals(LONG, text(plain));
        assertEquals("Accept, Accept-Encoding", header(plain, "Vary"));
        assertEquals("public, max-age=60", header(plain, "Cache-Control"));
        HttpResponse<byte[]> compressed = send(request("/long").header("Accept-Encoding", "br;q=1.0, gzip;q=0.8"));
        assertEquals("gzip", header(compressed, "Content-Encoding"));
        try (GZIPInputStream in = new GZIPInputStream(new java.io.ByteArrayInputStream(compressed.body()))) {
            assertEquals(LONG, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        assertTrue(!header(plain, "ETag").equals(header(compressed, "ETag")), "each variant has its own tag");
        HttpResponse<byte[]> head =
                send(request("/long").header("Accept-Encoding", "gzip").HEAD());
        assertEquals(
                compressed.headers().map().get("Content-Length"),
                head.headers().map().get("Content-Length"));
        assertEquals(header(compressed, "ETag"), header(head, "ETag"));
        assertEquals(0, head.body().length);
    }

    @ParameterizedTest
    @CsvSource({"gzip;q=0", "identity", "'*, gzip;q=0'", "br"})
    void doesNotCompressUnasked(String encoding) throws Exception {
        HttpResponse<byte[]> response = send(request("/long").header("Accept-Encoding", encoding));
        assertEquals("", header(response, "Content-Encoding"));
        assertEquals(LONG, text(response));
    }

    @Test
    void whoHasItAlreadyGetsNoBody() throws Exception {
        String tag = header(send(request("/long")), "ETag");
        for (String known : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
            HttpResponse<byte[]> response = send(request("/long").header("If-None-Match", known));
            assertEquals(304, response.statusCode(), known);
            assertEquals(0, response.body().length);
            assertEquals(tag, header(response, "ETag"));
            assertEquals("public, max-age=60", header(response, "Cache-Control"));
            assertEquals("Accept, Accept-Encoding", header(response, "Vary"));
        }
        assertEquals(
                200, send(request("/long").header("If-None-Match", "\"other\"")).statusCode());
        assertEquals(
                200,
                send(request("/long").header("If-None-Match", tag).header("Accept-Encoding", "gzip"))
                        .statusCode());
    }

    @Test
    void bodiesAreReadStrictly() throws Exception {
        String form = "application/x-www-form-urlencoded";
        HttpRequest.Builder echo = request("/echo").header("Content-Type", form);
        assertEquals("å", text(send(echo.POST(HttpRequest.BodyPublishers.ofString("x=%C3%A5")))));
        assertEquals(
                400,
                send(echo.POST(HttpRequest.BodyPublishers.ofString("x=%zz"))).statusCode());
        assertEquals(
                400,
                send(echo.POST(HttpRequest.BodyPublishers.ofString("x=1&x=2"))).statusCode());
        assertEquals(
                413,
                send(echo.POST(HttpRequest.BodyPublishers.ofString("x=" + "y".repeat(200))))
                        .statusCode());
    }

    @Test
    void ourFailuresSayNothingOfTheInside() throws Exception {
        HttpResponse<byte[]> response = send(request("/broken"));
        assertEquals(500, response.statusCode());
        assertTrue(text(response).matches(".*under number \\d+.*"), text(response));
        assertTrue(!text(response).contains("secret") && !text(response).contains("Exception"), text(response));
    }

    /** Packed, so without a length ahead by which a client would notice. */
    @ParameterizedTest
    @CsvSource({"/cut, gzip", "/cut, identity", "/torn, gzip", "/torn, identity"})
    void anAnswerThatBreaksOffIsNeverTakenForWhole(String path, String encoding) throws Exception {
        HttpRequest.Builder asked = request(path).header("Accept-Encoding", encoding);
        assertThrows(IOException.class, () -> send(asked));
        assertEquals(200, send(request("/long")).statusCode(), "others are served");
    }

    @Test
    void whatCannotBeReadIsNoEmptyAnswer() throws Exception {
        HttpResponse<byte[]> response = send(request("/unread"));
        assertEquals(500, response.statusCode());
        assertTrue(text(response).matches(".*under number \\d+.*"), text(response));
    }

    /** A body that stops is no body. */
    @Test
    void aBodyThatStopsIsRefused() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), CONNECTOR.getLocalPort())) {
            socket.getOutputStream()
                    .write(("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n"
                                    + "Content-Type: application/x-www-form-urlencoded\r\n\r\nx=1")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.isEmpty() || answer.startsWith("HTTP/1.1 400 "), answer);
        }
    }

    @Test
    void leadsElsewhere() throws Exception {
        HttpResponse<byte[]> response = send(request("/there"));
        assertEquals(303, response.statusCode());
        assertEquals("/things/one", header(response, "Location"));
    }
}
