package se.fondgraf.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.fondgraf.convert.ConversionException;

/** {@code fondgraf extract}: pages to records, one a line. */
@Command(
        name = "extract",
        header = "Write what pages state as JSON, one page a line, without contact data.",
        description = {
            "%nThe file can be read by every command in place of the pages, and gives the same data. It can be passed on:",
            "contact data is gone from it. The same pages give the same bytes. Its form is that of",
            "ontology/records.schema.json.%n"
        })
final class ExtractCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec command;

    @Parameters(paramLabel = "INPUT", arity = "1..*", description = "Files, or folders that are searched through.")
    private List<Path> inputs = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE.jsonl",
            required = true,
            description = "The file to write, .jsonl or .jsonl.gz; - writes to standard output.")
    private String output = "";

    @Mixin
    private ReadingOptions options = new ReadingOptions();

    @Override
    public Integer call() {
        OutputFile out = new OutputFile(output);
        if (!out.isStandardOutput() && !output.toLowerCase(Locale.ROOT).matches(".*\\.jsonl(\\.gz)?")) {
            throw new ParameterException(
                    command.commandLine(), "-o " + output + ": unknown extension; known are .jsonl and .jsonl.gz");
        }
        OutputGuard.check(command.commandLine(), inputs, out.file(), options.report());
        PrintWriter err = command.commandLine().getErr();
        try (Run.NamesRead read = new Run(options, err).names(inputs)) {
            out.write(read.names()::writePages);
            err.println(Run.summary(read.result()) + out.told());
            return options.strict() && !read.result().rejections().isEmpty() ? Main.FAILED : 0;
        } catch (ConversionException e) {
            throw new OperatorException(String.valueOf(e.getMessage()), e);
        }
    }
}
