package se.fondgraf.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.core.Quad;
import se.fondgraf.store.MemoryStore;
import se.fondgraf.web.sparql.Limits;

/** A real server on a free port, with small data, and the ways a client speaks to it. */
final class Endpoint implements AutoCloseable {
    static final String EX = "https://example.org/";
    static final String PREFIX = "PREFIX ex: <https://example.org/> ";

    final MemoryStore store = new MemoryStore();
    final Server server;
    private final HttpClient client = HttpClient.newHttpClient();

    Endpoint(Limits limits) {
        this(ServerSettings.local(0).withLimits(limits));
    }

    Endpoint(ServerSettings settings) {
        server = new Server(store, settings);
        server.start();
    }

    static Node ex(String name) {
        return NodeFactory.createURI(EX + name);
    }

    /** {@code ex:s0 ex:n "0"} and so on, and {@code ex:next} from each to the following one. */
    static void numbers(StreamRDF stream, int count) {
        for (int i = 0; i < count; i++) {
            stream.triple(Triple.create(ex("s" + i), ex("n"), NodeFactory.createLiteralString("" + i)));
            stream.triple(Triple.create(ex("s" + i), ex("next"), ex("s" + (i + 1))));
        }
        stream.quad(Quad.create(ex("graph"), ex("a"), ex("in"), ex("graph")));
        stream.quad(Quad.create(ex("other"), ex("b"), ex("in"), ex("other")));
    }

    URI uri(String pathAndQuery) {
        return server.address().resolve(pathAndQuery);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    HttpResponse<String> get(String query, String accept) throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(uri("/sparql?query=" + encoded(query))).header("Accept", accept));
    }

    HttpResponse<String> get(String query) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri("/sparql?query=" + encoded(query))));
    }

    HttpResponse<String> post(String type, String body, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri("/sparql"))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return send(request);
    }

    HttpResponse<String> post(String type, String body) throws IOException, InterruptedException {
        return post(type, body, Map.of());
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** Sends the bytes as they are and reads until the server closes. */
    String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        client.close();
        server.stop();
    }
}
