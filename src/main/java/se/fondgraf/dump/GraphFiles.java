package se.fondgraf.dump;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.collections4.IteratorUtils;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import se.fondgraf.publish.LineOrder;
import se.fondgraf.publish.LineReader;
import se.fondgraf.publish.QuadReader;
import se.fondgraf.publish.RdfSyntax;
import se.fondgraf.publish.SortedRdf;

/**
 * The graphs of a dataset as scratch files of sorted N-Triples, from which all forms of a release are written: each
 * graph alone in every syntax of triples, and all of them in every syntax of quads.
 */
final class GraphFiles {
    /** The name of the default graph. */
    static final String CORE = "core";

    private static final List<RdfSyntax> TRIPLES =
            List.of(RdfSyntax.N_TRIPLES, RdfSyntax.TURTLE, RdfSyntax.RDF_XML, RdfSyntax.JSON_LD);
    private static final List<RdfSyntax> QUADS = List.of(RdfSyntax.N_QUADS, RdfSyntax.TRIG, RdfSyntax.JSON_LD);

    private final Path scratch;
    private final SortedMap<String, GraphFile> graphs = new TreeMap<>();

    /**
     * One graph.
     *
     * @param iri empty for the default graph
     */
    record GraphFile(String name, Optional<String> iri, Path file, long triples) {}

    private GraphFiles(Path scratch) {
        this.scratch = scratch;
    }

    /**
     * Splits a dataset into its graphs.
     *
     * @param lines graph first
     * @param expected IRIs of named graphs that get a file even when they are empty
     */
    static GraphFiles split(Iterator<byte[]> lines, Path scratch, List<String> expected) throws IOException {
        GraphFiles files = new GraphFiles(Files.createDirectory(scratch));
        QuadReader reader = new QuadReader(LineOrder.GRAPH_FIRST);
        Optional<byte[]> held = next(lines);
        while (held.isPresent()) {
            held = files.add(reader.read(held.get()).getGraph(), held.get(), lines);
        }
        for (String iri : expected) {
            files.addEmpty(Optional.of(iri));
        }
        files.addEmpty(Optional.empty());
        return files;
    }

