package se.fondgraf.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.fondgraf.convert.ConversionException;
import se.fondgraf.convert.Names;
import se.fondgraf.publish.RdfFile;

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
    private InputOptions options = new InputOptions();

    @Override
    public Integer call() {
        boolean standard = output.equals("-");
        if (!standard && !output.toLowerCase(Locale.ROOT).matches(".*\\.jsonl(\\.gz)?")) {
            throw new ParameterException(
                    command.commandLine(), "-o " + output + ": unknown extension; known are .jsonl and .jsonl.gz");
        }
        Optional<Path> file = standard ? Optional.empty() : Optional.of(Path.of(output));
        OutputGuard.check(command.commandLine(), inputs, file, options.report());
        PrintWriter err = command.commandLine().getErr();
        try (Run.NamesRead read = new Run(options, err).names(inputs)) {
            write(read.names(), file);
            err.println(Run.summary(read.result()) + (standard ? "" : "; wrote " + output));
            return options.strict() && !read.result().rejections().isEmpty() ? Main.FAILED : 0;
        } catch (ConversionException e) {
            throw new OperatorException(String.valueOf(e.getMessage()), e);
        }
    }

    private void write(Names names, Optional<Path> file) {
        try {
            if (file.isPresent()) {
                RdfFile.write(file.get(), names::writePages);
            } else {
                // System.out hides failures such as a closed pipe.
                OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16);
                names.writePages(out);
                out.flush();
            }
        } catch (IOException | UncheckedIOException e) {
            throw OperatorException.of((file.isPresent() ? output : "standard output") + " cannot be written", e);
        }
    }
}
