package se.fondgraf.input;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.LongSupplier;

/** The lines of a file that holds one record a line; blank ones are passed over. */
final class RecordLines implements Pieces {
    private static final int[] BYTE_ORDER_MARK = {0xEF, 0xBB, 0xBF};

    private final InputStream stream;
    private final String name;
    private final int longest;
    private final LongSupplier position;
    private int line;
    private boolean ended;
    private Optional<Taken> next = Optional.empty();

    /**
     * The lines of a stream, which is closed with them.
     *
     * @param name of the file
     * @param longest line that is taken, in bytes
     * @param position how much of the file was read
     */
    RecordLines(InputStream stream, String name, int longest, LongSupplier position) {
        // Small, because what a damaged file still gave to a failing read is lost.
        this.stream = new BufferedInputStream(stream, 1 << 12);
        this.name = name;
        this.longest = longest;
        this.position = position;
    }

    @Override
    public boolean hasNext() {
        while (next.isEmpty() && !ended) {
            next = read();
        }
        return next.isPresent();
    }

    @Override
    public Taken next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Taken taken = next.orElseThrow();
        next = Optional.empty();
        return taken;
    }

    private Optional<Taken> read() {
        line++;
        try {
            return readLine();
        } catch (Budget.SpentException e) {
            ended = true;
            return Optional.of(new Rejection(name, line, Budget.TOO_MUCH + "; the rest of it is left out"));
        } catch (IOException e) {
            ended = true;
            return Optional.of(new Rejection(name, line, "is damaged or cut from here on; the rest of it is left out"));
        }
    }

    private Optional<Taken> readLine() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 14);
        boolean tooLong = false;
        int b = stream.read();
        for (; b >= 0 && b != '\n'; b = stream.read()) {
            tooLong |= bytes.size() == longest;
            if (!tooLong) {
                bytes.write(b);
            }
        }
        ended = b < 0;
        if (tooLong) {
            return Optional.of(
                    new Rejection(name, line, "the line is longer than " + (longest >> 20) + " MiB; no record is"));
        }
        byte[] read = trimmed(bytes.toByteArray());
        return read.length == 0 ? Optional.empty() : Optional.of(Piece.record(name, line, read));
    }

    /** Without carriage return, spaces around, and the mark that some editors put first. */
    private byte[] trimmed(byte[] bytes) {
        int start = line == 1 && isMarked(bytes) ? BYTE_ORDER_MARK.length : 0;
        int end = bytes.length;
        while (end > start && bytes[end - 1] >= 0 && bytes[end - 1] <= ' ') {
            end--;
        }
        while (start < end && bytes[start] >= 0 && bytes[start] <= ' ') {
            start++;
        }
        return java.util.Arrays.copyOfRange(bytes, start, end);
    }

    private static boolean isMarked(byte[] bytes) {
        for (int i = 0; i < BYTE_ORDER_MARK.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != BYTE_ORDER_MARK[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public long position() {
        return position.getAsLong();
    }

    @Override
    public void stop() {
        ended = true;
        next = Optional.empty();
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
