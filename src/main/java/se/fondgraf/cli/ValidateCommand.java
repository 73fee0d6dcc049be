package se.fondgraf.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.shacl.parser.ShaclParseException;
import org.apache.jena.sparql.core.Quad;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.fondgraf.convert.Conversion;
import se.fondgraf.publish.RdfFile;
import se.fondgraf.publish.RdfFileException;
import se.fondgraf.publish.RdfReader;
import se.fondgraf.publish.RdfSyntax;
import se.fondgraf.publish.RdfWriter;
import se.fondgraf.rdf.Origins;
import se.fondgraf.rdf.Shapes;
import se.fondgraf.rdf.Shapes.Severity;
import se.fondgraf.rdf.ValidationTriples;

/** {@code fondgraf validate}: data against its shapes. */
@Command(
        name = "validate",
        header = "Check RDF files, or what pages state, against the SHACL shapes.",
        description = {
            "%nFiles are RDF by their extension (.nq, .trig, .nt, .ttl, .rdf, .jsonld, each also .gz); all else is"
                    + " pages,",
            "which are converted first. All that is given is checked together, named graphs included, and held in"
                    + " memory.",
            "A violation makes the exit code 1; warnings do not.%n"
        })
final class ValidateCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec command;

    @Parameters(
            paramLabel = "FILE-or-INPUT",
            arity = "1..*",
            description = "RDF files, pages, or folders that are searched through for pages.")
    private List<Path> given = List.of();

    @Option(
            names = "--shapes",
            paramLabel = "FILE",
            description = "Shapes of your own, an RDF file, instead of ontology/shapes.ttl.")
    private Optional<Path> ownShapes = Optional.empty();

    @Option(
            names = "--shacl-report",
            paramLabel = "FILE",
            description = "Write all findings as a SHACL validation report, in RDF by its extension.")
    private Optional<Path> shaclReport = Optional.empty();

    @Mixin
    private InputOptions options = new InputOptions();

    /** All that is given as one graph. */
    private static final class Union extends StreamRDFBase {
        private final Graph graph = GraphMemFactory.createGraphMem2();

        @Override
        public void triple(Triple triple) {
            graph.add(triple);
        }

        @Override
        public void quad(Quad quad) {
            graph.add(quad.asTriple());
        }

        @Override
        public void prefix(String prefix, String iri) {
            graph.getPrefixMapping().setNsPrefix(prefix, iri);
        }
    }

    @Override
    public Integer call() {
        Optional<RdfSyntax> reported = shaclReport.map(this::reportSyntax);
        OutputGuard.check(command.commandLine(), given, shaclReport, options.report());
        Shapes shapes = shapes();
        Union data = new Union();
        boolean rejections = readPages(data);
        given.stream().filter(ValidateCommand::isRdf).forEach(file -> read(file, data));
        if (data.graph.isEmpty()) {
            throw new OperatorException("nothing to check: the files state nothing");
        }
        Findings findings = check(shapes, data.graph, reported);
        PrintWriter out = command.commandLine().getOut();
        findings.tell(out);
        long violations = findings.count(Severity.VIOLATION);
        out.println(verdict(findings, data.graph.size()));
        out.flush();
        return violations > 0 || (options.strict() && rejections) ? Main.FAILED : 0;
    }

    private Findings check(Shapes shapes, Graph data, Optional<RdfSyntax> reported) {
        String base = options.iris().base();
        try (RdfWriter writer =
                new RdfWriter(reported.orElse(RdfSyntax.TURTLE), RdfWriter.Graphs.ALL, ValidationTriples.PREFIXES)) {
            Findings findings = new Findings(
                    base,
                    new Origins(data),
                    TerminalProgress.ofThisRun(),
                    reported.map(syntax -> new ValidationTriples(base, writer)));
            shapes.check(data, findings);
            findings.end();
            if (shaclReport.isPresent()) {
                RdfFile.write(shaclReport.get(), writer::writeTo);
            }
            return findings;
        } catch (IOException | UncheckedIOException e) {
            throw OperatorException.of("the SHACL report cannot be written", e);
        }
    }

    private static String verdict(Findings findings, long statements) {
        long violations = findings.count(Severity.VIOLATION);
        long warnings = findings.count(Severity.WARNING);
        return (violations == 0 ? "The data fits the shapes: " : "The data does not fit the shapes: ")
                + String.join(
                        ", ",
                        Run.counted(statements, "statement"),
                        Run.counted(violations, "violation"),
                        Run.counted(warnings, "warning"));
    }

    /** Converts what is not RDF, and says whether any of it was rejected. */
    private boolean readPages(StreamRDF data) {
        List<Path> pages = given.stream().filter(path -> !isRdf(path)).toList();
        if (pages.isEmpty()) {
            return false;
        }
        PrintWriter err = command.commandLine().getErr();
        Conversion.Result result = new Run(options, err).convert(pages, data::quad);
        err.println(Run.summary(result));
        err.flush();
        return !result.rejections().isEmpty();
    }

    private static boolean isRdf(Path path) {
        return RdfSyntax.ofFile(path.toString()).isPresent() && !Files.isDirectory(path);
    }

    private void read(Path file, StreamRDF out) {
        try {
            RdfReader.read(file, options.iris().base(), out);
        } catch (RdfFileException e) {
            throw new OperatorException(String.valueOf(e.getMessage()), e);
        }
    }

    private Shapes shapes() {
        if (ownShapes.isEmpty()) {
            return new Shapes();
        }
        Path file = ownShapes.get();
        if (!isRdf(file)) {
            throw new ParameterException(
                    command.commandLine(), "--shapes " + file + ": unknown extension; known are " + RdfSyntax.known());
        }
        Union graph = new Union();
        read(file, graph);
        try {
            Shapes shapes = new Shapes(graph.graph);
            if (shapes.isEmpty()) {
                throw new OperatorException(file + ": no shape with a target");
            }
            return shapes;
        } catch (ShaclParseException e) {
            throw OperatorException.of(file + " holds no SHACL shapes that can be used", e);
        }
    }

    private RdfSyntax reportSyntax(Path file) {
        return RdfSyntax.ofFile(file.toString())
                .orElseThrow(() -> new ParameterException(
                        command.commandLine(),
                        "--shacl-report " + file + ": unknown extension; known are " + RdfSyntax.known()));
    }
}
