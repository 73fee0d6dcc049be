package se.fondgraf.web.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Sends a reply: with the headers that all have, without a body to who asked by HEAD, as 304 to who has it already, and
 * compressed to who wants it so.
 */
final class Sender {
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
        if (reply.status() == 304) {
            sendUnchanged(request, response, reply);
            return;
        }
        boolean compressible = Encoding.isCompressible(reply);
        boolean compressed = compressible && Encoding.wantsGzip(values(request, "Accept-Encoding"));
        CommonHeaders.set(response::setHeader);
        reply.headers().forEach(response::setHeader);
        if (compressible) {
            response.setHeader("Vary", varyingByEncodingToo(reply));
        }
        Optional<String> tag = reply.tag().map(plain -> compressed ? EntityTag.compressed(plain) : plain);
        tag.ifPresent(value -> response.setHeader("ETag", EntityTag.quoted(value)));
        if (tag.isPresent() && EntityTag.isRead(request.getMethod()) && isKnown(request, tag.get())) {
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

    /** The tag is the one that the client has, of the compressed body or the plain one. */
    private static void sendUnchanged(HttpServletRequest request, HttpServletResponse response, Reply reply) {
        CommonHeaders.set(response::setHeader);
        reply.headers().forEach(response::setHeader);
        response.setHeader("Vary", varyingByEncodingToo(reply));
        reply.tag()
                .map(tag -> isKnown(request, tag) ? tag : EntityTag.compressed(tag))
                .ifPresent(tag -> response.setHeader("ETag", EntityTag.quoted(tag)));
        response.setStatus(304);
    }

    private static void sendCompressed(HttpServletResponse response, Content content, boolean body) throws IOException {
        if (content.size() > COMPRESS_AHEAD) {
            if (body) {
                Encoding.compress(content, response.getOutputStream());
            }
            return;
        }
        byte[] compressed = Encoding.compressed(content);
        response.setContentLength(compressed.length);
        if (body) {
            response.getOutputStream().write(compressed);
        }
    }

    private static boolean isKnown(HttpServletRequest request, String tag) {
        return EntityTag.matches(values(request, "If-None-Match"), tag);
    }

    private static List<String> values(HttpServletRequest request, String header) {
        return Collections.list(request.getHeaders(header));
    }

    /** The reply's {@code Vary} when it is compressed to some. */
    static String varyingByEncodingToo(Reply reply) {
        Set<String> headers = new LinkedHashSet<>();
        Optional.ofNullable(reply.headers().get("Vary"))
                .ifPresent(named -> headers.addAll(List.of(named.split(", ", -1))));
        headers.add("Accept-Encoding");
        return String.join(", ", headers);
    }
}
