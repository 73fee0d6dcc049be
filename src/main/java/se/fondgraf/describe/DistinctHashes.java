package se.fondgraf.describe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;

/**
 * How many different things there were, told by hashes of 64 bits. A million hashes (8 MiB) are held; what is more is
 * sorted in files, so that memory does not grow with the data. Two different things share a hash once in ten million
 * datasets of a million things.
 */
final class DistinctHashes implements AutoCloseable {
    private static final int HELD = 1 << 20;
    private static final int RECENT = 1 << 12;
    private static final int READ = 1 << 13;

    private final int held;
    private final List<Path> files = new ArrayList<>();
    private long[] buffer = new long[1 << 10];
    private int size;
    private final long[] recent = new long[RECENT];
    private LongBuffer sorted = LongBuffer.allocate(0);
    private boolean sealed;

    DistinctHashes() {
        this(HELD);
    }

    /** @param held how many are held before they go into a file */
    DistinctHashes(int held) {
        this.held = held;
    }

    void add(long hash) {
        int slot = (int) (hash >>> 40) & (RECENT - 1);
        if (recent[slot] == hash && hash != 0) {
            return;
        }
        recent[slot] = hash;
        if (size == buffer.length) {
            if (size >= held) {
                sortBuffer();
                spill();
            } else {
                buffer = Arrays.copyOf(buffer, Math.min(held, size * 2));
            }
        }
        buffer[size++] = hash;
    }

    private void sortBuffer() {
        Arrays.sort(buffer, 0, size);
        int distinct = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || buffer[i] != buffer[i - 1]) {
                buffer[distinct++] = buffer[i];
            }
        }
        size = distinct;
    }

    private void spill() {
        try {
            Path file = temporary();
            try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.allocate(size * Long.BYTES);
                bytes.asLongBuffer().put(buffer, 0, size);
                write(out, bytes);
            }
            size = 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path temporary() throws IOException {
        Path file = Files.createTempFile("fondgraf-count", ".tmp");
        files.add(file);
        return file;
    }

    private static void write(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    /** How many different hashes were added. Nothing can be added afterwards. */
    long count() {
        seal();
        return sorted.limit();
    }

    /** Whether the hash was added. Nothing can be added afterwards. */
    boolean contains(long hash) {
        seal();
        int low = 0;
        int high = sorted.limit() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long found = sorted.get(middle);
            if (found == hash) {
                return true;
            } else if (found < hash) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return false;
    }

    private void seal() {
        if (sealed) {
            return;
        }
        sealed = true;
        sortBuffer();
        if (files.isEmpty()) {
            sorted = LongBuffer.wrap(Arrays.copyOf(buffer, size));
            return;
        }
        spill();
        buffer = new long[0];
        try {
            sorted = merge();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LongBuffer merge() throws IOException {
        PriorityQueue<Run> runs = new PriorityQueue<>();
        List<Path> sources = List.copyOf(files);
        try {
            for (Path file : sources) {
                Run run = new Run(file);
                if (run.next()) {
                    runs.add(run);
                }
            }
            Path merged = temporary();
            try (FileChannel out = FileChannel.open(merged, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                merge(runs, out);
                return out.map(FileChannel.MapMode.READ_ONLY, 0, out.size()).asLongBuffer();
            }
        } finally {
            for (Run run : runs) {
                run.close();
            }
        }
    }

    private static void merge(PriorityQueue<Run> runs, FileChannel out) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(READ * Long.BYTES);
        long last = 0;
        boolean first = true;
        while (!runs.isEmpty()) {
            Run least = runs.remove();
            if (first || least.value != last) {
                first = false;
                last = least.value;
                if (!bytes.hasRemaining()) {
                    write(out, bytes.flip());
                    bytes.clear();
                }
                bytes.putLong(last);
            }
            if (least.next()) {
                runs.add(least);
            } else {
                least.close();
            }
        }
        write(out, bytes.flip());
    }

    /** One sorted file, read in pieces. */
    private static final class Run implements Comparable<Run> {
        private final FileChannel in;
        private final ByteBuffer bytes = ByteBuffer.allocate(READ * Long.BYTES).limit(0);
        private long value;

        Run(Path file) throws IOException {
            in = FileChannel.open(file, StandardOpenOption.READ);
        }

        boolean next() throws IOException {
            while (bytes.remaining() < Long.BYTES) {
                bytes.compact();
                int read = in.read(bytes);
                bytes.flip();
                if (read < 0) {
                    return false;
                }
            }
            value = bytes.getLong();
            return true;
        }

        void close() throws IOException {
            in.close();
        }

        @Override
        public int compareTo(Run other) {
            return Long.compare(value, other.value);
        }
    }

    /** Gives back the files. */
    @Override
    public void close() {
        for (Path file : files) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                file.toFile().deleteOnExit();
            }
        }
    }
}
