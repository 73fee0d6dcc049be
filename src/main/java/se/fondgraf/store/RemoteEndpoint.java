package se.fondgraf.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * A SPARQL endpoint elsewhere, asked by POST. An answer comes whole or not at all; redirects are not followed, so that
 * nothing but the configured address is ever asked.
 */
final class RemoteEndpoint {
    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final int BUFFER = 1 << 14;
    private static final int OK = 200;

    /** What Virtuoso adds to an answer that it cut, at its own limit of rows or of time. */
    private static final List<String> CUT = List.of("X-SPARQL-MaxRows", "X-SQL-State");

    private final URI address;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECTING)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    RemoteEndpoint(URI address) {
        this.address = address;
    }

    URI address() {
        return address;
    }

    /**
     * The bytes of the answer.
     *
     * @param accept media types
     * @param bytes the most that are taken
     * @throws RemoteException when it does not come whole within that time and size
     */
    RemoteAnswer ask(String query, RemoteGraphs graphs, String accept, Duration time, long bytes) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(time)
                .header("Accept", accept)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(query, graphs)))
                .build();
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                checkWhole(response);
                return new RemoteAnswer(
                        response.headers().firstValue("Content-Type").orElse(""), read(body, time, bytes));
            }
        } catch (HttpTimeoutException e) {
            throw new RemoteException(
                    RemoteException.Kind.UNAVAILABLE, "The store behind this server took too long.", e);
        } catch (IOException e) {
            throw new RemoteException(
                    RemoteException.Kind.UNAVAILABLE,
                    "The store behind this server cannot be reached, or broke off in the midst of its answer.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RemoteException(RemoteException.Kind.UNAVAILABLE, "The query was stopped.", e);
        }
    }

    private static String form(String query, RemoteGraphs graphs) {
        Stream<String> asked = Stream.of(field("query", query));
        Stream<String> defaults = graphs.defaultGraphs().stream().map(graph -> field("default-graph-uri", graph));
        Stream<String> named = graphs.namedGraphs().stream().map(graph -> field("named-graph-uri", graph));
        return String.join(
                "&", Stream.of(asked, defaults, named).flatMap(fields -> fields).toList());
    }

    private static String field(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static void checkWhole(HttpResponse<?> response) {
        int status = response.statusCode();
        if (status == 503 || status == 504 || status == 429) {
            throw new RemoteException(
                    RemoteException.Kind.UNAVAILABLE, "The store behind this server is busy (status " + status + ").");
        }
        if (status != OK) {
            throw new RemoteException(
                    RemoteException.Kind.BROKEN,
                    "The store behind this server did not answer the query (status " + status + ").");
        }
        if (CUT.stream().anyMatch(name -> response.headers().firstValue(name).isPresent())) {
            throw new RemoteException(
                    RemoteException.Kind.UNAVAILABLE,
                    "The store behind this server gave a part of the result only, because of a limit of its own.");
        }
    }

    /** Reads to the end; a body that never ends is closed when its time is over, which ends the reading. */
    private static byte[] read(InputStream body, Duration time, long limit) throws IOException {
        AtomicBoolean done = new AtomicBoolean();
        AtomicBoolean late = new AtomicBoolean();
        CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> {
                    if (!done.get()) {
                        late.set(true);
                        closeQuietly(body);
                    }
                });
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
            bytes.write(buffer, 0, count);
            if (bytes.size() > limit) {
                throw new RemoteException(
                        RemoteException.Kind.TOO_LARGE, "The result has more bytes than are given out.");
            }
        }
        done.set(true);
        if (late.get()) {
            throw new HttpTimeoutException("the body took too long");
        }
        return bytes.toByteArray();
    }

    private static void closeQuietly(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            // It was to be closed because nobody wants it any more.
        }
    }

    void close() {
        client.shutdownNow();
    }
}
