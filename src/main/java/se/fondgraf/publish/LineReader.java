package se.fondgraf.publish;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * The lines of a file of N-Triples or N-Quads that we wrote, without their ends, one at a time.
 *
 * <p>Throws {@link UncheckedIOException} when the file cannot be read or is not as we write it.
 */
public final class LineReader implements Iterator<byte[]>, AutoCloseable {
    private static final int MARK = " .".length();

    private final Path file;
    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int start;
    private int end;
    private Optional<byte[]> next;

    /** Opens a file, compressed when its name ends in {@code .gz}. */
    public LineReader(Path file) throws IOException {
        this.file = file;
        InputStream plain = Files.newInputStream(file);
        this.in = RdfSyntax.isCompressed(file.toString())
                ? new GZIPInputStream(new BufferedInputStream(plain, 1 << 16), 1 << 16)
                : plain;
        this.next = read();
    }

    @Override
    public boolean hasNext() {
        return next.isPresent();
    }

    @Override
    public byte[] next() {
        byte[] line = next.orElseThrow(NoSuchElementException::new);
        next = read();
        return line;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private Optional<byte[]> read() {
        try {
            byte[] line = new byte[0];
            while (true) {
                if (start == end) {
                    end = Math.max(0, in.read(buffer));
                    start = 0;
                    if (end == 0) {
                        return ended(line);
                    }
                }
                int stop = start;
                while (stop < end && buffer[stop] != '\n') {
                    stop++;
                }
                line = joined(line, stop);
                boolean whole = stop < end;
                start = whole ? stop + 1 : stop;
                if (whole) {
                    return Optional.of(withoutEnd(line));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] joined(byte[] line, int stop) {
        byte[] longer = Arrays.copyOf(line, line.length + stop - start);
        System.arraycopy(buffer, start, longer, line.length, stop - start);
        return longer;
    }

    private Optional<byte[]> ended(byte[] line) throws IOException {
        if (line.length > 0) {
            throw new EOFException(file + " is cut");
        }
        return Optional.empty();
    }

    private byte[] withoutEnd(byte[] line) throws IOException {
        int length = line.length - MARK;
        if (length < 0 || line[length] != ' ' || line[length + 1] != '.') {
            throw new IOException(file + " is damaged: a line has no end");
        }
        return Arrays.copyOf(line, length);
    }
}
