package se.fondgraf.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.fondgraf.convert.Conversion;
import se.fondgraf.publish.RdfSyntax;
import se.fondgraf.publish.RdfWriter;

/** {@code fondgraf convert}: pages to an RDF file. */
@Command(
        name = "convert",
        header = "Convert pages to an RDF file.",
        description = {
            "%nReads captured project pages and writes what they state as RDF. The same pages give the same bytes, in"
                    + " any",
            "order, under any file names and with any number of threads.%n"
        })
final class ConvertCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec command;

    @Parameters(paramLabel = "INPUT", arity = "1..*", description = "Files, or folders that are searched through.")
    private List<Path> inputs = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            required = true,
            description = {
                "The file to write, by its extension: .nq and .trig hold all graphs, .nt, .ttl, .rdf and .jsonld the"
                        + " core;",
                "each also .gz. - writes N-Quads to standard output."
            })
    private String output = "";

    @Option(
            names = "--graphs",
            paramLabel = "core|all",
            description = {
                "Write the core alone, or all graphs, whatever the extension. In .nt, .ttl and .rdf all graphs are"
                        + " one;",
                ".nq, .trig and .jsonld keep them apart."
            })
    private Optional<RdfWriter.Graphs> graphs = Optional.empty();

    @Mixin
    private InputOptions options = new InputOptions();

    @Override
    public Integer call() {
        OutputFile out = new OutputFile(output);
        RdfSyntax syntax = syntax(out);
        OutputGuard.check(command.commandLine(), inputs, out.file(), options.report());
        RdfWriter.Graphs held = graphs.orElseGet(syntax::usualGraphs);
        PrintWriter err = command.commandLine().getErr();
        try (RdfWriter writer = new RdfWriter(syntax, held)) {
            Conversion.Result result = new Run(options, err).convert(inputs, writer);
            out.write(writer::writeTo);
            err.println(Run.summary(result) + out.told());
            return options.strict() && !result.rejections().isEmpty() ? Main.FAILED : 0;
        }
    }

    private RdfSyntax syntax(OutputFile out) {
        return out.isStandardOutput()
                ? RdfSyntax.N_QUADS
                : RdfSyntax.ofFile(output)
                        .orElseThrow(() -> new ParameterException(
                                command.commandLine(),
                                "-o " + output + ": unknown extension; known are " + RdfSyntax.known()));
    }
}
