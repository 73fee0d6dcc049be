package se.fondgraf.engine;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/**
 * A number for every term, from 0 on in the order in which terms are first met, and the term of every number. Terms are
 * the same when they are the same RDF term: {@code "1"} and {@code "01"} are two.
 *
 * <p>Filled by one thread, then {@linkplain #close() closed} and read by any number.
 */
final class TermDictionary implements AutoCloseable {
    /** The number of a term that is not in the dictionary. */
    static final int ABSENT = -1;

    private static final int RECENT = 1 << 14;
    private static final int DECODED = 1 << 14;

    /** Longer texts are not kept decoded. */
    private static final int LONGEST_DECODED = 256;

    private final NameNumbers names = new NameNumbers();
    private final TermBlocks terms = new TermBlocks(names);
    private final Map<Node, Integer> others = new HashMap<>();
    private final Map<Integer, Node> otherNodes = new HashMap<>();

    /** Open addressing: number plus one, 0 where nothing is. */
    private int[] table = new int[1 << 11];

    private int[] hashes = new int[1 << 10];
    private final EncodedTerm encoded = new EncodedTerm();

    /** IRIs met last, by their hash: most subjects and predicates follow one another. */
    private @Nullable Node[] recent = new Node[RECENT];

    private int[] recentNumbers = new int[RECENT];

    /** Terms made last, by number. A race between threads makes a term twice, no more: nodes do not change. */
    private final @Nullable Decoded[] decoded = new Decoded[DECODED];

    private record Decoded(int number, Node node) {}

    int size() {
        return terms.count();
    }

    /** The number of a term, a new one if it is met for the first time. */
    int add(Node node) {
        if (!node.isURI()) {
            return addEncoded(node);
        }
        int slot = spread(node.hashCode()) & (RECENT - 1);
        if (node.equals(recent[slot])) {
            return recentNumbers[slot];
        }
        int number = addEncoded(node);
        recent[slot] = node;
        recentNumbers[slot] = number;
        return number;
    }

    private int addEncoded(Node node) {
        if (!encoded.encode(node, names, true)) {
            return others.computeIfAbsent(node, this::addOther);
        }
        int hash = encoded.hash();
        int slot = spread(hash) & (table.length - 1);
        for (; table[slot] != 0; slot = (slot + 1) & (table.length - 1)) {
            int number = table[slot] - 1;
            if (hashes[number] == hash && terms.holds(number, encoded)) {
                return number;
            }
        }
        int number = terms.count();
        terms.append(encoded);
        hash(number, hash);
        table[slot] = number + 1;
        if (number > table.length / 2) {
            grow();
        }
        return number;
    }

    private int addOther(Node node) {
        int number = terms.count();
        terms.appendOther();
        hash(number, 0);
        otherNodes.put(number, node);
        return number;
    }

    private void hash(int number, int hash) {
        if (number == hashes.length) {
            hashes = Arrays.copyOf(hashes, Math.addExact(number, number / 2));
        }
        hashes[number] = hash;
    }

    private void grow() {
        int[] larger = new int[Math.multiplyExact(table.length, 2)];
        for (int entry : table) {
            if (entry != 0) {
                int slot = spread(hashes[entry - 1]) & (larger.length - 1);
                while (larger[slot] != 0) {
                    slot = (slot + 1) & (larger.length - 1);
                }
                larger[slot] = entry;
            }
        }
        table = larger;
    }

    private static int spread(int hash) {
        return hash ^ (hash >>> 15);
    }

    /** The number of a term, {@link #ABSENT} if it has none. */
    int find(Node node) {
        return find(node, new EncodedTerm());
    }

    /** The like, with an object to encode the term in. */
    int find(Node node, EncodedTerm term) {
        if (!term.encode(node, names, false)) {
            return others.getOrDefault(node, ABSENT);
        }
        int slot = spread(term.hash()) & (table.length - 1);
        for (; table[slot] != 0; slot = (slot + 1) & (table.length - 1)) {
            if (terms.holds(table[slot] - 1, term)) {
                return table[slot] - 1;
            }
        }
        return ABSENT;
    }

    /** The term of a number. */
    Node node(int number) {
        Decoded known = decoded[number & (DECODED - 1)];
        if (known != null && known.number() == number) {
            return known.node();
        }
        Node node = terms.kind(number) == EncodedTerm.OTHER
                ? Objects.requireNonNull(otherNodes.get(number))
                : terms.node(number);
        if (!node.isLiteral() || node.getLiteralLexicalForm().length() <= LONGEST_DECODED) {
            decoded[number & (DECODED - 1)] = new Decoded(number, node);
        }
        return node;
    }

    /** One of the kinds of {@link EncodedTerm}. */
    byte kind(int number) {
        return terms.kind(number);
    }

    /** The language of a literal, empty for one without; null for any other term. */
    @Nullable
    String language(int number) {
        String language = terms.language(number);
        if (language == null && terms.kind(number) == EncodedTerm.OTHER) {
            Node node = node(number);
            return node.isLiteral() ? node.getLiteralLanguage() : null;
        }
        return language;
    }

    /** Takes no more terms, and lets go of what only a load needs. */
    @Override
    public void close() {
        terms.close();
        hashes = new int[0];
        recent = new Node[0];
        recentNumbers = new int[0];
    }
}
