package se.fondgraf.web.documents;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import se.fondgraf.convert.Conversion;
import se.fondgraf.convert.Progress;
import se.fondgraf.convert.Report;
import se.fondgraf.page.PublishedText;
import se.fondgraf.rdf.Iris;
import se.fondgraf.store.MemoryStore;
import se.fondgraf.web.Server;
import se.fondgraf.web.ServerSettings;

/**
 * A real server on a free port over converted pages or over statements of a test, and a client that follows nothing.
 */
final class Published implements AutoCloseable {
    final MemoryStore store = new MemoryStore();
    private final Server server;
    private final HttpClient client = HttpClient.newHttpClient();

    private Published(String base) {
        server = new Server(store, ServerSettings.local(0).withBase(base));
        server.start();
    }

    /** The pages that come with the project. */
    static Published seeds() {
        return pages(Iris.DEFAULT_BASE, Path.of("seeds"));
    }

    static Published pages(String base, Path... inputs) {
        Published published = new Published(base);
        published.store.load(sink -> {
            try (Report report = Report.none()) {
                return new Conversion(Iris.under(base), 2, Progress.NONE)
                        .run(List.of(inputs), output(sink), report, (message, rejected) -> {})
                        .version();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        return published;
    }

    private static Conversion.Output output(se.fondgraf.store.Source.Sink sink) {
        return new Conversion.Output() {
            @Override
            public void quad(Quad quad) {
                sink.quad(quad);
            }

            @Override
            public void page(String project, String page8, PublishedText text) {
                sink.page(project, page8, text.text());
            }
        };
    }

    /** What a test states. */
    static Published statements(Consumer<StreamRDF> statements) {
        Published published = new Published(Iris.DEFAULT_BASE);
        published.store.load("test", statements);
        return published;
    }

    URI address() {
        return server.address();
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return send("GET", path, headers);
    }

    HttpResponse<String> send(String method, String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.address().resolve(path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        return client.send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
    }

    /** Follows one redirect, which must stay here. */
    HttpResponse<String> follow(String path, String... headers) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(path, headers);
        return answer.statusCode() == 303 ? get(header(answer, "Location"), headers) : answer;
    }

    /** The answer to a path that no client of ours would send; status line and headers. */
    String raw(String path) throws IOException {
        return raw(path, "Host: localhost");
    }

    /** The same with headers, the host among them, that no client of ours would send. */
    String raw(String path, String... headers) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(20_000);
            String request =
                    "GET %s HTTP/1.1\r\n%s\r\nConnection: close\r\n\r\n".formatted(path, String.join("\r\n", headers));
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    /** The media type without parameters. */
    static String type(HttpResponse<?> answer) {
        return header(answer, "Content-Type").replaceFirst(";.*", "");
    }

    static Graph parsed(String text, Lang lang) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(text, lang).parse(graph);
        return graph;
    }

    @Override
    public void close() {
        client.close();
        server.stop();
    }
}
