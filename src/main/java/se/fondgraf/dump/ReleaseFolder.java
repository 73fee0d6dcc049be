package se.fondgraf.dump;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.regex.Pattern;
import se.fondgraf.publish.RdfFile;

/**
 * A folder of releases: one folder for each version, which never changes once it is there, and the file {@code latest},
 * which holds the version that is current.
 *
 * <p>A release is built in a hidden folder beside the others and takes its place in one step, after everything is on
 * the disk; then {@code latest} is replaced in one step. Whoever is killed in between leaves what was there before, and
 * the next one clears away what is left. One process at a time may build: it holds a lock on the file {@code .lock}.
 */
public final class ReleaseFolder implements AutoCloseable {
    /** The name of the file with the current version. */
    public static final String LATEST = "latest";

    private static final String LOCK = ".lock";
    private static final Pattern VERSION = Pattern.compile("[0-9a-f]{16}");

    private final Path folder;
    private final FileChannel lock;

    private ReleaseFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Opens a folder for building, makes it if it is not there, and clears away what killed processes left.
     *
     * @throws DumpException when another process builds in it
     */
    public static ReleaseFolder open(Path folder) throws IOException, DumpException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new DumpException(folder + " is a file; name a folder for releases");
        }
        Files.createDirectories(folder);
        FileChannel lock = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!isTaken(lock)) {
            lock.close();
            throw new DumpException(folder + ": another process is making a release there; wait until it is done");
        }
        ReleaseFolder opened = new ReleaseFolder(folder, lock);
        opened.clearAway();
        return opened;
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** The current version of a folder of releases, of which nothing is known yet; empty when there is none. */
    public static Optional<String> latest(Path folder) throws IOException {
        try {
            String version = Files.readString(folder.resolve(LATEST), StandardCharsets.US_ASCII)
                    .strip();
            return Optional.of(version)
                    .filter(text -> VERSION.matcher(text).matches())
                    .filter(text -> Files.isDirectory(folder.resolve(text), LinkOption.NOFOLLOW_LINKS));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** The current version; empty when there is none. */
    public Optional<String> latest() throws IOException {
        return latest(folder);
    }

    /** Where the release of a version is, or would be. */
    public Path release(String version) {
        return folder.resolve(version);
    }

    /** An empty hidden folder for a release that is being built. */
    Path draft(String version) throws IOException {
        return Files.createDirectory(folder.resolve("." + version + ".part"));
    }

    /** The draft takes its place. Its files are on the disk already. */
    void publish(Path draft, String version) throws IOException {
        syncFolders(draft);
        Files.move(draft, release(version), StandardCopyOption.ATOMIC_MOVE);
        sync(folder);
        makeLatest(version);
    }

    /** Makes a release that is there the current one. */
    void makeLatest(String version) throws IOException {
        RdfFile.write(folder.resolve(LATEST), out -> out.write((version + "\n").getBytes(StandardCharsets.US_ASCII)));
        sync(folder);
    }

    private void clearAway() throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, ".*.part")) {
            for (Path part : left) {
                remove(part);
            }
        }
    }

    static void remove(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void syncFolders(Path root) throws IOException {
        try (var folders = Files.walk(root)) {
            for (Path path : folders.filter(Files::isDirectory).toList()) {
                sync(path);
            }
        }
    }

    /** So that names are on the disk too. Not every system can; those that cannot do it by themselves. */
    private static void sync(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows opens no folder.
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
