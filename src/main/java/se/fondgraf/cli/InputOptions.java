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

/** What every command that converts can be told about the conversion. */
final class InputOptions {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec command;

    @Option(
            names = "--base",
            paramLabel = "IRI",
            defaultValue = Iris.DEFAULT_BASE,
            description = "Where the data's IRIs live; default ${DEFAULT-VALUE}. Ontology and codes never move.")
    private String base = Iris.DEFAULT_BASE;

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

    @Option(
            names = "--decisions",
            paramLabel = "FILE",
            description = {
                "People's judgements about names (CSV), which override every rule and the bundled judgements;",
                "may be repeated: the last wins. fondgraf review writes the questions in this form."
            })
    private List<Path> decisions = List.of();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = {
                "Who publishes the data, for its descriptions (YAML); default fondgraf.yaml beside the program,",
                "and without that the standard."
            })
    private Optional<Path> config = Optional.empty();

    @Option(names = "--strict", description = "Exit with 1 if any input was rejected.")
    private boolean strict;

    Iris iris() {
        try {
            return Iris.under(base);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), "--base: " + e.getMessage(), e);
        }
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

    /** Files of people's judgements, the last of which wins. */
    List<Path> decisions() {
        return decisions;
    }

    /**
     * Who publishes the data.
     *
     * @throws se.fondgraf.curated.CuratedFileException when the file cannot be used
     */
    Operator operator() {
        Optional<String> epoch = Optional.ofNullable(System.getenv("SOURCE_DATE_EPOCH"));
        return config.or(Home::configuration)
                .map(file -> OperatorFile.read(file, epoch))
                .orElseGet(() -> OperatorFile.standard(epoch));
    }

    boolean strict() {
        return strict;
    }

    /** The inputs given, or the bundled pages. */
    static List<Path> inputsOrSeeds(List<Path> inputs) {
        return inputs.isEmpty() ? List.of(Home.seeds()) : inputs;
    }
}
