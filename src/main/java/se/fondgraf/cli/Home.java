package se.fondgraf.cli;

import java.nio.file.Path;

/** The folder that the program lives in: where the launcher stands, else the working folder. */
final class Home {
    private Home() {}

    /** The bundled pages; a relative path where that is shorter to read. */
    static Path seeds() {
        Path seeds = Path.of(System.getProperty("fondgraf.home", "")).resolve("seeds");
        Path here = Path.of("").toAbsolutePath();
        return seeds.toAbsolutePath().startsWith(here) ? here.relativize(seeds.toAbsolutePath()) : seeds;
    }
}
