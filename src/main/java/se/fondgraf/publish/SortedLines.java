package se.fondgraf.publish;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import org.apache.jena.atlas.AtlasException;
import org.apache.jena.atlas.data.SerializationFactory;
import org.apache.jena.atlas.data.SortedDataBag;
import org.apache.jena.atlas.data.ThresholdPolicy;
import org.apache.jena.atlas.lib.Sink;

/**
 * Lines of UTF-8 bytes, given in any order and had back in the order of their code points, each once. What does not fit
 * in memory is sorted on disk, so that any number of lines can be sorted.
 */
final class SortedLines implements AutoCloseable {
    /** Lines held in memory, bytes. */
    private static final long MEMORY = 96L << 20;

    /** What an array costs besides its bytes. */
    private static final int OVERHEAD = 24;

    private final Bag bag = new Bag();

    /**
     * Takes a line.
     *
     * @throws UncheckedIOException with a sentence, when there is no room on the disk
     */
    void add(byte[] line) {
        try {
            bag.add(line);
        } catch (UncheckedIOException | AtlasException e) {
            throw SpillFolder.failed(Objects.requireNonNullElse(e.getCause(), e));
        }
    }

    /** The lines, sorted, without repetitions. Nothing can be added afterwards. */
    Iterator<byte[]> iterator() {
        try {
            return new Distinct(bag.iterator());
        } catch (UncheckedIOException | AtlasException e) {
            throw SpillFolder.failed(Objects.requireNonNullElse(e.getCause(), e));
        }
    }

    @Override
    public void close() {
        bag.close();
        bag.folder.ifPresent(SpillFolder::close);
    }

    /** Spills into a folder of its own, made when there is something to spill. */
    private static final class Bag extends SortedDataBag<byte[]> {
        private Optional<SpillFolder> folder = Optional.empty();
        private int files;

        Bag() {
            super(new Budget(), new Lines(), Arrays::compareUnsigned);
        }

        @Override
        protected File getNewTemporaryFile() {
            if (folder.isEmpty()) {
                folder = Optional.of(SpillFolder.create());
            }
            return folder.get().file(String.valueOf(files++)).toFile();
        }
    }

    private static final class Budget implements ThresholdPolicy<byte[]> {
        private long held;

        @Override
        public void increment(byte[] item) {
            held += item.length + OVERHEAD;
        }

        @Override
        public boolean isThresholdExceeded() {
            return held > MEMORY;
        }

        @Override
        public void reset() {
            held = 0;
        }
    }

    private static final class Distinct implements Iterator<byte[]> {
        private final Iterator<byte[]> lines;
        private Optional<byte[]> next;

        Distinct(Iterator<byte[]> lines) {
            this.lines = lines;
            this.next = lines.hasNext() ? Optional.of(lines.next()) : Optional.empty();
        }

        @Override
        public boolean hasNext() {
            return next.isPresent();
        }

        @Override
        public byte[] next() {
            byte[] line = next.orElseThrow(NoSuchElementException::new);
            next = Optional.empty();
            while (next.isEmpty() && lines.hasNext()) {
                byte[] candidate = lines.next();
                if (!Arrays.equals(candidate, line)) {
                    next = Optional.of(candidate);
                }
            }
            return line;
        }
    }

    /** Lines on disk: their length, then their bytes. */
    private static final class Lines implements SerializationFactory<byte[]> {
        @Override
        public Sink<byte[]> createSerializer(OutputStream stream) {
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(stream, 1 << 16));
            return new Sink<>() {
                @Override
                public void send(byte[] line) {
                    run(() -> {
                        out.writeInt(line.length);
                        out.write(line);
                    });
                }

                @Override
                public void flush() {
                    run(out::flush);
                }

                @Override
                public void close() {
                    run(out::close);
                }
            };
        }

        @Override
        public Iterator<byte[]> createDeserializer(InputStream stream) {
            DataInputStream in = new DataInputStream(new BufferedInputStream(stream, 1 << 16));
            return new Iterator<>() {
                private Optional<byte[]> next = read(in);

                @Override
                public boolean hasNext() {
                    return next.isPresent();
                }

                @Override
                public byte[] next() {
                    byte[] line = next.orElseThrow(NoSuchElementException::new);
                    next = read(in);
                    return line;
                }
            };
        }

        private static Optional<byte[]> read(DataInputStream in) {
            try {
                byte[] line = new byte[in.readInt()];
                in.readFully(line);
                return Optional.of(line);
            } catch (EOFException e) {
                return Optional.empty();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private interface Step {
            void run() throws IOException;
        }

        private static void run(Step step) {
            try {
                step.run();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
