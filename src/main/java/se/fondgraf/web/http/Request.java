package se.fondgraf.web.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/** A request, read strictly. Nothing of it is believed: in particular, no address is ever built from its headers. */
public final class Request {
    /** How long a client may take to send a body. */
    private static final Duration BODY_TIME = Duration.ofSeconds(30);

    private final HttpServletRequest request;
    private final Parameters parameters;
    private Optional<byte[]> body = Optional.empty();

    /**
     * Reads the head of the request.
     *
     * @throws Refusal 400 when its parameters cannot be decoded
     */
    public Request(HttpServletRequest request) {
        this.request = request;
        this.parameters = Parameters.parse(bytewise(
                Optional.ofNullable(request.getQueryString()).orElse("").getBytes(StandardCharsets.UTF_8)));
    }

    /** A name for who sends it, by address; only for telling clients apart, and empty when there is none. */
    public String client() {
        return request.getAttribute(Clients.ATTRIBUTE) instanceof InetAddress address ? Clients.name(address) : "";
    }

    /** In capitals. */
    public String method() {
        return request.getMethod();
    }

    /** The path as sent, beginning with a slash; escapes are not decoded, because no path of ours needs any. */
    public String path() {
        return request.getRequestURI();
    }

    /** Path and query as sent. */
    public String target() {
        return request.getQueryString() == null ? path() : path() + "?" + request.getQueryString();
    }

    /** What follows the question mark, as sent; empty when there is none. */
    public String queryString() {
        return Optional.ofNullable(request.getQueryString()).orElse("");
    }

    /** The parameters of the address. */
    public Parameters parameters() {
        return parameters;
    }

    /** What the client reads. */
    public Accept accept() {
        return new Accept(headers("Accept"));
    }

    /**
     * Whether the client has the body that is tagged with these parts, so that it need not be made again. Of
     * {@code If-None-Match: *} that is not known beforehand.
     */
    public boolean has(String... parts) {
        List<String> known = headers("If-None-Match");
        String tag = EntityTag.of(parts);
        return EntityTag.isRead(method())
                && !known.contains("*")
                && (EntityTag.matches(known, tag) || EntityTag.matches(known, EntityTag.compressed(tag)));
    }

    /** Every value of a header, as sent. */
    public List<String> headers(String name) {
        return Collections.list(request.getHeaders(name));
    }

    /** The first value of a header. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeader(name));
    }

    /**
     * The media type of the body, in lower case, without parameters; empty when none is named.
     *
     * @throws Refusal 415 when the body is compressed or not in UTF-8
     */
    public String bodyType() {
        for (String encoding : headers("Content-Encoding")) {
            if (!encoding.strip().equalsIgnoreCase("identity")) {
                throw Refusal.of(415, "Compressed requests are not read; send the body as it is.");
            }
        }
        String[] parts = Optional.ofNullable(request.getContentType())
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .split(";", -1);
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip().replace("\"", "");
            if (parameter.startsWith("charset=") && !parameter.equals("charset=utf-8")) {
                throw Refusal.of(415, "A request is sent in UTF-8.");
            }
        }
        return parts[0].strip();
    }

    /**
     * The body; read once, whoever asks.
     *
     * @param limit bytes
     * @throws Refusal 413 when it is longer
     */
    public byte[] body(int limit) throws IOException {
        if (body.isEmpty()) {
            body = Optional.of(read(limit));
        }
        return body.get();
    }

    private byte[] read(int limit) throws IOException {
        if (request.getContentLengthLong() > limit) {
            throw tooLong(limit);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (!drain(request, bytes, limit)) {
            throw tooLong(limit);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads what is left of the body.
     *
     * @return false when it is longer than the limit; what is behind that is not read
     * @throws Refusal 408 when the client takes too long, 400 when it stops in the midst
     */
    static boolean drain(HttpServletRequest request, OutputStream to, int limit) throws IOException {
        long end = System.nanoTime() + BODY_TIME.toNanos();
        InputStream in = request.getInputStream();
        byte[] piece = new byte[8 * 1024];
        long length = 0;
        for (int read = next(in, piece); read >= 0; read = next(in, piece)) {
            length += read;
            if (length > limit) {
                return false;
            }
            if (System.nanoTime() > end) {
                throw tooSlow();
            }
            to.write(piece, 0, read);
        }
        return true;
    }

    private static int next(InputStream in, byte[] piece) {
        try {
            return in.read(piece);
        } catch (IOException e) {
            throw e.getCause() instanceof TimeoutException
                    ? tooSlow()
                    : Refusal.badRequest("The body of the request ends before its end.");
        }
    }

    private static Refusal tooSlow() {
        return Refusal.of(408, "The request came too slowly.");
    }

    /** The parameters of a posted form; none of the address. */
    public Parameters form(int limit) throws IOException {
        return Parameters.parse(bytewise(body(limit)));
    }

    private static Refusal tooLong(int limit) {
        return Refusal.of(413, String.format(Locale.ROOT, "The body is longer than the limit of %,d bytes.", limit));
    }

    private static String bytewise(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
