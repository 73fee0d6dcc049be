package se.fondgraf.describe;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.util.Context;

/**
 * The syntaxes of descriptions. The same graph gives the same bytes: sorted by code point, with fixed prefixes. Graphs
 * are small and hold no blank nodes.
 */
public enum DescriptionFormat {
    TURTLE("ttl", "text/turtle") {
        @Override
        void write(List<Triple> triples, OutputStream out) {
            StreamRDF writer = StreamRDFWriter.getWriterStream(out, RDFFormat.TURTLE_BLOCKS, new Context());
            writer.start();
            Prefixes.ALL.forEach(writer::prefix);
            triples.forEach(writer::triple);
            writer.finish();
        }
    },
    N_TRIPLES("nt", "application/n-triples") {
        @Override
        void write(List<Triple> triples, OutputStream out) throws IOException {
            for (Triple triple : triples) {
                String line = String.join(
                        " ",
                        NodeFmtLib.strNT(triple.getSubject()),
                        NodeFmtLib.strNT(triple.getPredicate()),
                        NodeFmtLib.strNT(triple.getObject()),
                        ".\n");
                out.write(line.getBytes(StandardCharsets.UTF_8));
            }
        }
    },
    JSON_LD("jsonld", "application/ld+json") {
        @Override
        void write(List<Triple> triples, OutputStream out) throws IOException {
            new FlatJsonLd(out).write(triples);
        }
    },
    RDF_XML("rdf", "application/rdf+xml") {
        @Override
        void write(List<Triple> triples, OutputStream out) throws XMLStreamException {
            new FlatRdfXml(out).write(triples);
        }
    };

    private final String extension;
    private final String mediaType;

    DescriptionFormat(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /** Of a file in this format, without a dot. */
    public String extension() {
        return extension;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The graph in this format, in UTF-8. */
    public byte[] bytes(Graph graph) {
        List<Triple> triples = GraphOrder.sorted(graph);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            write(triples, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    abstract void write(List<Triple> triples, OutputStream out) throws IOException, XMLStreamException;
}
