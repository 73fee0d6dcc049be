package se.fondgraf.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.fondgraf.publish.RdfFile;
import se.fondgraf.resolve.OpenQuestions;

/** {@code fondgraf review}: the names that a person should judge, as a file to fill in. */
@Command(
        name = "review",
        header = "Write the open questions about names to a CSV file.",
        description = {
            "%nWhich body a name means is left open where nothing proves it. Fill in decision (same, different, parent or",
            "seat), object, who, date and reason, and give the file to any command with --decisions. Rows without a",
            "decision are ignored. The columns name, candidates and rule are for the reader alone; a name that a",
            "spreadsheet would take for a formula has an apostrophe before it.%n"
        })
final class ReviewCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec command;

    @Parameters(
            paramLabel = "INPUT",
            arity = "0..*",
            description = "Files, or folders that are searched through; default the bundled pages in seeds/.")
    private List<Path> inputs = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE.csv",
            required = true,
            description = "The file to write, with the questions first whose answers settle most.")
    private Path output = Path.of("");

    @Mixin
    private InputOptions options = new InputOptions();

    @Override
    public Integer call() {
        PrintWriter err = command.commandLine().getErr();
        List<Path> read = InputOptions.inputsOrSeeds(inputs);
        OutputGuard.check(command.commandLine(), read, Optional.of(output), options.report());
        try (Run.NamesRead names = new Run(options, err).names(read)) {
            write(names.names().questions(), err);
            return options.strict() && !names.result().rejections().isEmpty() ? Main.FAILED : 0;
        }
    }

    private void write(OpenQuestions questions, PrintWriter err) {
        try {
            RdfFile.write(output, out -> out.write(questions.csv().getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw OperatorException.of(output + " cannot be written", e);
        }
        err.println(Run.counted(questions.count(), "open question") + "; wrote " + output);
    }
}
