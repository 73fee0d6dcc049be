package se.fondgraf.dump;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import se.fondgraf.publish.LineReader;

/** Two files of sorted lines side by side: what only one of them has, and what both have. */
final class Differences {
    private Differences() {}

    /** Told of every line in the order of both files. */
    interface Listener {
        /** A line that the older file alone has. */
        void removed(byte[] line) throws IOException;

        /** A line that the newer file alone has. */
        void added(byte[] line) throws IOException;

        /** A line of both. */
        default void kept(byte[] line) throws IOException {}
    }

    /** Goes through both, holding one line of each. */
    static void between(Path older, Path newer, Listener listener) throws IOException {
        try (LineReader before = new LineReader(older);
                LineReader after = new LineReader(newer)) {
            Optional<byte[]> gone = next(before);
            Optional<byte[]> come = next(after);
            while (gone.isPresent() || come.isPresent()) {
                int order = order(gone, come);
                if (order < 0) {
                    listener.removed(gone.orElseThrow());
                } else if (order > 0) {
                    listener.added(come.orElseThrow());
                } else {
                    listener.kept(come.orElseThrow());
                }
                gone = order <= 0 ? next(before) : gone;
                come = order >= 0 ? next(after) : come;
            }
        }
    }

    private static int order(Optional<byte[]> gone, Optional<byte[]> come) {
        if (gone.isEmpty() || come.isEmpty()) {
            return gone.isEmpty() ? 1 : -1;
        }
        return Arrays.compareUnsigned(gone.get(), come.get());
    }

    private static Optional<byte[]> next(LineReader lines) {
        return lines.hasNext() ? Optional.of(lines.next()) : Optional.empty();
    }
}
