package se.fondgraf.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** Finds the status and the end of an HTTP answer as its bytes come in. */
final class AnswerReader {
    private static final int FIRST = 64 * 1024;
    private static final int UNKNOWN = -1;
    private static final int CHUNKED = -2;

    private byte[] bytes = new byte[FIRST];
    private ByteBuffer buffer = ByteBuffer.wrap(bytes);
    private int body;
    private int length;
    private int at;

    AnswerReader() {
        reset();
    }

    /** Begins with the next answer. */
    void reset() {
        buffer.clear();
        body = UNKNOWN;
        length = UNKNOWN;
    }

    /** Where more bytes go. */
    ByteBuffer room() {
        if (!buffer.hasRemaining()) {
            int position = buffer.position();
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
            buffer = ByteBuffer.wrap(bytes).position(position);
        }
        return buffer;
    }

    /** Whether the end has come. */
    boolean isWhole() {
        int end = buffer.position();
        if (body == UNKNOWN) {
            readHead(end);
        }
        if (body == UNKNOWN) {
            return false;
        }
        return length == CHUNKED ? isLastChunkThere(end) : end >= body + length;
    }

    private void readHead(int end) {
        for (int i = 0; i + 3 < end; i++) {
            if (bytes[i] == '\r' && bytes[i + 1] == '\n' && bytes[i + 2] == '\r' && bytes[i + 3] == '\n') {
                body = i + 4;
                at = body;
                String head = new String(bytes, 0, i, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
                length = status() == 304 || status() == 204
                        ? 0
                        : head.contains("\r\ntransfer-encoding: chunked") ? CHUNKED : length(head);
                return;
            }
        }
    }

    private static int length(String head) {
        String name = "\r\ncontent-length: ";
        int from = head.indexOf(name) + name.length();
        if (from < name.length()) {
            throw new IllegalStateException("an answer without a length: " + head);
        }
        int to = head.indexOf('\r', from);
        return Integer.parseInt(to < 0 ? head.substring(from) : head.substring(from, to));
    }

    private boolean isLastChunkThere(int end) {
        while (true) {
            int line = at;
            while (line + 1 < end && bytes[line] != '\r') {
                line++;
            }
            if (line + 1 >= end) {
                return false;
            }
            int size = Integer.parseInt(new String(bytes, at, line - at, StandardCharsets.ISO_8859_1), 16);
            int next = line + 2 + size + 2;
            if (next > end) {
                return false;
            }
            if (size == 0) {
                return true;
            }
            at = next;
        }
    }

    /** The status; known when the answer is whole. */
    int status() {
        return (bytes[9] - '0') * 100 + (bytes[10] - '0') * 10 + bytes[11] - '0';
    }

    /** Of the body, without what frames its pieces. */
    byte[] body() {
        byte[] plain = new byte[buffer.position() - body];
        if (length != CHUNKED) {
            System.arraycopy(bytes, body, plain, 0, plain.length);
            return plain;
        }
        int used = 0;
        int from = body;
        while (true) {
            int line = from;
            while (bytes[line] != '\r') {
                line++;
            }
            int size = Integer.parseInt(new String(bytes, from, line - from, StandardCharsets.ISO_8859_1), 16);
            if (size == 0) {
                return Arrays.copyOf(plain, used);
            }
            System.arraycopy(bytes, line + 2, plain, used, size);
            used += size;
            from = line + 2 + size + 2;
        }
    }

    /** The head, as sent. */
    String head() {
        return new String(bytes, 0, body, StandardCharsets.ISO_8859_1);
    }
}
