package se.fondgraf.engine;

import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a dictionary that one query has met lately. An answer names the same few thousand terms over and over,
 * more than the dictionary keeps for all queries together; this grows as it is of use, and goes with the query. Threads
 * that race make a term twice, no more.
 */
final class RecentNodes {
    private static final int FEWEST = 1 << 8;
    private static final int MOST = 1 << 17;

    /** Longer texts are not kept. */
    private static final int LONGEST = 256;

    private final TermDictionary dictionary;
    private @Nullable Recent[] recent = new Recent[FEWEST];
    private int missed;

    private record Recent(int number, Node node) {}

    RecentNodes(TermDictionary dictionary) {
        this.dictionary = dictionary;
    }

    Node node(int number) {
        @Nullable Recent[] places = recent;
        Recent known = places[number & (places.length - 1)];
        if (known != null && known.number() == number) {
            return known.node();
        }
        Node node = dictionary.node(number);
        if (!node.isLiteral() || node.getLiteralLexicalForm().length() <= LONGEST) {
            places[number & (places.length - 1)] = new Recent(number, node);
        }
        if (++missed > places.length && places.length < MOST) {
            recent = grown(places);
            missed = 0;
        }
        return node;
    }

    private static @Nullable Recent[] grown(@Nullable Recent[] places) {
        @Nullable Recent[] larger = new Recent[places.length * 2];
        for (Recent each : places) {
            if (each != null) {
                larger[each.number() & (larger.length - 1)] = each;
            }
        }
        return larger;
    }
}
