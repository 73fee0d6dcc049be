package se.fondgraf.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import se.fondgraf.describe.OperatorFile;

/** The folder that the program lives in: where the launcher stands, else the working folder. */
final class Home {
    private Home() {}

    /** The bundled pages; a relative path where that is shorter to read. */
    static Path seeds() {
        Path seeds = folder().resolve("seeds");
        Path here = Path.of("").toAbsolutePath();
        return seeds.toAbsolutePath().startsWith(here) ? here.relativize(seeds.toAbsolutePath()) : seeds;
    }

    /** The operator's file, if there is one beside the program. */
    static Optional<Path> configuration() {
        return Optional.of(folder().resolve(OperatorFile.NAME)).filter(Files::exists);
    }

    private static Path folder() {
        return Path.of(System.getProperty("fondgraf.home", ""));
    }
}
