package se.fondgraf.web.operation;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.NanoTime;
import se.fondgraf.name.Hash;
import se.fondgraf.web.http.Clients;

/**
 * A line a request, in the common combined form, with nothing that tells who asked what: of the address the part that a
 * neighbourhood shares, of the query a short hash (equal for equal queries), no referrer. Every field that comes from
 * outside is written in visible ASCII alone, so that nobody can write lines or colours of their own into the log.
 */
public final class AccessLog implements RequestLog, AutoCloseable {
    /** What stands for standard output in place of a file. */
    public static final String STDOUT = "-";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final int LONGEST = 300;

    private final PrintWriter out;
    private final boolean closes;
    private final Function<Request, Optional<InetAddress>> clients;

    private AccessLog(PrintWriter out, boolean closes, Function<Request, Optional<InetAddress>> clients) {
        this.out = out;
        this.closes = closes;
        this.clients = clients;
    }

    /**
     * A log at the end of the file.
     *
     * @throws IOException when it cannot be written
     */
    public static AccessLog of(String file, Function<Request, Optional<InetAddress>> clients) throws IOException {
        if (file.equals(STDOUT)) {
            return new AccessLog(new PrintWriter(System.out, true, StandardCharsets.US_ASCII), false, clients);
        }
        return new AccessLog(
                new PrintWriter(
                        Files.newBufferedWriter(
                                Path.of(file),
                                StandardCharsets.US_ASCII,
                                StandardOpenOption.CREATE,
                                StandardOpenOption.APPEND),
                        true),
                true,
                clients);
    }

    @Override
    public void log(Request request, Response response) {
        String client = clients.apply(request).map(Clients::neighbourhood).orElse("-");
        String query = Optional.ofNullable(request.getHttpURI().getQuery())
                .map(text -> "?"
                        + Hash.ofBytes(text.getBytes(StandardCharsets.UTF_8)).substring(0, 8))
                .orElse("");
        out.println("%s - - [%s] \"%s %s%s %s\" %d %d \"-\" \"%s\" %d"
                .formatted(
                        client,
                        TIME.format(Instant.now()),
                        visible(request.getMethod()),
                        visible(String.valueOf(request.getHttpURI().getPath())),
                        query,
                        visible(request.getConnectionMetaData().getProtocol()),
                        response.getStatus(),
                        Response.getContentBytesWritten(response),
                        visible(Optional.ofNullable(request.getHeaders().get(HttpHeader.USER_AGENT))
                                .orElse("-")),
                        TimeUnit.NANOSECONDS.toMillis(NanoTime.since(request.getBeginNanoTime()))));
    }

    /**
     * Quotes, backslashes and all that is not visible ASCII as {@code \xNN} or {@code \}{@code uNNNN}; no more than a
     * line's worth.
     */
    static String visible(String text) {
        StringBuilder visible = new StringBuilder();
        for (int i = 0; i < text.length() && visible.length() < LONGEST; i++) {
            char c = text.charAt(i);
            if (c >= 0x20 && c < 0x7F && c != '"' && c != '\\') {
                visible.append(c);
            } else {
                visible.append(c <= 0xFF ? String.format("\\x%02x", (int) c) : String.format("\\u%04x", (int) c));
            }
        }
        return visible.toString();
    }

    @Override
    public void close() {
        out.flush();
        if (closes) {
            out.close();
        }
    }
}
