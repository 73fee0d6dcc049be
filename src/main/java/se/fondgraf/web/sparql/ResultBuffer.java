package se.fondgraf.web.sparql;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.fondgraf.web.http.Content;
import se.fondgraf.web.http.Refusal;

/**
 * A result being written, held back until it is whole: the first mebibyte in memory, in pieces that are never copied
 * together, and a larger one in a file.
 */
final class ResultBuffer extends OutputStream implements Content {
    /** Bytes of one result in memory. */
    static final int IN_MEMORY = 1 << 20;

    private static final int FIRST = 4 * 1024;
    private static final int PIECE = 64 * 1024;

    private final long limit;
    private final Deadline deadline;
    private final Spool spool;
    private final List<byte[]> full = new ArrayList<>();
    private Optional<FileChannel> file = Optional.empty();
    private byte[] piece = new byte[FIRST];
    private int used;
    private long size;
    private long held;
    private long spooled;

    /**
     * An empty buffer.
     *
     * @param limit bytes of the result
     */
    ResultBuffer(long limit, Deadline deadline, Spool spool) {
        this.limit = limit;
        this.deadline = deadline;
        this.spool = spool;
    }

    @Override
    public void write(int b) {
        if (used < piece.length && size < limit) {
            piece[used++] = (byte) b;
            size++;
        } else {
            write(new byte[] {(byte) b}, 0, 1);
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        deadline.check();
        size += length;
        if (size > limit) {
            throw Refusal.tooManyBytes(limit);
        }
        int from = offset;
        int left = length;
        while (left > 0) {
            if (used == piece.length) {
                nextPiece();
            }
            int part = Math.min(left, piece.length - used);
            System.arraycopy(bytes, from, piece, used, part);
            used += part;
            from += part;
            left -= part;
        }
    }

    private void nextPiece() {
        if (file.isPresent()) {
            spool(file.get(), piece);
        } else if ((full.size() + 1L) * PIECE < IN_MEMORY && spool.takeMemory(PIECE)) {
            full.add(piece);
            held += PIECE;
            piece = new byte[PIECE];
        } else {
            FileChannel opened = spool.open();
            file = Optional.of(opened);
            full.forEach(bytes -> spool(opened, bytes));
            spool(opened, piece);
            letGo();
        }
        used = 0;
    }

    private void spool(FileChannel channel, byte[] bytes) {
        spool.take(bytes.length);
        spooled += bytes.length;
        ByteBuffer left = ByteBuffer.wrap(bytes);
        try {
            while (left.hasRemaining()) {
                channel.write(left);
            }
        } catch (IOException e) {
            throw Spool.full(e);
        }
    }

    private void letGo() {
        full.clear();
        spool.giveMemoryBack(held);
        held = 0;
    }

    /** Bytes written so far. */
    @Override
    public long size() {
        return size;
    }

    /** Copies the whole result. */
    @Override
    public void writeTo(OutputStream out) throws IOException {
        for (byte[] bytes : full) {
            out.write(bytes);
        }
        if (file.isPresent()) {
            ByteBuffer part = ByteBuffer.allocate(PIECE);
            for (long at = 0; at < spooled; at += part.limit()) {
                part.clear();
                if (file.get().read(part, at) < 0) {
                    throw new IOException("the file of a result is shorter than it was");
                }
                part.flip();
                out.write(part.array(), 0, part.limit());
            }
        }
        out.write(piece, 0, used);
    }

    /** Gives memory and file back. */
    @Override
    public void release() {
        letGo();
        spool.giveBack(spooled);
        spooled = 0;
        file.ifPresent(ResultBuffer::close);
        file = Optional.empty();
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            Spool.full(e);
        }
    }
}