    /** Copies one graph, and returns the first line of the next. */
    private Optional<byte[]> add(Node graph, byte[] first, Iterator<byte[]> lines) throws IOException {
        Optional<String> iri = Quad.isDefaultGraph(graph) ? Optional.empty() : Optional.of(graph.getURI());
        byte[] head = LineOrder.GRAPH_FIRST.line(new byte[0], iri);
        Path file = scratch.resolve(name(iri));
        long triples = 0;
        Optional<byte[]> line = Optional.of(first);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            while (line.isPresent() && startsWith(line.get(), head)) {
                out.write(line.get(), head.length, line.get().length - head.length);
                out.write(' ');
                out.write('.');
                out.write('\n');
                triples++;
                line = next(lines);
            }
        }
        graphs.put(name(iri), new GraphFile(name(iri), iri, file, triples));
        return line;
    }

    private void addEmpty(Optional<String> iri) throws IOException {
        if (!graphs.containsKey(name(iri))) {
            graphs.put(name(iri), new GraphFile(name(iri), iri, Files.createFile(scratch.resolve(name(iri))), 0));
        }
    }

    private static boolean startsWith(byte[] line, byte[] head) {
        return line.length > head.length && Arrays.equals(line, 0, head.length, head, 0, head.length);
    }

    private static Optional<byte[]> next(Iterator<byte[]> lines) {
        return lines.hasNext() ? Optional.of(lines.next()) : Optional.empty();
    }

    /** The last part of the graph's IRI. */
    private static String name(Optional<String> iri) {
        return iri.map(graph -> graph.substring(graph.lastIndexOf('/') + 1)).orElse(CORE);
    }

    /** All graphs by name. */
    List<GraphFile> graphs() {
        return List.copyOf(graphs.values());
    }

    /** The core's triples. */
    LineReader core() throws IOException {
        return new LineReader(scratch.resolve(CORE));
    }

    /** How many statements all graphs have. */
    long statements() {
        return graphs.values().stream().mapToLong(GraphFile::triples).sum();
    }

    /** A file to write, which does not depend on the others. */
    interface Task {
        void run(Draft draft) throws IOException;
    }

    /** All forms. */
    List<Task> tasks() {
        List<Task> tasks = new ArrayList<>();
        for (GraphFile graph : graphs.values()) {
            for (RdfSyntax syntax : TRIPLES) {
                tasks.add(draft -> {
                    try (LineReader lines = new LineReader(graph.file())) {
                        Iterator<byte[]> ordered = mapped(lines, syntax.order(), Optional.empty());
                        draft.write(
                                path(graph.name(), syntax),
                                about(graph, syntax),
                                out -> SortedRdf.write(syntax, ordered, out));
                    }
                });
            }
        }
        for (RdfSyntax syntax : QUADS) {
            tasks.add(draft -> {
                try (Open open = new Open(syntax.order())) {
                    draft.write(
                            path("all", syntax), aboutAll(syntax), out -> SortedRdf.write(syntax, open.lines(), out));
                }
            });
        }
        return tasks;
    }

    private static String path(String name, RdfSyntax syntax) {
        return name + "." + syntax.extension() + ".gz";
    }

    private static ReleaseFile.About about(GraphFile graph, RdfSyntax syntax) {
        String as = " (" + syntax.extension().toUpperCase(Locale.ROOT) + ")";
        return switch (graph.name()) {
            case CORE ->
                about(
                        "Kärnan: projekt, medverkan, organisationer, platser, koder" + as,
                        "The core: projects, participations, organizations, places, codes" + as,
                        graph,
                        syntax);
            case "provenance" ->
                about(
                        "Varje värde med raden det lästes från" + as,
                        "Every value with the line it was read from" + as,
                        graph,
                        syntax);
            case "matches" ->
                about(
                        "Besluten om vilka namn som avser samma organisation" + as,
                        "The decisions about which names mean one body" + as,
                        graph,
                        syntax);
            default -> about("Grafen " + graph.name() + as, "The graph " + graph.name() + as, graph, syntax);
        };
    }

    private static ReleaseFile.About about(String sv, String en, GraphFile graph, RdfSyntax syntax) {
        return new ReleaseFile.About(sv, en, syntax.mediaType(), List.of(graph.name()), graph.triples());
    }

    private ReleaseFile.About aboutAll(RdfSyntax syntax) {
        String as = " (" + syntax.extension().toUpperCase(Locale.ROOT) + ")";
        return new ReleaseFile.About(
                "Alla grafer" + as, "All graphs" + as, syntax.mediaType(), List.copyOf(graphs.keySet()), statements());
    }

    private static Iterator<byte[]> mapped(Iterator<byte[]> triples, LineOrder order, Optional<String> graph) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return triples.hasNext();
            }

            @Override
            public byte[] next() {
                return order.line(triples.next(), graph);
            }
        };
    }

    /** All graphs at once, as lines of one order. */
    private final class Open implements AutoCloseable {
        private final List<LineReader> readers = new ArrayList<>();
        private final List<Iterator<? extends byte[]>> parts = new ArrayList<>();
        private final LineOrder order;

        Open(LineOrder order) throws IOException {
            this.order = order;
            List<GraphFile> inOrder = new ArrayList<>(graphs.values());
            Collections.sort(
                    inOrder, java.util.Comparator.comparing(graph -> graph.iri().orElse("")));
            for (GraphFile graph : inOrder) {
                LineReader reader = new LineReader(graph.file());
                readers.add(reader);
                parts.add(mapped(reader, order, graph.iri()));
            }
        }

        Iterator<byte[]> lines() {
            return order == LineOrder.GRAPH_FIRST
                    ? IteratorUtils.chainedIterator(parts)
                    : IteratorUtils.collatedIterator(Arrays::compareUnsigned, parts);
        }

        @Override
        public void close() throws IOException {
            for (LineReader reader : readers) {
                reader.close();
            }
        }
    }
}
