package se.fondgraf.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program {@code fondgraf}. */
@Command(
        name = "fondgraf",
        mixinStandardHelpOptions = true,
        description = "Publishes ESF projects as linked open data.")
public final class Main {
    private Main() {}

    /** Runs one command and exits with its code: 0 done, 1 nothing usable or a failed check, 2 wrong usage. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }
}
