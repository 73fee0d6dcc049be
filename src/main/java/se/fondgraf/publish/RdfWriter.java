package se.fondgraf.publish;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.function.Consumer;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.Context;

/**
 * Takes quads in any order and writes them sorted by code point, each once: the same data is the same bytes. No blank
 * nodes are expected, and none would be reproducible.
 */
public final class RdfWriter implements Consumer<Quad>, AutoCloseable {
    /** Which graphs a file holds. */
    public enum Graphs {
        /** The default graph alone. */
        CORE,
        /** All graphs; in a syntax without graphs, their triples together. */
        ALL
    }

    private static final byte[] END = " .\n".getBytes(StandardCharsets.US_ASCII);

    private final RdfSyntax syntax;
    private final Graphs graphs;
    private final QuadLine line = new QuadLine();
    private final SortedLines lines = new SortedLines();

    public RdfWriter(RdfSyntax syntax, Graphs graphs) {
        this.syntax = syntax;
        this.graphs = graphs;
    }

    /** Takes one quad; not for several threads at once. */
    @Override
    public void accept(Quad quad) {
        boolean core = quad.isDefaultGraph();
        if (!core && graphs == Graphs.CORE) {
            return;
        }
        line.begin().term(quad.getSubject()).term(quad.getPredicate()).term(quad.getObject());
        if (!core && syntax.hasGraphs()) {
            line.term(quad.getGraph());
        }
        lines.add(line.bytes());
    }

    /** Writes everything that was taken. The stream is flushed and left open. */
    public void writeTo(OutputStream out) throws IOException {
        if (syntax == RdfSyntax.TURTLE) {
            writeTurtle(out);
        } else {
            for (Iterator<byte[]> sorted = lines.iterator(); sorted.hasNext(); ) {
                out.write(sorted.next());
                out.write(END);
            }
        }
        out.flush();
    }

    /** Sorted triples through Jena's block writer; its pretty writer is not reproducible. */
    private void writeTurtle(OutputStream out) {
        StreamRDF writer = StreamRDFWriter.getWriterStream(out, RDFFormat.TURTLE_BLOCKS, new Context());
        writer.start();
        Prefixes.ALL.forEach(writer::prefix);
        StreamRDF triples = new org.apache.jena.riot.system.StreamRDFWrapper(writer) {
            @Override
            public void start() {}

            @Override
            public void finish() {}
        };
        RDFParser.source(new Joined(lines.iterator()))
                .lang(Lang.NTRIPLES)
                .checking(false)
                .parse(triples);
        writer.finish();
    }

    @Override
    public void close() {
        lines.close();
    }

    /** The sorted lines as one stream of N-Triples. */
    private static final class Joined extends InputStream {
        private final Iterator<byte[]> lines;
        private InputStream line = InputStream.nullInputStream();
        private boolean atEnd;

        Joined(Iterator<byte[]> lines) {
            this.lines = lines;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = line.read(buffer, offset, length);
            while (read < 0) {
                if (atEnd) {
                    line = new ByteArrayInputStream(END);
                    atEnd = false;
                } else if (lines.hasNext()) {
                    line = new ByteArrayInputStream(lines.next());
                    atEnd = true;
                } else {
                    return -1;
                }
                read = line.read(buffer, offset, length);
            }
            return read;
        }
    }
}
