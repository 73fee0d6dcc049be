package se.fondgraf.web.sparql;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import se.fondgraf.web.http.Content;
import se.fondgraf.web.http.Refusal;

/**
 * A result being written, held back until it is whole. Grows in pieces, so that a large one is never copied.
 *
 * <p>All buffers together stay within a quota, because a client that does not read keeps its result in memory.
 */
final class ResultBuffer extends OutputStream implements Content {
    /** Bytes that all results together may hold. */
    static final class Quota {
        private final AtomicLong left;

        Quota(long bytes) {
            left = new AtomicLong(bytes);
        }

        private void take(long bytes) {
            if (left.addAndGet(-bytes) < 0) {
                left.addAndGet(bytes);
                throw Refusal.busy();
            }
        }

        private void giveBack(long bytes) {
            left.addAndGet(bytes);
        }
    }

    private static final int FIRST = 4 * 1024;
    private static final int PIECE = 64 * 1024;

    private final long limit;
    private final Deadline deadline;
    private final Quota quota;
    private final List<byte[]> full = new ArrayList<>();
    private byte[] piece = new byte[FIRST];
    private int used;
    private long size;
    private long taken;

    /**
     * An empty buffer.
     *
     * @param limit bytes of the result
     */
    ResultBuffer(long limit, Deadline deadline, Quota quota) {
        this.limit = limit;
        this.deadline = deadline;
        this.quota = quota;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
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
        quota.take(PIECE);
        taken += PIECE;
        full.add(piece);
        piece = new byte[PIECE];
        used = 0;
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
        out.write(piece, 0, used);
    }

    /** Gives the memory back. */
    @Override
    public void release() {
        quota.giveBack(taken);
        taken = 0;
        full.clear();
    }
}
