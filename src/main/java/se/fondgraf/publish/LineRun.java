package se.fondgraf.publish;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Lines in the order in which they were added, each its length and its bytes. Short runs are held in memory; of a
 * longer one the most part is on disk, and nothing of it is an object of its own.
 */
final class LineRun implements AutoCloseable {
    private static final VarHandle LENGTH = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private final int most;
    private final Supplier<Path> place;
    private Optional<FileChannel> file = Optional.empty();
    private byte[] held = new byte[1 << 10];
    private int size;
    private byte[] last = {};

    /**
     * An empty run.
     *
     * @param most what is held of it, bytes, unless a single line is longer
     * @param place where it goes when it becomes longer than that
     */
    LineRun(int most, Supplier<Path> place) {
        this.most = most;
        this.place = place;
    }

    /**
     * Adds a line at the end.
     *
     * @throws java.io.UncheckedIOException with a sentence, when there is no room on the disk
     */
    void add(byte[] line) {
        room(Integer.BYTES + line.length);
        LENGTH.set(held, size, line.length);
        System.arraycopy(line, 0, held, size + Integer.BYTES, line.length);
        size += Integer.BYTES + line.length;
        last = line;
    }

    /** The line at the end; empty when there is none. Not to be changed. */
    byte[] last() {
        return last;
    }

    private void room(int more) {
        if (size > 0 && size + more > most) {
            flush();
        }
        if (size + more > held.length) {
            held = Arrays.copyOf(held, Math.max(size + more, Math.min(most, 4 * held.length)));
        }
    }

    private void flush() {
        try {
            if (file.isEmpty()) {
                file = Optional.of(FileChannel.open(
                        place.get(), StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE));
            }
            ByteBuffer bytes = ByteBuffer.wrap(held, 0, size);
            while (bytes.hasRemaining()) {
                file.get().write(bytes);
            }
            size = 0;
        } catch (IOException e) {
            throw SpillFolder.failed(e);
        }
    }

    /**
     * The lines again. Nothing can be added afterwards.
     *
     * @throws java.io.UncheckedIOException with a sentence, also from the iterator, when they cannot be read again
     */
    Iterator<byte[]> iterator() {
        if (file.isPresent()) {
            flush();
            rewind(file.get());
        }
        return new Lines();
    }

    private static void rewind(FileChannel file) {
        try {
            file.position(0);
        } catch (IOException e) {
            throw SpillFolder.failed(e);
        }
    }

    /** Reads from what is held, which is filled from the disk again and again. */
    private final class Lines implements Iterator<byte[]> {
        private int at;

        @Override
        public boolean hasNext() {
            return at < size || fill(Integer.BYTES);
        }

        @Override
        public byte[] next() {
            if (!hasNext() || !fill(Integer.BYTES)) {
                throw new NoSuchElementException();
            }
            int length = (int) LENGTH.get(held, at);
            if (!fill(Integer.BYTES + length)) {
                throw SpillFolder.failed(new IOException("a file was cut"));
            }
            int start = at + Integer.BYTES;
            at = start + length;
            return Arrays.copyOfRange(held, start, at);
        }

        /** Whether so many bytes are there, from the disk if need be. */
        private boolean fill(int wanted) {
            if (size - at >= wanted) {
                return true;
            }
            if (file.isEmpty()) {
                return false;
            }
            byte[] more = held.length >= wanted ? held : new byte[wanted];
            System.arraycopy(held, at, more, 0, size - at);
            size -= at;
            at = 0;
            held = more;
            try {
                int read = 0;
                while (size < wanted && read >= 0) {
                    read = file.get().read(ByteBuffer.wrap(held, size, held.length - size));
                    size += Math.max(0, read);
                }
            } catch (IOException e) {
                throw SpillFolder.failed(e);
            }
            return size >= wanted;
        }
    }

    @Override
    public void close() {
        try {
            if (file.isPresent()) {
                file.get().close();
            }
        } catch (IOException e) {
            // The file is removed in any case.
        }
    }
}
