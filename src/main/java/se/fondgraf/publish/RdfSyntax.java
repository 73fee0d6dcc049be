package se.fondgraf.publish;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The RDF syntaxes that files are written in, one row each. */
public enum RdfSyntax {
    N_QUADS("nq", "application/n-quads", true, true),
    TRIG("trig", "application/trig", true, true),
    N_TRIPLES("nt", "application/n-triples", false, false),
    TURTLE("ttl", "text/turtle", false, false),
    RDF_XML("rdf", "application/rdf+xml", false, false),
    JSON_LD("jsonld", "application/ld+json", true, false);

    private final String extension;
    private final String mediaType;
    private final boolean graphs;
    private final boolean all;

    RdfSyntax(String extension, String mediaType, boolean graphs, boolean all) {
        this.extension = extension;
        this.mediaType = mediaType;
        this.graphs = graphs;
        this.all = all;
    }

    /** The extension of its files, without a dot. */
    public String extension() {
        return extension;
    }

    /** Its registered media type. */
    public String mediaType() {
        return mediaType;
    }

    /** Whether it can tell named graphs apart. In any other, all graphs are written as one when all are asked for. */
    public boolean hasGraphs() {
        return graphs;
    }

    /** Which graphs a file holds unless something else is asked for. */
    public RdfWriter.Graphs usualGraphs() {
        return all ? RdfWriter.Graphs.ALL : RdfWriter.Graphs.CORE;
    }

    /** The order of the lines from which it is written. */
    public LineOrder order() {
        return graphs && this != N_QUADS ? LineOrder.GRAPH_FIRST : LineOrder.GRAPH_LAST;
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
