package se.fondgraf.publish;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
     * complete.
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
        Path part = Files.createTempFile(parent, "." + target.getFileName() + ".", ".part");
        try {
            try (OutputStream out = open(part, RdfSyntax.isCompressed(file.toString()))) {
                content.writeTo(out);
            }
            move(part, target);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static OutputStream open(Path part, boolean compressed) throws IOException {
        OutputStream file = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16);
        return compressed ? new GZIPOutputStream(file, 1 << 16) : file;
    }

    private static void move(Path part, Path target) throws IOException {
        part.toFile().setReadable(true, false);
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
