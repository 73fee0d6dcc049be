package se.fondgraf.publish;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Lines on disk, in the order in which they were written: their number, then of each its length and its bytes. */
final class LineRun {
    private static final int BUFFER = 1 << 16;

    private LineRun() {}

    static void write(Path file, List<byte[]> lines) throws IOException {
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER))) {
            out.writeInt(lines.size());
            for (byte[] line : lines) {
                out.writeInt(line.length);
                out.write(line);
            }
        }
    }

    /** @throws java.io.UncheckedIOException with a sentence, when the file cannot be read */
    static Reader read(Path file) {
        try {
            return new Reader(new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER)));
        } catch (IOException e) {
            throw SpillFolder.failed(e);
        }
    }

    /** Reads them one by one. */
    static final class Reader implements Iterator<byte[]>, AutoCloseable {
        private final DataInputStream in;
        private int left;

        private Reader(DataInputStream in) throws IOException {
            this.in = in;
            this.left = in.readInt();
        }

        @Override
        public boolean hasNext() {
            return left > 0;
        }

        @Override
        public byte[] next() {
            if (left == 0) {
                throw new NoSuchElementException();
            }
            left--;
            try {
                byte[] line = new byte[in.readInt()];
                in.readFully(line);
                return line;
            } catch (IOException e) {
                throw SpillFolder.failed(e);
            }
        }

        @Override
        public void close() {
            try {
                in.close();
            } catch (IOException e) {
                // The file is removed in any case.
            }
        }
    }
}
