package se.fondgraf.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Keeps a store to one process. The operating system lets go of the lock however the process ends. */
final class StoreLock implements AutoCloseable {
    private static final String NAME = "lock";
    private static final int MOST_DIGITS = 20;

    private final FileChannel channel;
    private final String identity;

    private StoreLock(FileChannel channel, String identity) {
        this.channel = channel;
        this.identity = identity;
    }

    /**
     * Takes the lock of the store.
     *
     * @throws StoreException when another process has it
     * @throws IOException when the lock's file cannot be written
     */
    static StoreLock of(Path store) throws IOException {
        Path file = store.resolve(NAME);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean taken = false;
        try {
            if (lock(channel) == null) {
                throw new StoreException("the store " + store + " is in use by another process" + holder(file)
                        + "; only one can have it at a time");
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
            taken = true;
            return new StoreLock(channel, Folders.identity(file));
        } finally {
            if (!taken) {
                channel.close();
            }
        }
    }

    /**
     * Whether this is the lock of the folder that is there now, and not of one that was there before. The file is held
     * open, so nothing else can have its identity.
     */
    boolean isOf(Path store) {
        try {
            return Folders.identity(store.resolve(NAME)).equals(identity);
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether somebody has the lock of a store at this moment. */
    static boolean isTaken(Path store) {
        try (FileChannel channel = FileChannel.open(store.resolve(NAME), StandardOpenOption.WRITE);
                FileLock free = lock(channel)) {
            return free == null;
        } catch (IOException e) {
            return false;
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static String holder(Path file) throws IOException {
        String number = Files.readString(file).strip();
        return number.length() <= MOST_DIGITS && number.matches("\\d+") ? " (number " + number + ")" : "";
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
