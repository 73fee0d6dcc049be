package se.fondgraf.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.fondgraf.convert.ConversionException;
import se.fondgraf.convert.Names;

/** {@code fondgraf explain}: why names were, or were not, judged one body. */
@Command(
        name = "explain",
        header = "Tell why names were, or were not, judged one organisation.",
        description = {
            "%nTells of each body that a name can mean: what it is, how pages spell it, where they name it, by which",
            "rule each name was judged, and which near names are other bodies.%n"
        },
        footer = {
            "%nExamples:",
            "  fondgraf explain 'Arbetsförmedlingen, Västerås'",
            "  fondgraf explain organization/arbetsfoermedlingen pages/"
        })
final class ExplainCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec command;

    @Parameters(
            index = "0",
            paramLabel = "NAME-or-IRI",
            description = {
                "A name, whatever its case and punctuation; or an organisation or participation, in full or in",
                "short like organization/proaros."
            })
    private String asked = "";

    @Parameters(
            index = "1..*",
            paramLabel = "INPUT",
            description = "Files, or folders that are searched through; default the bundled pages.")
    private List<Path> inputs = List.of();

    @Mixin
    private InputOptions options = new InputOptions();

    @Override
    public Integer call() {
        PrintWriter out = command.commandLine().getOut();
        AskedName question = new AskedName(asked, options.iris());
        Run run = new Run(options, command.commandLine().getErr());
        try (Run.NamesRead read = run.names(InputOptions.inputsOrSeeds(inputs))) {
            Names names = read.names();
            List<Names.Naming> namings = names.namings();
            List<String> found = question.bodies(names, namings);
            if (found.isEmpty()) {
                throw new OperatorException(question.unknown(names, namings));
            }
            out.print(new NameStory(names, namings).tell(found));
            out.flush();
            return options.strict() && !read.result().rejections().isEmpty() ? Main.FAILED : 0;
        } catch (ConversionException e) {
            throw new OperatorException(String.valueOf(e.getMessage()), e);
        }
    }
}
