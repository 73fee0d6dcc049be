package se.fondgraf.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The texts that are too long for the dictionary's own blocks, one after the other. The first few megabytes stay on the
 * heap; what follows goes to a temporary file that is mapped into memory, so that the operating system keeps of it what
 * is read and may drop the rest. The file has no name once it is open (on systems that allow it), so nothing is left
 * behind however the process ends.
 *
 * <p>Written by one thread, then read by any number.
 */
final class LongTexts implements AutoCloseable {
    private static final int BLOCK_BITS = 22;
    private static final int BLOCK = 1 << BLOCK_BITS;

    /** Full blocks that stay on the heap. */
    private static final int ON_HEAP = 4;

    private final List<ByteBuffer> blocks = new ArrayList<>();
    private Optional<FileChannel> file = Optional.empty();
    private byte[] last = new byte[1 << 12];
    private int used;

    /**
     * Adds bytes at the end.
     *
     * @return where they begin
     * @throws UncheckedIOException when the temporary file cannot be written
     */
    long append(byte[] bytes, int from, int length) {
        long position = ((long) blocks.size() << BLOCK_BITS) + used;
        int done = 0;
        while (done < length) {
            int part = Math.min(length - done, BLOCK - used);
            if (used + part > last.length) {
                last = Arrays.copyOf(last, Math.min(BLOCK, Math.max(used + part, 2 * last.length)));
            }
            System.arraycopy(bytes, from + done, last, used, part);
            used += part;
            done += part;
            if (used == BLOCK) {
                finishBlock();
            }
        }
        return position;
    }

    private void finishBlock() {
        if (blocks.size() < ON_HEAP) {
            blocks.add(ByteBuffer.wrap(last));
            last = new byte[BLOCK];
        } else {
            try {
                blocks.add(written());
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "the temporary file for long texts cannot be written in " + System.getProperty("java.io.tmpdir")
                                + "; -Djava.io.tmpdir=FOLDER names another folder",
                        e);
            }
        }
        used = 0;
    }

    private ByteBuffer written() throws IOException {
        if (file.isEmpty()) {
            Path path = Files.createTempFile(Path.of(System.getProperty("java.io.tmpdir")), "fondgraf-texts", ".bin");
            file = Optional.of(FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
        }
        FileChannel channel = file.orElseThrow();
        long start = (long) (blocks.size() - ON_HEAP) << BLOCK_BITS;
        ByteBuffer block = ByteBuffer.wrap(last);
        while (block.hasRemaining()) {
            channel.write(block, start + block.position());
        }
        return channel.map(FileChannel.MapMode.READ_ONLY, start, BLOCK);
    }

    /** The bytes from a position on. */
    byte[] read(long position, int length) {
        byte[] bytes = new byte[length];
        int done = 0;
        while (done < length) {
            int offset = offset(position + done);
            int part = Math.min(length - done, BLOCK - offset);
            block(position + done).get(offset, bytes, done, part);
            done += part;
        }
        return bytes;
    }

    /** Whether these bytes stand at that position. */
    boolean matches(long position, byte[] bytes, int from, int length) {
        int done = 0;
        while (done < length) {
            int offset = offset(position + done);
            int part = Math.min(length - done, BLOCK - offset);
            ByteBuffer stored = block(position + done).slice(offset, part);
            if (stored.mismatch(ByteBuffer.wrap(bytes, from + done, part)) >= 0) {
                return false;
            }
            done += part;
        }
        return true;
    }

    private ByteBuffer block(long position) {
        int number = (int) (position >>> BLOCK_BITS);
        return number < blocks.size() ? blocks.get(number) : ByteBuffer.wrap(last);
    }

    private static int offset(long position) {
        return (int) position & (BLOCK - 1);
    }

    /** Takes no more. What is mapped stays readable. */
    @Override
    public void close() {
        last = Arrays.copyOf(last, used);
        try {
            if (file.isPresent()) {
                file.get().close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the temporary file for long texts cannot be closed", e);
        }
        file = Optional.empty();
    }
}
