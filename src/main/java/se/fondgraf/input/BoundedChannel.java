package se.fondgraf.input;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/**
 * A file of which only so much may be read while an archive's list of members is read from it, because that list is
 * held in memory, and how long it is nobody knows before.
 */
final class BoundedChannel implements SeekableByteChannel {
    /** Enough for two hundred thousand members with names of usual length. */
    private static final long MOST = 32L << 20;

    private final SeekableByteChannel file;
    private long left = MOST;

    BoundedChannel(SeekableByteChannel file) {
        this.file = file;
    }

    /** Whether more was asked for than a list of members may be long. */
    boolean isSpent() {
        return left < 0;
    }

    /** From now on any part may be read. */
    void unbound() {
        left = Long.MAX_VALUE;
    }

    @Override
    public int read(ByteBuffer buffer) throws IOException {
        int count = file.read(buffer);
        left -= Math.max(0, count);
        if (left < 0) {
            throw new IOException("more than a list of members may be long");
        }
        return count;
    }

    @Override
    public int write(ByteBuffer buffer) throws IOException {
        throw new IOException("archives are only read");
    }

    @Override
    public long position() throws IOException {
        return file.position();
    }

    @Override
    public SeekableByteChannel position(long position) throws IOException {
        file.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return file.size();
    }

    @Override
    public SeekableByteChannel truncate(long size) throws IOException {
        throw new IOException("archives are only read");
    }

    @Override
    public boolean isOpen() {
        return file.isOpen();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
