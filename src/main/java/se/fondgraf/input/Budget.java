package se.fondgraf.input;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * How much a compressed file may unpack to. Pages become a tenth of their size when compressed; what grows to hundreds
 * of times was made to fill memory and disk.
 */
final class Budget {
    static final String TOO_MUCH = "unpacks to more than 200 times its size; no archive of pages does";

    private static final long TIMES = 200;
    /** So that a small file of blank lines is no bomb. */
    private static final long LEAST = 32L << 20;

    private long left;

    /** @param compressed the size of the whole file */
    Budget(long compressed) {
        left = Math.max(LEAST, compressed * TIMES);
    }

    /** There was more in it than any page or archive of pages has. */
    static final class SpentException extends IOException {
        private static final long serialVersionUID = 1;

        SpentException() {
            super(TOO_MUCH);
        }
    }

    /** The stream, of which no more can be read than is left. */
    InputStream meter(InputStream unpacked) {
        return new FilterInputStream(unpacked) {
            @Override
            public int read() throws IOException {
                int b = super.read();
                spend(b < 0 ? 0 : 1);
                return b;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int count = super.read(buffer, offset, length);
                spend(Math.max(0, count));
                return count;
            }

            @Override
            public boolean markSupported() {
                return false;
            }
        };
    }

    private void spend(int bytes) throws SpentException {
        left -= bytes;
        if (left < 0) {
            throw new SpentException();
        }
    }
}
