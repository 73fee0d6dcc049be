package se.fondgraf.input;

import java.io.Closeable;
import java.util.Iterator;

/**
 * The pages of one file, each read when it is asked for. What cannot be read comes as a {@link Rejection} in its place;
 * nothing is thrown.
 */
public interface Pieces extends Iterator<Taken>, Closeable {
    /** How many bytes of the file have been read so far; never more than it has. */
    long position();

    /** Gives up the rest. */
    void stop();
}
