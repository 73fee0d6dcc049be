package se.fondgraf.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import se.fondgraf.publish.RdfFile;

/**
 * Where a command writes.
 *
 * @param given the name of a file, or {@code -} for standard output
 */
record OutputFile(String given) {
    boolean isStandardOutput() {
        return given.equals("-");
    }

    /** Empty for standard output. */
    Optional<Path> file() {
        return isStandardOutput() ? Optional.empty() : Optional.of(Path.of(given));
    }

    /** What a summary says behind its figures. */
    String told() {
        return isStandardOutput() ? "" : "; wrote " + given;
    }

    /**
     * Writes it; a file takes its place when it is whole.
     *
     * @throws OperatorException when it cannot be written
     */
    void write(RdfFile.Content content) {
        try {
            if (isStandardOutput()) {
                // System.out hides failures such as a closed pipe.
                RdfFile.encode(new FileOutputStream(FileDescriptor.out), false, content);
            } else {
                RdfFile.write(Path.of(given), content);
            }
        } catch (IOException | UncheckedIOException e) {
            throw OperatorException.of((isStandardOutput() ? "standard output" : given) + " cannot be written", e);
        }
    }
}
