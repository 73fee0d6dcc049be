package se.fondgraf.web.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The whole body of a reply, wherever it is held. */
public interface Content {
    /** Nothing. */
    Content EMPTY = of(new byte[0]);

    /** Bytes. */
    long size();

    /** Copies everything; may be called once. */
    void writeTo(OutputStream out) throws IOException;

    /** Gives back what holds it. Called once, whether or not it was sent. */
    default void release() {}

    /** Bytes in memory; the array is not copied and must not change. */
    static Content of(byte[] bytes) {
        return new Content() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                out.write(bytes);
            }
        };
    }

    /** A text in UTF-8. */
    static Content of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }
}
