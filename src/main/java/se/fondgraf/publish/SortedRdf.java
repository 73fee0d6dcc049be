package se.fondgraf.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.Context;

/** Sorted lines to any syntax, one subject at a time, so that no syntax needs the whole graph in memory. */
public final class SortedRdf {
    private static final byte[] END = " .\n".getBytes(StandardCharsets.US_ASCII);

    private SortedRdf() {}

    /**
     * Writes lines in a syntax. The stream is flushed and left open.
     *
     * @param prefixes for the syntaxes that have any
     * @param lines sorted, in the order that the syntax is written from
     * @throws IOException when it cannot be written, or when the syntax cannot hold the data; then with a sentence
     */
    public static void write(RdfSyntax syntax, Map<String, String> prefixes, Iterator<byte[]> lines, OutputStream out)
            throws IOException {
        try {
            switch (syntax) {
                case N_QUADS, N_TRIPLES -> copy(lines, out);
                case TURTLE -> send(lines, syntax, prefixes, blocks(out, RDFFormat.TURTLE_BLOCKS));
                case TRIG -> send(lines, syntax, prefixes, blocks(out, RDFFormat.TRIG_BLOCKS));
                case RDF_XML -> send(lines, syntax, prefixes, new RdfXmlStream(out));
                case JSON_LD -> send(lines, syntax, prefixes, new JsonLdStream(out));
            }
            out.flush();
        } catch (UncheckedIOException | RuntimeIOException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Writes lines of the dataset, with its prefixes. */
    public static void write(RdfSyntax syntax, Iterator<byte[]> lines, OutputStream out) throws IOException {
        write(syntax, Prefixes.ALL, lines, out);
    }

    private static void copy(Iterator<byte[]> lines, OutputStream out) throws IOException {
        while (lines.hasNext()) {
            out.write(lines.next());
            out.write(END);
        }
    }

    /** Jena's block writer; its pretty writer is not reproducible. */
    private static StreamRDF blocks(OutputStream out, RDFFormat format) {
        return StreamRDFWriter.getWriterStream(out, format, new Context());
    }

    private static void send(Iterator<byte[]> lines, RdfSyntax syntax, Map<String, String> prefixes, StreamRDF stream) {
        QuadReader reader = new QuadReader(syntax.order());
        stream.start();
        prefixes.forEach(stream::prefix);
        while (lines.hasNext()) {
            Quad quad = reader.read(lines.next());
            if (syntax.hasGraphs()) {
                stream.quad(quad);
            } else {
                stream.triple(quad.asTriple());
            }
        }
        stream.finish();
    }
}
