package se.fondgraf.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import se.fondgraf.describe.Operator;
import se.fondgraf.describe.OperatorFile;
import se.fondgraf.rdf.Iris;

/** What every command that reads pages can be told about the reading. What is made of them is as usual. */
class ReadingOptions {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec command;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description =
                    "How many threads read pages; default one for each processor. The output does not depend on it.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Write a JSON report of what became of every line of every input.")
    private Optional<Path> report = Optional.empty();

    @Option(names = "--strict", description = "Exit with 1 if any input was rejected.")
    private boolean strict;

    /** The IRIs of the data. */
    Iris iris() {
        return Iris.under(Iris.DEFAULT_BASE);
    }

    /** Files of people's judgements, the last of which wins. */
    List<Path> decisions() {
        return List.of();
    }

    /**
     * Who publishes the data.
     *
     * @throws se.fondgraf.curated.CuratedFileException when the file cannot be used
     */
    Operator operator() {
        return OperatorFile.standard(Optional.empty());
    }

    int threads() {
        if (threads < 1) {
            throw new ParameterException(command.commandLine(), "--threads: must be 1 or more");
        }
        return threads;
    }

    Optional<Path> report() {
        return report;
    }

    boolean strict() {
        return strict;
    }

    /** The complaint about an option, to be thrown. */
    ParameterException wrong(String message, Exception cause) {
        return new ParameterException(command.commandLine(), message, cause);
    }
}
