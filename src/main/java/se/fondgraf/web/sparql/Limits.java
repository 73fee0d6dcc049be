package se.fondgraf.web.sparql;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What one query may use. Past a limit the answer is a refusal that states it, never a part of the result.
 *
 * @param time from the start of the query to its last byte, waiting for its turn and sending not counted
 * @param rows rows of a SELECT, distinct triples of a CONSTRUCT or DESCRIBE
 * @param bytes of the result as written
 * @param concurrent queries that run at the same time; others wait
 * @param patience how long a query waits for its turn before it is sent away
 */
public record Limits(Duration time, long rows, long bytes, int concurrent, Duration patience) {
    /** Bytes of query text in UTF-8. Fixed: larger texts cost parsing that nothing else bounds. */
    public static final int QUERY_BYTES = 64 * 1024;

    /** 30 seconds, 100,000 rows, 64 MiB, two queries a core but at least four, two seconds of waiting. */
    public static Limits standard() {
        int concurrent = Math.max(4, 2 * Runtime.getRuntime().availableProcessors());
        return new Limits(Duration.ofSeconds(30), 100_000, 64L << 20, concurrent, Duration.ofSeconds(2));
    }

    public Limits {
        if (!time.isPositive() || rows < 0 || bytes < 1 || concurrent < 1 || patience.isNegative()) {
            throw new IllegalArgumentException("a limit must be positive");
        }
    }

    /** What they are, in sentences for those who ask. */
    public List<String> sentences() {
        return List.of(
                String.format(Locale.ROOT, "A query runs for at most %s seconds.", seconds(time)),
                String.format(Locale.ROOT, "A result has at most %,d rows or triples and %,d bytes.", rows, bytes),
                String.format(Locale.ROOT, "A query has at most %,d bytes.", QUERY_BYTES),
                String.format(
                        Locale.ROOT,
                        "%d queries run at the same time; others wait for up to %s seconds.",
                        concurrent,
                        seconds(patience)),
                "Past a limit the answer is a refusal that says which, never a part of the result.");
    }

    private static String seconds(Duration time) {
        return BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros().toPlainString();
    }

    /** The same with another time. */
    public Limits withTime(Duration other) {
        return new Limits(other, rows, bytes, concurrent, patience);
    }

    /** The same with another number of rows. */
    public Limits withRows(long other) {
        return new Limits(time, other, bytes, concurrent, patience);
    }

    /** The same with another size of the result. */
    public Limits withBytes(long other) {
        return new Limits(time, rows, other, concurrent, patience);
    }

    /** The same with another number of queries at a time, and another wait for one's turn. */
    public Limits withConcurrent(int other, Duration otherWait) {
        return new Limits(time, rows, bytes, other, otherWait);
    }
}
