package se.fondgraf.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A folder of the system's temporary one for what does not fit in memory, readable by nobody else. Its owner holds a
 * lock in it; what killed processes left is removed when the next one begins.
 */
final class SpillFolder implements AutoCloseable {
    private static final String PREFIX = "fondgraf-sort-";
    private static final String LOCK = "lock";

    private final Path folder;
    private final FileChannel lock;

    private SpillFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * An empty folder.
     *
     * @throws UncheckedIOException with a sentence, when there can be none
     */
    static SpillFolder create() {
        Path parent = Path.of(System.getProperty("java.io.tmpdir"));
        try {
            removeDead(parent);
            Path folder = Files.createTempDirectory(parent, PREFIX);
            FileChannel lock =
                    FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            isFree(lock);
            return new SpillFolder(folder, lock);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** What to say when a temporary file cannot be written or read. */
    static UncheckedIOException failed(Throwable cause) {
        return new UncheckedIOException(new IOException(
                "temporary files in " + System.getProperty("java.io.tmpdir") + " cannot be written: "
                        + cause.getMessage()
                        + "; free some space there, or name another folder with"
                        + " FONDGRAF_JAVA_OPTIONS=-Djava.io.tmpdir=FOLDER",
                cause));
    }

    /** A file of it, by that name. */
    Path file(String name) {
        return folder.resolve(name);
    }

    @Override
    public void close() {
        try {
            remove(folder);
            lock.close();
        } catch (IOException e) {
            // The next run finds it without an owner and removes it.
        }
    }

    private static void removeDead(Path parent) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path folder : folders) {
                removeIfDead(folder);
            }
        }
    }

    private static void removeIfDead(Path folder) {
        try (FileChannel lock = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE)) {
            if (isFree(lock)) {
                remove(folder);
            }
        } catch (IOException e) {
            // Another user's, or one that is just being made or removed.
        }
    }

    private static boolean isFree(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** The lock goes last, so that a folder half removed is still known to be nobody's. */
    private static void remove(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (!file.endsWith(LOCK)) {
                    Files.delete(file);
                }
            }
        }
        Files.deleteIfExists(folder.resolve(LOCK));
        Files.delete(folder);
    }
}
