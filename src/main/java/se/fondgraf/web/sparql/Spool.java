package se.fondgraf.web.sparql;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.fondgraf.web.http.Refusal;

/**
 * Room on disk for results that are too large for memory. Each file is private to this user and loses its name as soon
 * as it is open, so the system takes it back whenever the process ends, in whatever way; what a process that was killed
 * in between left behind is removed at the start.
 */
public final class Spool {
    private static final Logger LOG = LoggerFactory.getLogger(Spool.class);

    /** Bytes of all results together that may be in memory. */
    private static final long MEMORY = Math.max(16L << 20, Runtime.getRuntime().maxMemory() / 8);

    private static final String PREFIX = "fondgraf-result-";

    private final Path folder;
    private final long limit;
    private final AtomicLong used = new AtomicLong();
    private final AtomicLong inMemory = new AtomicLong();

    /**
     * Room in that folder.
     *
     * @param limit bytes of all results together
     */
    public Spool(Path folder, long limit) {
        this.folder = folder;
        this.limit = limit;
        removeLeftovers();
    }

    /** In the system's folder for temporary files. */
    static Spool temporary(Limits limits) {
        return new Spool(Path.of(System.getProperty("java.io.tmpdir")), room(limits));
    }

    /** The room that results under these limits need: sixteen of the largest. */
    public static long room(Limits limits) {
        return 16 * limits.bytes();
    }

    /** Whether so many more bytes of results may be held in memory, because a client that does not read keeps them. */
    boolean takeMemory(long bytes) {
        if (inMemory.addAndGet(bytes) > MEMORY) {
            inMemory.addAndGet(-bytes);
            return false;
        }
        return true;
    }

    void giveMemoryBack(long bytes) {
        inMemory.addAndGet(-bytes);
    }

    /** Bytes in use on disk. */
    public long used() {
        return used.get();
    }

    /**
     * An empty file.
     *
     * @throws Refusal 503 when there can be none
     */
    FileChannel open() {
        Set<StandardOpenOption> options = Set.of(
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
        Path file = folder.resolve(PREFIX + UUID.randomUUID());
        try {
            return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                    ? FileChannel.open(file, options, ownerOnly())
                    : FileChannel.open(file, options);
        } catch (IOException e) {
            throw full(e);
        }
    }

    private static FileAttribute<?> ownerOnly() {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    }

    /**
     * Counts bytes about to be written.
     *
     * @throws Refusal 503 when all results together would be too large
     */
    void take(long bytes) {
        if (used.addAndGet(bytes) > limit) {
            used.addAndGet(-bytes);
            throw noRoom();
        }
    }

    void giveBack(long bytes) {
        used.addAndGet(-bytes);
    }

    /** The disk is full, or gone. */
    static Refusal full(IOException e) {
        LOG.warn("no room for a result: {}", e.toString());
        return noRoom();
    }

    private static Refusal noRoom() {
        return Refusal.of(
                503, "The server has no room for a result of this size at the moment; try again, or ask for less.");
    }

    private void removeLeftovers() {
        try (var files = Files.newDirectoryStream(folder, PREFIX + "*")) {
            for (Path file : files) {
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            LOG.warn("cannot look through {}: {}", folder, e.toString());
        }
    }
}
