package se.fondgraf.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import se.fondgraf.describe.Operator;
import se.fondgraf.describe.OperatorFile;
import se.fondgraf.rdf.Iris;

/** What every command that converts can be told about the conversion. */
final class InputOptions extends ReadingOptions {
    @Option(
            names = "--base",
            paramLabel = "IRI",
            defaultValue = Iris.DEFAULT_BASE,
            description = "Where the data's IRIs live; default ${DEFAULT-VALUE}. Ontology and codes never move.")
    private String base = Iris.DEFAULT_BASE;

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

    private Optional<Operator> operator = Optional.empty();

    @Override
    Iris iris() {
        try {
            return Iris.under(base);
        } catch (IllegalArgumentException e) {
            throw wrong("--base: " + e.getMessage(), e);
        }
    }

    @Override
    List<Path> decisions() {
        return decisions;
    }

    /** Read once, so that a server that loads new data goes on saying the same of itself. */
    @Override
    synchronized Operator operator() {
        if (operator.isEmpty()) {
            Optional<String> epoch = Optional.ofNullable(System.getenv("SOURCE_DATE_EPOCH"));
            operator = Optional.of(config.or(Home::configuration)
                    .map(file -> OperatorFile.read(file, epoch))
                    .orElseGet(() -> OperatorFile.standard(epoch)));
        }
        return operator.get();
    }

    /** The inputs given, or the bundled pages. */
    static List<Path> inputsOrSeeds(List<Path> inputs) {
        return inputs.isEmpty() ? List.of(Home.seeds()) : inputs;
    }
}
