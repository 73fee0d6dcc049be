package se.fondgraf.web.library;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.query.Query;
import se.fondgraf.web.http.Parameters;
import se.fondgraf.web.http.Refusal;

/**
 * The part of an answer that a client asks for. Without any of it the answer is whole.
 *
 * @param limit rows; none means all
 * @param offset rows before the first
 */
record Page(Optional<Long> limit, long offset) {
    private static final String LIMIT = "limit";
    private static final String OFFSET = "offset";

    /** The parameters that ask for a part. */
    static final Set<String> NAMES = Set.of(LIMIT, OFFSET);

    /**
     * Reads {@code limit} and {@code offset}.
     *
     * @param most rows that an answer may have
     * @throws Refusal 400 when they are no such numbers
     */
    static Page of(Parameters parameters, long most) {
        Optional<Long> limit = parameters.one(LIMIT).map(value -> number(LIMIT, value, 1, most));
        long offset = parameters
                .one(OFFSET)
                .map(value -> number(OFFSET, value, 0, Integer.MAX_VALUE))
                .orElse(0L);
        return new Page(limit, offset);
    }

    private static long number(String name, String value, long least, long most) {
        if (value.matches("[0-9]{1,10}")) {
            long number = Long.parseLong(value);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw Refusal.badRequest("The parameter %s must be a whole number from %d to %d.".formatted(name, least, most));
    }

    /** Whether it may be less than everything. */
    boolean isPart() {
        return limit.isPresent() || offset > 0;
    }

    /** Narrows the query, whose rows have a fixed order, to these rows. */
    void narrow(Query query) {
        limit.ifPresent(query::setLimit);
        if (offset > 0) {
            query.setOffset(offset);
        }
    }

    Optional<Page> next() {
        return limit.map(rows -> new Page(limit, offset + rows));
    }

    Optional<Page> previous() {
        return offset == 0 ? Optional.empty() : limit.map(rows -> new Page(limit, Math.max(0, offset - rows)));
    }

    Page first() {
        return new Page(limit, 0);
    }

    /** Adds what asks for it. */
    void addTo(Map<String, String> parameters) {
        limit.ifPresent(rows -> parameters.put(LIMIT, Long.toString(rows)));
        if (offset > 0) {
            parameters.put(OFFSET, Long.toString(offset));
        }
    }
}
