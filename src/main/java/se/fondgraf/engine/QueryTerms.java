package se.fondgraf.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.expr.NodeValue;
import org.jspecify.annotations.Nullable;

/**
 * The terms that a query meets: those of the dictionary, and with numbers above them those that the query makes or that
 * stand in its text. A term has one number, so equal numbers are equal terms.
 */
final class QueryTerms {
    private static final int RECENT = 1 << 12;
    private static final int SMALL = 1 << 10;

    /**
     * The number of the first of the terms that mark the rows of a batch, one after the other. They are blank nodes,
     * made when somebody looks at one.
     */
    static final int MARKERS = Integer.MAX_VALUE - Batch.ROWS;

    /** What a term made by the query takes on the heap, roughly. */
    private static final int TERM_BYTES = 160;

    private final TermDictionary dictionary;
    private final Execution execution;
    private final int known;
    private final Map<Node, Integer> numbers = new HashMap<>();
    private final List<Node> made = new ArrayList<>();
    private final RecentNodes nodes;
    private final EncodedTerm encoded = new EncodedTerm();
    private final int[] smallIntegers = new int[SMALL];
    private final int[] recentNumbers = new int[RECENT];
    private final @Nullable NodeValue[] recentValues = new NodeValue[RECENT];
    private final @Nullable Node[] markers = new Node[Batch.ROWS];

    QueryTerms(TermDictionary dictionary, Execution execution) {
        this.dictionary = dictionary;
        this.execution = execution;
        this.known = dictionary.size();
        this.nodes = new RecentNodes(dictionary);
        Arrays.fill(smallIntegers, Batch.UNBOUND);
    }

    /** The number of terms in the dictionary; higher numbers are the query's own. */
    int known() {
        return known;
    }

    /** How many terms of its own the query has. */
    int made() {
        return made.size();
    }

    int number(Node node) {
        int number = dictionary.find(node, encoded);
        if (number != TermDictionary.ABSENT) {
            return number;
        }
        return numbers.computeIfAbsent(node, this::make);
    }

    private int make(Node node) {
        execution.take(TERM_BYTES
                + (node.isLiteral() ? 2L * node.getLiteralLexicalForm().length() : 0));
        made.add(node);
        return known + made.size() - 1;
    }

    /** The number of an integer. */
    int integer(long value) {
        if (value < 0 || value >= SMALL) {
            return number(NodeValue.makeInteger(value).asNode());
        }
        int small = (int) value;
        if (smallIntegers[small] == Batch.UNBOUND) {
            smallIntegers[small] = number(NodeValue.makeInteger(value).asNode());
        }
        return smallIntegers[small];
    }

    Node node(int number) {
        if (number < known) {
            return nodes.node(number);
        }
        return number < MARKERS ? made.get(number - known) : marker(number);
    }

    private Node marker(int number) {
        Node marker = markers[number - MARKERS];
        if (marker == null) {
            marker = NodeFactory.createBlankNode();
            markers[number - MARKERS] = marker;
            numbers.put(marker, number);
        }
        return marker;
    }

    /** The term as a value to compute with. */
    NodeValue value(int number) {
        int slot = number & (RECENT - 1);
        NodeValue recent = recentValues[slot];
        if (recent != null && recentNumbers[slot] == number) {
            return recent;
        }
        NodeValue value = NodeValue.makeNode(node(number));
        recentValues[slot] = value;
        recentNumbers[slot] = number;
        return value;
    }

    /** Whether the term is an IRI or a blank node, which is equal to itself alone. */
    boolean isResource(int number) {
        if (number >= known) {
            Node node = node(number);
            return node.isURI() || node.isBlank();
        }
        byte kind = dictionary.kind(number);
        return kind == EncodedTerm.IRI || kind == EncodedTerm.BLANK;
    }

    /** The language of a literal, empty for one without; null for what is no literal. */
    @Nullable
    String language(int number) {
        if (number < known) {
            return dictionary.language(number);
        }
        Node node = node(number);
        return node.isLiteral() ? node.getLiteralLanguage() : null;
    }
}
