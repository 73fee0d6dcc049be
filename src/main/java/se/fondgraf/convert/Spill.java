package se.fondgraf.convert;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * What a run has read and needs again, written aside: a file of its own in the folder for temporary files, which nobody
 * else can read and which is gone with the run, however that ends. Added to on one thread, read on any.
 */
final class Spill implements AutoCloseable {
    private final FileChannel file;
    /** Where it cannot be removed while it is open, as on Windows. */
    private final Optional<Path> remaining;

    private long size;

    /** Where something stands in the file. */
    record Place(long offset, int length) {}

    private Spill(FileChannel file, Optional<Path> remaining) {
        this.file = file;
        this.remaining = remaining;
    }

    /** A new one. @throws ConversionException when there is no room for it */
    static Spill open() {
        return in(Path.of(System.getProperty("java.io.tmpdir", ".")));
    }

    /** A new one in that folder. */
    static Spill in(Path folder) {
        try {
            Path path = Files.createTempFile(folder, "fondgraf-", ".pages");
            FileChannel file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
            return new Spill(file, remove(path));
        } catch (IOException e) {
            throw failed("no temporary file can be made in " + folder, e);
        }
    }

    /** One that is written to what there is already. */
    static Spill to(FileChannel file) {
        return new Spill(file, Optional.empty());
    }

    /** A removed file lives on for who has it open, and not even a killed process leaves it behind. */
    private static Optional<Path> remove(Path path) {
        try {
            Files.delete(path);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(path);
        }
    }

    /** Writes something aside. @throws ConversionException when there is no room left */
    Place add(byte[] bytes) {
        Place place = new Place(size, bytes.length);
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        try {
            while (buffer.hasRemaining()) {
                size += file.write(buffer, size);
            }
            return place;
        } catch (IOException e) {
            throw failed("the pages that were read cannot be kept in a temporary file", e);
        }
    }

    /** Reads something back. */
    byte[] read(Place place) {
        byte[] bytes = new byte[place.length()];
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        try {
            while (buffer.hasRemaining()) {
                if (file.read(buffer, place.offset() + buffer.position()) < 0) {
                    throw new IOException("it was cut");
                }
            }
            return bytes;
        } catch (IOException e) {
            throw failed("the temporary file of pages cannot be read back", e);
        }
    }

    private static ConversionException failed(String what, IOException cause) {
        return new ConversionException(
                what + ": " + cause.getMessage()
                        + "; make room, or name a folder that has some with FONDGRAF_JAVA_OPTIONS=-Djava.io.tmpdir=FOLDER",
                cause);
    }

    @Override
    public void close() {
        try {
            file.close();
            if (remaining.isPresent()) {
                Files.deleteIfExists(remaining.get());
            }
        } catch (IOException e) {
            // The system removes what is left in the folder for temporary files.
        }
    }
}
