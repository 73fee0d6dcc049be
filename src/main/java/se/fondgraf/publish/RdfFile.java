package se.fondgraf.publish;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Writes a whole file or none: beside its place first, then moved there in one step. */
public final class RdfFile {
    private RdfFile() {}

    /** What writes the bytes. */
    @FunctionalInterface
    public interface Content {
        /** Writes everything; the stream is closed by the caller. */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes a file, compressed when its name ends in {@code .gz}. An older file stays as it is until the new one is
     * complete and on the disk. What a process that was killed left beside the file is cleared away.
     *
     * @throws IOException when it cannot be written; nothing is left behind then
     */
    public static void write(Path file, Content content) throws IOException {
        Path target = file.toAbsolutePath();
        Path parent = target.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw new IOException("the folder " + parent + " does not exist");
        }
        if (Files.isDirectory(target)) {
            throw new IOException(file + " is a folder");
        }
        try (PartFile part = PartFile.beside(target)) {
            encode(Channels.newOutputStream(part.channel()), RdfSyntax.isCompressed(file.toString()), content);
            part.takeItsPlace();
        }
    }

    /** Keeps the file open when its content's writer closes what it was given. */
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }

    /**
     * Writes content to a stream, through gzip if asked to, whose head holds no time and no name. The stream is flushed
     * and left open.
     */
    public static void encode(OutputStream file, boolean compressed, Content content) throws IOException {
        OutputStream buffered = new BufferedOutputStream(file, 1 << 16);
        if (compressed) {
            GZIPOutputStream gzip = new GZIPOutputStream(buffered, 1 << 16);
            content.writeTo(new Unclosed(gzip));
            gzip.finish();
        } else {
            content.writeTo(new Unclosed(buffered));
        }
        buffered.flush();
    }
}
