package se.fondgraf.cli;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Keeps a command from writing over what it reads, or twice over one file. */
final class OutputGuard {
    private OutputGuard() {}

    /**
     * Checks before anything is read.
     *
     * @throws ParameterException when two outputs are one file, or an output is a page that is read
     */
    static void check(CommandLine command, List<Path> inputs, Optional<Path> output, Optional<Path> report) {
        if (output.isPresent() && report.isPresent() && absolute(output.get()).equals(absolute(report.get()))) {
            throw new ParameterException(command, "--report and the output are the same file: " + output.get());
        }
        for (Path file : Stream.concat(output.stream(), report.stream()).toList()) {
            if (Files.isRegularFile(file) && isRead(file, inputs)) {
                throw new ParameterException(command, file + " is one of the inputs; write to another file");
            }
        }
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    /**
     * Whether the file is given as an input, or lies in a folder that is and looks like a page rather than an older
     * output.
     */
    private static boolean isRead(Path file, List<Path> inputs) {
        boolean page =
                !file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(nq|trig|nt|ttl|rdf|jsonld|json)(\\.gz)?");
        return inputs.stream()
                .anyMatch(input -> Files.isDirectory(input) ? page && holds(input, file) : isSame(input, file));
    }

    private static boolean holds(Path folder, Path file) {
        try (Stream<Path> found = Files.find(
                folder,
                64,
                (path, attributes) -> attributes.isRegularFile() && isSame(path, file),
                new FileVisitOption[0])) {
            return found.findAny().isPresent();
        } catch (IOException | java.io.UncheckedIOException e) {
            return false;
        }
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.exists(one) && Files.isSameFile(one, other);
        } catch (IOException e) {
            return false;
        }
    }
}
