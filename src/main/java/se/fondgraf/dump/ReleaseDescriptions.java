package se.fondgraf.dump;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import se.fondgraf.describe.Addressed;
import se.fondgraf.describe.DatasetRecord;
import se.fondgraf.describe.Description;
import se.fondgraf.describe.DescriptionFormat;
import se.fondgraf.describe.Distribution;
import se.fondgraf.describe.Operator;
import se.fondgraf.publish.LineOrder;
import se.fondgraf.publish.LineReader;
import se.fondgraf.publish.QuadReader;

/**
 * What a release says of itself to programs and portals: {@code void.ttl}, and {@code dcat.*} with every file of the
 * release that is a form of the data.
 */
final class ReleaseDescriptions {
    private final Operator operator;
    private final String base;
    private final String version;
    private final Optional<String> previous;

    /**
     * The descriptions of a release.
     *
     * @param previous version of the release before
     */
    ReleaseDescriptions(Operator operator, String base, String version, Optional<String> previous) {
        this.operator = operator;
        this.base = base;
        this.version = version;
        this.previous = previous;
    }

    /** Writes them, for the files that are there by now. */
    void write(GraphFiles graphs, Draft draft) throws IOException {
        String home = operator.home().orElse(base);
        Graph carried = carried(graphs);
        List<Distribution> files = distributions(draft);
        Graph record = new DatasetRecord(
                        operator,
                        base,
                        home,
                        version,
                        modified(carried),
                        files,
                        previous.map(before -> Manifest.iri(base, before)))
                .graph();
        write(draft, "void", new Addressed(base, home, files).of(carried), DescriptionFormat.TURTLE);
        for (DescriptionFormat format :
                List.of(DescriptionFormat.TURTLE, DescriptionFormat.RDF_XML, DescriptionFormat.JSON_LD)) {
            write(draft, "dcat", record, format);
        }
    }

    private static void write(Draft draft, String name, Graph graph, DescriptionFormat format) throws IOException {
        boolean dcat = name.equals("dcat");
        draft.write(
                name + "." + format.extension(),
                ReleaseFile.About.of(
                        dcat ? "Beskrivning för dataportaler (DCAT-AP)" : "Beskrivning för program (VoID)",
                        dcat ? "Description for data portals (DCAT-AP)" : "Description for programs (VoID)",
                        format.mediaType()),
                out -> out.write(format.bytes(graph)));
    }

    /** What the core says of the dataset itself. */
    private Graph carried(GraphFiles graphs) throws IOException {
        String dataset = Description.dataset(base);
        Graph carried = GraphFactory.createDefaultGraph();
        QuadReader reader = new QuadReader(LineOrder.GRAPH_LAST);
        try (LineReader core = graphs.core()) {
            while (core.hasNext()) {
                Triple triple = reader.read(core.next()).asTriple();
                String subject = triple.getSubject().getURI();
                if (subject.equals(dataset)
                        || subject.startsWith(dataset + "#")
                        || subject.startsWith(base + "queries/")) {
                    carried.add(triple);
                }
            }
        }
        return carried;
    }

    private LocalDate modified(Graph carried) {
        return carried.stream(
                        NodeFactory.createURI(Description.dataset(base)),
                        DCTerms.modified.asNode(),
                        org.apache.jena.graph.Node.ANY)
                .map(triple -> LocalDate.parse(triple.getObject().getLiteralLexicalForm()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a dataset that does not say when it last changed"));
    }

    private List<Distribution> distributions(Draft draft) {
        return draft.files().stream()
                .flatMap(file -> file.distribution(version).stream())
                .toList();
    }
}
