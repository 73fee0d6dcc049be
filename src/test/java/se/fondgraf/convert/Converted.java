package se.fondgraf.convert;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import se.fondgraf.publish.RdfSyntax;
import se.fondgraf.publish.RdfWriter;
import se.fondgraf.rdf.Iris;

/**
 * A conversion for tests.
 *
 * @param text what a file of that syntax would hold
 * @param messages as the operator would see them
 * @param report the JSON report
 */
public record Converted(Conversion.Result result, String text, List<String> messages, String report) {
    /** All graphs as N-Quads, with two threads. */
    public static Converted of(Path... inputs) {
        return of(RdfSyntax.N_QUADS, 2, List.of(inputs));
    }

    /** Everything that can be chosen. */
    public static Converted of(RdfSyntax syntax, int threads, List<Path> inputs) {
        List<String> messages = new ArrayList<>();
        ByteArrayOutputStream reported = new ByteArrayOutputStream();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RdfWriter.Graphs graphs = syntax.usualGraphs();
        try (RdfWriter writer = new RdfWriter(syntax, graphs)) {
            Conversion.Result result;
            try (Report report = new Report(reported)) {
                result = new Conversion(Iris.under(Iris.DEFAULT_BASE), threads, Progress.NONE)
                        .run(inputs, writer, report, (message, rejected) -> messages.add(message));
            }
            writer.writeTo(out);
            return new Converted(
                    result, out.toString(StandardCharsets.UTF_8), messages, reported.toString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The N-Quads read back. */
    public DatasetGraph dataset() {
        DatasetGraph dataset = DatasetGraphFactory.create();
        RDFParser.fromString(text(), Lang.NQUADS).parse(dataset);
        return dataset;
    }

    /** All graphs together. */
    public Graph union() {
        Graph union = GraphFactory.createDefaultGraph();
        dataset().find().forEachRemaining(quad -> union.add(quad.asTriple()));
        return union;
    }
}
