package se.fondgraf.web.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/**
 * Sends a reply: with the headers that all have, without a body to who asked by HEAD, as 304 to who has it already, and
 * compressed to who wants it so.
 */
final class Sender {
    /** Smaller bodies are not worth the work. */
    private static final int COMPRESS_FROM = 1024;

    /** Larger bodies are compressed as they are sent, without a length ahead. */
    private static final int COMPRESS_AHEAD = 1 << 20;

    private Sender() {}

    /** Sends the reply and releases its content. */
    static void send(HttpServletRequest request, HttpServletResponse response, Reply reply) throws IOException {
        try {
            sendHeld(request, response, reply);
        } finally {
            reply.content().release();
        }
    }

    private static void sendHeld(HttpServletRequest request, HttpServletResponse response, Reply reply)
            throws IOException {
        boolean compressible = isCompressible(reply);
        boolean compressed = compressible && wantsGzip(request);
        CommonHeaders.set(response::setHeader);
        reply.headers().forEach(response::setHeader);
        if (compressible) {
            response.setHeader("Vary", varyingByEncodingToo(reply));
        }
        Optional<String> tag = reply.tag().map(plain -> compressed ? plain + "-gz" : plain);
        tag.ifPresent(value -> response.setHeader("ETag", "\"" + value + "\""));
        if (tag.isPresent() && isReading(request) && isKnown(request, tag.get())) {
            response.setStatus(304);
            response.setHeader("Content-Type", null);
            return;
        }
        response.setStatus(reply.status());
        boolean body = !request.getMethod().equals("HEAD");
        if (compressed) {
            response.setHeader("Content-Encoding", "gzip");
            sendCompressed(response, reply.content(), body);
        } else {
            response.setContentLengthLong(reply.content().size());
            if (body) {
                reply.content().writeTo(response.getOutputStream());
            }
        }
    }

    private static void sendCompressed(HttpServletResponse response, Content content, boolean body) throws IOException {
        if (content.size() > COMPRESS_AHEAD) {
            if (body) {
                compress(content, response.getOutputStream());
            }
            return;
        }
        ByteArrayOutputStream compressed = new ByteArrayOutputStream((int) content.size() / 2);
        compress(content, compressed);
        response.setContentLength(compressed.size());
        if (body) {
            compressed.writeTo(response.getOutputStream());
        }
    }

    private static void compress(Content content, OutputStream out) throws IOException {
        GZIPOutputStream gzip = new GZIPOutputStream(out, 8 * 1024);
        content.writeTo(gzip);
        gzip.finish();
    }

    private static boolean isReading(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    private static boolean isKnown(HttpServletRequest request, String tag) {
        return EntityTag.matches(Collections.list(request.getHeaders("If-None-Match")), tag);
    }

    private static boolean isCompressible(Reply reply) {
        String type = reply.headers().getOrDefault("Content-Type", "");
        return reply.status() == 200
                && !reply.headers().containsKey("Content-Encoding")
                && !reply.headers().containsKey("Accept-Ranges")
                && reply.content().size() >= COMPRESS_FROM
                && (type.startsWith("text/") || type.contains("json") || type.contains("xml") || type.contains("n-"));
    }

    private static boolean wantsGzip(HttpServletRequest request) {
        boolean any = false;
        for (String item : String.join(",", Collections.list(request.getHeaders("Accept-Encoding")))
                .toLowerCase(Locale.ROOT)
                .split(",", -1)) {
            String[] parts = item.strip().split("\\s*;\\s*", -1);
            boolean refused = parts.length > 1 && parts[1].matches("q=0(\\.0*)?");
            if (parts[0].equals("gzip") || parts[0].equals("x-gzip")) {
                return !refused;
            }
            any |= parts[0].equals("*") && !refused;
        }
        return any;
    }

    private static String varyingByEncodingToo(Reply reply) {
        Set<String> headers = new LinkedHashSet<>();
        Optional.ofNullable(reply.headers().get("Vary"))
                .ifPresent(named -> headers.addAll(List.of(named.split(", ", -1))));
        headers.add("Accept-Encoding");
        return String.join(", ", headers);
    }
}
