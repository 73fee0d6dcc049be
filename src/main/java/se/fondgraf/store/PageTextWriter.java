package se.fondgraf.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes texts of pages one after the other into a file, each compressed by itself with its name before it. Only where
 * each lies is held in memory.
 */
final class PageTextWriter implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final RandomAccessFile file;
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream(2 * BUFFER);
    private final PageIndex.Builder index = new PageIndex.Builder();
    private long written;
    private boolean handedOver;

    private PageTextWriter(RandomAccessFile file) {
        this.file = file;
    }

    /**
     * Writes a new file.
     *
     * @throws UncheckedIOException when it cannot be made
     */
    static PageTextWriter to(Path file) {
        try {
            return new PageTextWriter(new RandomAccessFile(file.toFile(), "rw"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes a file of its own in the folder for temporary files. Where the system allows it, the file has no name from
     * the beginning, so that nothing is left behind however the process ends.
     *
     * @throws UncheckedIOException when it cannot be made
     */
    static PageTextWriter temporary() {
        try {
            Path path = Files.createTempFile("fondgraf-pages", ".bin");
            RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
            if (!path.toFile().delete()) {
                path.toFile().deleteOnExit();
            }
            return new PageTextWriter(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Adds a page.
     *
     * @throws UncheckedIOException when the file cannot be written
     */
    void add(String project, String page8, String text) {
        String name = PageIndex.name(project, page8);
        int before = waiting.size();
        try (OutputStream out = new DeflaterOutputStream(waiting, deflater, 8 * 1024)) {
            out.write((name + "\n" + text).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        deflater.reset();
        index.add(name, written + before, waiting.size() - before);
        if (waiting.size() >= BUFFER) {
            flush();
        }
    }

    private void flush() {
        try {
            file.write(waiting.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        written += waiting.size();
        waiting.reset();
    }

    /**
     * The texts, whole and on their disk. Nothing can be added afterwards.
     *
     * @throws UncheckedIOException when the file cannot be written
     */
    PageTextFile finish() {
        flush();
        try {
            file.getFD().sync();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        handedOver = true;
        return new PageTextFile(file, index.build());
    }

    /** Gives up the file unless it was finished. */
    @Override
    public void close() {
        deflater.end();
        if (!handedOver) {
            try {
                file.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
