package se.fondgraf.publish;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Where the graph stands in a line, and so what comes together when lines are sorted. */
public enum LineOrder {
    /** Subject, predicate, object, then the graph unless it is the default one: as N-Quads has it. */
    GRAPH_LAST,
    /** The graph, then subject, predicate and object, for syntaxes that write one graph after the other. */
    GRAPH_FIRST;

    /**
     * The lines of one graph's triples as this order has them.
     *
     * @param triple a line of N-Triples without its end
     * @param graph IRI of the graph; empty for the default one
     */
    public byte[] line(byte[] triple, Optional<String> graph) {
        String name = graph.map(iri -> "<" + iri + ">").orElse("");
        return switch (this) {
            case GRAPH_LAST -> graph.isEmpty() ? triple : joined(triple, name.getBytes(StandardCharsets.UTF_8));
            case GRAPH_FIRST ->
                joined(
                        graph.isEmpty() ? new byte[] {QuadReader.DEFAULT_GRAPH} : name.getBytes(StandardCharsets.UTF_8),
                        triple);
        };
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] line = Arrays.copyOf(first, first.length + 1 + second.length);
        line[first.length] = ' ';
        System.arraycopy(second, 0, line, first.length + 1, second.length);
        return line;
    }
}
