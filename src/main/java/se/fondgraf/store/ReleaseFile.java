package se.fondgraf.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * A file of a release on disk as it must be. The checksum is CRC-32C, which processors compute about as fast as they
 * read: it finds damage, and is no protection against someone who may write into the folder.
 *
 * @param checksum eight hex digits
 * @param size in bytes
 * @param path within the release, with slashes
 */
record ReleaseFile(String checksum, long size, String path) {
    private static final int BUFFER = 1 << 20;
    private static final int PARTS = 4;

    /** Looks at a file as it is. */
    static ReleaseFile of(Path release, Path file) throws IOException {
        String path = release.relativize(file).toString().replace('\\', '/');
        return new ReleaseFile(checksum(file), Files.size(file), path);
    }

    /** A line of the marker. */
    String line() {
        return "file " + checksum + " " + size + " " + path;
    }

    /** Reads such a line, whose own soundness is known. */
    static ReleaseFile parse(String line) {
        String[] parts = line.split(" ", PARTS);
        return new ReleaseFile(parts[1], Long.parseLong(parts[2]), parts[3]);
    }

    /**
     * Compares with what is there.
     *
     * @throws IOException with the difference as its message
     */
    void check(Path release) throws IOException {
        Path file = release.resolve(path);
        if (!Files.isRegularFile(file)) {
            throw new IOException("its file " + path + " is missing");
        }
        if (Files.size(file) != size) {
            throw new IOException("its file " + path + " has " + Files.size(file) + " bytes instead of " + size);
        }
        if (!checksum(file).equals(checksum)) {
            throw new IOException("its file " + path + " has other bytes than were written");
        }
    }

    private static String checksum(Path file) throws IOException {
        CRC32C sum = new CRC32C();
        ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            while (channel.read(buffer) >= 0) {
                sum.update(buffer.flip());
                buffer.clear();
            }
        }
        return "%08x".formatted(sum.getValue());
    }
}
