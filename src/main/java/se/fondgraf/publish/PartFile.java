package se.fondgraf.publish;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A file that is being written beside its place, {@code .NAME.….part}. Its writer holds a lock on it, so that one whose
 * writer was killed is told from one that is still being written.
 */
final class PartFile implements AutoCloseable {
    private final Path part;
    private final Path target;
    private final FileChannel channel;

    private PartFile(Path part, Path target, FileChannel channel) {
        this.part = part;
        this.target = target;
        this.channel = channel;
    }

    /** An empty one; those of dead writers are removed. */
    static PartFile beside(Path target) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        String prefix = "." + target.getFileName() + ".";
        if (folder == null) {
            throw new IOException(target + " is a folder");
        }
        try (DirectoryStream<Path> others = Files.newDirectoryStream(
                folder,
                path -> String.valueOf(path.getFileName()).startsWith(prefix)
                        && path.toString().endsWith(".part"))) {
            for (Path other : others) {
                removeIfDead(other);
            }
        }
        while (true) {
            Path part = Files.createTempFile(folder, prefix, ".part");
            FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE);
            // Between the two steps another process may have taken it for a dead one's and removed it.
            if (isLocked(channel) && Files.exists(part)) {
                return new PartFile(part, target, channel);
            }
            channel.close();
        }
    }

    private static boolean isLocked(FileChannel channel) {
        try {
            return lock(channel).isPresent();
        } catch (IOException e) {
            // A file system without locks: then nobody else can take it for a dead one's either.
            return true;
        }
    }

    private static void removeIfDead(Path other) {
        try (FileChannel channel = FileChannel.open(other, StandardOpenOption.WRITE)) {
            if (lock(channel).isPresent()) {
                Files.deleteIfExists(other);
            }
        } catch (IOException e) {
            // Its writer has finished, or it is another user's: it harms nobody.
        }
    }

    /** The lock; empty when another process, or another thread of this one, holds it. */
    private static Optional<FileLock> lock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        }
    }

    FileChannel channel() {
        return channel;
    }

    /** Once everything is on the disk, it becomes the file. */
    void takeItsPlace() throws IOException {
        part.toFile().setReadable(true, false);
        channel.force(true);
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            Files.deleteIfExists(part);
        } finally {
            channel.close();
        }
    }
}
