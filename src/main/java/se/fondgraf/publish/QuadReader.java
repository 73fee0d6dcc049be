package se.fondgraf.publish;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;

/**
 * Reads lines that {@link QuadLine} wrote, and no others: not a parser of N-Quads. Sorted lines repeat their graph,
 * subject and predicate, which are made once. Not for several threads at once.
 */
public final class QuadReader {
    /** Stands for the default graph where the graph comes first; sorts before every IRI. */
    static final byte DEFAULT_GRAPH = '-';

    private final LineOrder order;
    private final Repeated graph = new Repeated();
    private final Repeated subject = new Repeated();
    private final Repeated predicate = new Repeated();
    private byte[] line = new byte[0];
    private int at;

    public QuadReader(LineOrder order) {
        this.order = order;
    }

    /** The quad of one line, which has no end. */
    public Quad read(byte[] text) {
        line = text;
        at = 0;
        if (order == LineOrder.GRAPH_FIRST) {
            Node name = graph();
            return Quad.create(name, subject.next(), predicate.next(), object());
        }
        Node s = subject.next();
        Node p = predicate.next();
        Node o = object();
        return Quad.create(at < line.length ? graph.next() : Quad.defaultGraphNodeGenerated, s, p, o);
    }

    private Node graph() {
        if (line[0] == DEFAULT_GRAPH) {
            at = 2;
            return Quad.defaultGraphNodeGenerated;
        }
        return graph.next();
    }

    /** An IRI that may be the one of the line before. */
    private final class Repeated {
        private byte[] bytes = new byte[0];
        private Optional<Node> node = Optional.empty();

        Node next() {
            int start = at;
            int end = end((byte) '>', start);
            at = end + 2;
            if (node.isEmpty() || !Arrays.equals(bytes, 0, bytes.length, line, start, end)) {
                bytes = Arrays.copyOfRange(line, start, end);
                node = Optional.of(NodeFactory.createURI(text(start + 1, end)));
            }
            return node.get();
        }
    }

    private Node object() {
        if (line[at] == '<') {
            return NodeFactory.createURI(iri());
        }
        int start = at + 1;
        int end = start;
        while (line[end] != '"') {
            end += line[end] == '\\' ? 2 : 1;
        }
        String lexical = text(start, end);
        at = end + 1;
        if (at < line.length && line[at] == '@') {
            return NodeFactory.createLiteralLang(lexical, language());
        }
        if (at < line.length && line[at] == '^') {
            at += 2;
            return NodeFactory.createLiteralDT(lexical, NodeFactory.getType(iri()));
        }
        at++;
        return NodeFactory.createLiteralString(lexical);
    }

    private String iri() {
        int start = at + 1;
        int end = end((byte) '>', start);
        at = end + 2;
        return text(start, end);
    }

    private String language() {
        int start = at + 1;
        int end = start;
        while (end < line.length && line[end] != ' ') {
            end++;
        }
        at = end + 1;
        return text(start, end);
    }

    private int end(byte mark, int from) {
        int end = from;
        while (line[end] != mark) {
            end++;
        }
        return end;
    }

    private String text(int start, int end) {
        String text = new String(line, start, end - start, StandardCharsets.UTF_8);
        return text.indexOf('\\') < 0 ? text : unescaped(text);
    }

    private static String unescaped(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c != '\\') {
                out.append(c);
                i++;
            } else if (text.charAt(i + 1) == 'u') {
                out.append((char) Integer.parseInt(text, i + 2, i + 6, 16));
                i += 6;
            } else {
                out.append(meant(text.charAt(i + 1)));
                i += 2;
            }
        }
        return out.toString();
    }

    private static char meant(char escape) {
        return switch (escape) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'f' -> '\f';
            default -> escape;
        };
    }
}
