package se.fondgraf.engine;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.Op;

/**
 * Rows that parts of queries had, for the next query with the same part. It holds no more than a share of the heap;
 * what has not been asked for longest goes first.
 */
final class ResultCache {
    /** The share of the heap that all rows may take, and of that, those of one result. */
    private static final int SHARE = 16;

    private static final int SHARE_OF_ONE = 2;

    private final long most;
    private final Map<Key, Rows> results = new LinkedHashMap<>(16, 0.75f, true);
    private long held;

    ResultCache() {
        this(Runtime.getRuntime().maxMemory() / SHARE);
    }

    /** A cache of so many bytes. */
    ResultCache(long most) {
        this.most = most;
    }

    /**
     * What was asked.
     *
     * @param graph the graph it was asked of; empty for the default graph
     */
    record Key(Optional<Node> graph, Op op) {}

    /**
     * The rows of a result.
     *
     * @param columns by the key's variables
     * @param made terms that are not in the dictionary, with the numbers from {@code known} on
     */
    record Rows(Schema schema, List<int[]> columns, int size, int known, List<Node> made) {
        long bytes() {
            return 4L * size * columns.size() + 200L * made.size() + 1000;
        }
    }

    synchronized Optional<Rows> find(Key key) {
        return Optional.ofNullable(results.get(key));
    }

    synchronized void clear() {
        results.clear();
        held = 0;
    }

    /** Whether a result of so many rows is worth keeping. */
    boolean fits(int rows, int width) {
        return 4L * rows * width <= most / SHARE_OF_ONE;
    }

    synchronized void keep(Key key, Rows rows) {
        if (rows.bytes() > most / SHARE_OF_ONE || results.containsKey(key)) {
            return;
        }
        results.put(key, rows);
        held += rows.bytes();
        Iterator<Rows> oldest = results.values().iterator();
        while (held > most && oldest.hasNext()) {
            held -= oldest.next().bytes();
            oldest.remove();
        }
    }
}
