package se.fondgraf.publish;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/**
 * One line of canonical N-Triples or N-Quads, without its end: UTF-8, one space between terms, escapes only where the
 * grammar needs them.
 *
 * <p>Written straight to bytes, because Jena's formatter goes character by character, which took a third of a
 * conversion's time. Not for several threads at once.
 */
final class QuadLine {
    /** By ASCII code: what the grammar allows in an IRI as an escape alone. */
    private static final boolean[] NOT_IN_IRIS = new boolean[0x80];

    static {
        Arrays.fill(NOT_IN_IRIS, 0, ' ' + 1, true);
        "<>\"{}|^`\\".chars().forEach(c -> NOT_IN_IRIS[c] = true);
    }

    /** Of the IRIs written last, which come again and again: a power of two, so that a hash finds its place. */
    private static final int RECENT = 1 << 10;

    private static final class Written {
        private final Node node;
        private final byte[] bytes;

        Written(Node node, byte[] bytes) {
            this.node = node;
            this.bytes = bytes;
        }
    }

    private final Written[] recent = new Written[RECENT];
    private byte[] buffer = new byte[1 << 14];
    private int length;

    QuadLine() {
        Arrays.fill(recent, new Written(Node.ANY, new byte[0]));
    }

    /** Begins a new line. */
    QuadLine begin() {
        length = 0;
        return this;
    }

    /** Appends a term, which must be an IRI or a literal, with a space before it unless it is the first. */
    QuadLine term(Node node) {
        if (length > 0) {
            put((byte) ' ');
        }
        if (node.isURI()) {
            iri(node);
        } else if (node.isLiteral()) {
            literal(node);
        } else {
            throw new IllegalArgumentException("no blank nodes in published data: " + node);
        }
        return this;
    }

    /** Appends a quad without its graph. */
    QuadLine triple(Quad quad) {
        return term(quad.getSubject()).term(quad.getPredicate()).term(quad.getObject());
    }

    /** Appends a quad as {@link LineOrder#GRAPH_LAST} has it. */
    QuadLine graphLast(Quad quad) {
        triple(quad);
        return quad.isDefaultGraph() ? this : term(quad.getGraph());
    }

    /** Appends a quad as {@link LineOrder#GRAPH_FIRST} has it, with what stands for the default graph. */
    QuadLine graphFirst(Quad quad) {
        if (quad.isDefaultGraph()) {
            put(QuadReader.DEFAULT_GRAPH);
        } else {
            term(quad.getGraph());
        }
        return triple(quad);
    }

    /** The line so far. */
    byte[] bytes() {
        return Arrays.copyOf(buffer, length);
    }

    private void iri(Node node) {
        int place = node.hashCode() & (RECENT - 1);
        Written known = recent[place];
        if (known.node.equals(node)) {
            put(known.bytes, 0, known.bytes.length);
            return;
        }
        int start = length;
        iri(node.getURI());
        recent[place] = new Written(node, Arrays.copyOfRange(buffer, start, length));
    }

    private void iri(String iri) {
        put((byte) '<');
        byte[] bytes = iri.getBytes(StandardCharsets.UTF_8);
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] >= 0 && NOT_IN_IRIS[bytes[i]]) {
                put(bytes, start, i);
                put(String.format("\\u%04X", (int) bytes[i]));
                start = i + 1;
            }
        }
        put(bytes, start, bytes.length);
        put((byte) '>');
    }

    private void literal(Node node) {
        put((byte) '"');
        byte[] text = node.getLiteralLexicalForm().getBytes(StandardCharsets.UTF_8);
        int start = 0;
        for (int i = 0; i < text.length; i++) {
            byte escape = escape(text[i]);
            if (escape != 0) {
                put(text, start, i);
                put((byte) '\\');
                put(escape);
                start = i + 1;
            }
        }
        put(text, start, text.length);
        put((byte) '"');
        String language = node.getLiteralLanguage();
        if (!language.isEmpty()) {
            put("@" + language);
        } else if (!XSDDatatype.XSDstring.equals(node.getLiteralDatatype())) {
            put("^^");
            iri(node.getLiteralDatatypeURI());
        }
    }

    /** The letter of the escape that stands for the byte; 0 when none is needed. */
    private static byte escape(byte b) {
        if (b < 0 || (b > '"' && b != '\\')) {
            return 0;
        }
        return switch (b) {
            case '"' -> '"';
            case '\\' -> '\\';
            case '\n' -> 'n';
            case '\r' -> 'r';
            case '\t' -> 't';
            case '\b' -> 'b';
            case '\f' -> 'f';
            default -> 0;
        };
    }

    private void put(String ascii) {
        byte[] bytes = ascii.getBytes(StandardCharsets.US_ASCII);
        put(bytes, 0, bytes.length);
    }

    private void put(byte b) {
        room(1);
        buffer[length++] = b;
    }

    private void put(byte[] bytes, int from, int to) {
        room(to - from);
        System.arraycopy(bytes, from, buffer, length, to - from);
        length += to - from;
    }

    private void room(int more) {
        if (length + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + more));
        }
    }
}
