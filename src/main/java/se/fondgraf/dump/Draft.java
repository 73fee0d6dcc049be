package se.fondgraf.dump;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import se.fondgraf.publish.RdfFile;
import se.fondgraf.publish.RdfSyntax;

/**
 * The files of a release that is being written, each on the disk and with its checksum. For several threads at once.
 */
final class Draft {
    private final Path folder;
    private final SortedMap<String, ReleaseFile> files = new ConcurrentSkipListMap<>();

    Draft(Path folder) {
        this.folder = folder;
    }

    /** The folder that is being filled. */
    Path folder() {
        return folder;
    }

    /** What has been written, by path. */
    Collection<ReleaseFile> files() {
        return files.values();
    }

    /** Writes a file, packed when its name ends in {@code .gz}. */
    ReleaseFile write(String path, ReleaseFile.About about, RdfFile.Content content) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.resolveSibling(""));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            Measured measured = new Measured(Channels.newOutputStream(channel));
            RdfFile.encode(measured, RdfSyntax.isCompressed(path), content);
            channel.force(true);
            ReleaseFile written = new ReleaseFile(path, about, measured.bytes, measured.sha256());
            files.put(path, written);
            return written;
        }
    }

    /** Counts and hashes what goes through. */
    private static final class Measured extends FilterOutputStream {
        private final MessageDigest digest = Checksums.sha256();
        private long bytes;

        Measured(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] buffer, int offset, int length) throws IOException {
            out.write(buffer, offset, length);
            digest.update(buffer, offset, length);
            bytes += length;
        }

        String sha256() {
            return HexFormat.of().formatHex(digest.digest());
        }
    }
}
