package se.fondgraf.web.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** Compression of bodies: which, to whom, and how. */
final class Encoding {
    /** Smaller bodies are not worth the work. */
    private static final int COMPRESS_FROM = 1024;

    private static final int PIECE = 64 * 1024;

    private Encoding() {}

    /** Whether the body is a text of some length, whole, and not compressed yet. */
    static boolean isCompressible(Reply reply) {
        String type = reply.headers().getOrDefault("Content-Type", "");
        return reply.status() == 200
                && !reply.headers().containsKey("Content-Encoding")
                && !reply.headers().containsKey("Accept-Ranges")
                && reply.content().size() >= COMPRESS_FROM
                && (type.startsWith("text/") || type.contains("json") || type.contains("xml") || type.contains("n-"));
    }

    /** Whether {@code Accept-Encoding} asks for gzip. */
    static boolean wantsGzip(List<String> acceptEncoding) {
        boolean any = false;
        for (String item :
                String.join(",", acceptEncoding).toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] parts = item.strip().split("\\s*;\\s*", -1);
            boolean refused = parts.length > 1 && parts[1].matches("q=0(\\.0*)?");
            if (parts[0].equals("gzip") || parts[0].equals("x-gzip")) {
                return !refused;
            }
            any |= parts[0].equals("*") && !refused;
        }
        return any;
    }

    /** The compressed body. */
    static byte[] compressed(Content content) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream((int) content.size() / 4 + 64);
        compress(content, compressed);
        return compressed.toByteArray();
    }

    /**
     * Compresses in pieces. Each is handed on while no lock is held, because a client that reads slowly would otherwise
     * hold its thread's carrier with it.
     */
    static void compress(Content content, OutputStream out) throws IOException {
        ByteArrayOutputStream ready = new ByteArrayOutputStream(PIECE);
        GZIPOutputStream gzip = new GZIPOutputStream(ready, 8 * 1024);
        content.writeTo(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                gzip.write(bytes, offset, length);
                if (ready.size() >= PIECE / 2) {
                    out.write(ready.toByteArray());
                    ready.reset();
                }
            }
        });
        gzip.finish();
        out.write(ready.toByteArray());
    }
}
