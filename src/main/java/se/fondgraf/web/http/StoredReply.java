package se.fondgraf.web.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** A reply kept ready for sending: head and body as they go out, plain and, once somebody asked for it, compressed. */
final class StoredReply {
    /** One body with its head. */
    private record Variant(String tag, HttpFields head, HttpFields unchanged, ByteBuffer body) {
        static Variant of(Reply reply, byte[] body, boolean compressed, boolean compressible) {
            HttpFields.Mutable unchanged = HttpFields.build();
            CommonHeaders.set((name, value) -> unchanged.put(field(name, value)));
            reply.headers().forEach((name, value) -> unchanged.put(field(name, value)));
            if (compressible) {
                unchanged.put(field("Vary", Sender.varyingByEncodingToo(reply)));
            }
            String plain = reply.tag().orElse("");
            String tag = compressed ? EntityTag.compressed(plain) : plain;
            if (!plain.isEmpty()) {
                unchanged.put(field("ETag", EntityTag.quoted(tag)));
            }
            HttpFields.Mutable head = HttpFields.build(unchanged);
            if (compressed) {
                head.put(field("Content-Encoding", "gzip"));
            }
            head.put(field("Content-Length", String.valueOf(body.length)));
            unchanged.remove(HttpHeader.CONTENT_TYPE);
            return new Variant(
                    tag,
                    head.asImmutable(),
                    unchanged.asImmutable(),
                    ByteBuffer.wrap(body).asReadOnlyBuffer());
        }

        private static HttpField field(String name, String value) {
            HttpHeader known = HttpHeader.CACHE.get(name);
            return known == null ? new PreEncodedHttpField(name, value) : new PreEncodedHttpField(known, value);
        }
    }

    /** What an entry weighs besides its bodies. */
    private static final int HEAD_BYTES = 2048;

    private final Reply reply;
    private final byte[] body;
    private final boolean compressible;
    private final Variant plain;
    private volatile Optional<Variant> compressed = Optional.empty();

    private StoredReply(Reply reply, byte[] body) {
        this.reply = reply;
        this.body = body;
        this.compressible = Encoding.isCompressible(reply);
        this.plain = Variant.of(reply, body, false, compressible);
    }

    /** Takes in the reply; its content is read and released. */
    static StoredReply of(Reply reply) throws IOException {
        ByteArrayOutputStream bytes =
                new ByteArrayOutputStream((int) reply.content().size());
        try {
            reply.content().writeTo(bytes);
        } finally {
            reply.content().release();
        }
        byte[] body = bytes.toByteArray();
        return new StoredReply(new Reply(reply.status(), Content.of(body), reply.headers(), reply.tag()), body);
    }

    /** The reply, as often as one likes. */
    Reply reply() {
        return reply;
    }

    /** Bytes that it may take, the compressed body among them. */
    int weight() {
        return HEAD_BYTES + body.length + (compressible ? body.length / 2 : 0);
    }

    /** Answers a GET or HEAD with it. */
    void send(Request request, Response response, Callback callback) {
        HttpFields asked = request.getHeaders();
        boolean gzip = compressible
                && asked.contains(HttpHeader.ACCEPT_ENCODING)
                && Encoding.wantsGzip(asked.getValuesList(HttpHeader.ACCEPT_ENCODING));
        Variant variant = gzip ? compressed() : plain;
        boolean known = !variant.tag().isEmpty()
                && asked.contains(HttpHeader.IF_NONE_MATCH)
                && EntityTag.matches(asked.getValuesList(HttpHeader.IF_NONE_MATCH), variant.tag());
        response.setStatus(known ? 304 : reply.status());
        response.getHeaders().add(known ? variant.unchanged() : variant.head());
        boolean bare = known || request.getMethod().equals("HEAD");
        response.write(true, bare ? ByteBuffer.allocate(0) : variant.body().slice(), callback);
    }

    private Variant compressed() {
        return compressed.orElseGet(() -> {
            try {
                Variant made = Variant.of(reply, Encoding.compressed(Content.of(body)), true, true);
                compressed = Optional.of(made);
                return made;
            } catch (IOException e) {
                throw new UncheckedIOException("bytes in memory can be compressed", e);
            }
        });
    }
}
