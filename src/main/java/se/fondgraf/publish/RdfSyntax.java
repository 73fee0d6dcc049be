package se.fondgraf.publish;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The RDF syntaxes that files are written in, one row each. */
public enum RdfSyntax {
    N_QUADS("nq", true),
    N_TRIPLES("nt", false),
    TURTLE("ttl", false);

    private final String extension;
    private final boolean graphs;

    RdfSyntax(String extension, boolean graphs) {
        this.extension = extension;
        this.graphs = graphs;
    }

    /** The extension of its files, without a dot. */
    public String extension() {
        return extension;
    }

    /** Whether it can tell named graphs apart; a file of any other syntax holds the core unless all is asked for. */
    public boolean hasGraphs() {
        return graphs;
    }

    /** The syntax that a file name asks for, with or without {@code .gz} behind it. */
    public static Optional<RdfSyntax> ofFile(String name) {
        String plain = isCompressed(name) ? name.substring(0, name.length() - 3) : name;
        return Arrays.stream(values())
                .filter(syntax -> plain.endsWith("." + syntax.extension))
                .findFirst();
    }

    /** Whether the file name asks for gzip. */
    public static boolean isCompressed(String name) {
        return name.endsWith(".gz");
    }

    /** The extensions there are, for messages. */
    public static String known() {
        return Arrays.stream(values()).map(syntax -> "." + syntax.extension).collect(Collectors.joining(", "))
                + ", each also with .gz";
    }
}
