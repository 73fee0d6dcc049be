package se.fondgraf.query;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.query.Query;

/** How an answer is written. */
public enum ResultFormat {
    /** Aligned columns for people; {@code true} or {@code false} for ASK. */
    TABLE,
    /** SPARQL 1.1 CSV: values without their types. */
    CSV,
    /** SPARQL 1.1 TSV: terms in full. */
    TSV,
    /** SPARQL 1.1 JSON results. */
    JSON,
    /** Turtle, for CONSTRUCT and DESCRIBE alone. */
    TTL;

    private static final List<ResultFormat> ROWS = List.of(TABLE, CSV, TSV, JSON);

    /** The word a user writes: {@code table}, {@code csv}, {@code tsv}, {@code json}, {@code ttl}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The format of that word.
     *
     * @throws QueryRequestException when it is none of them
     */
    public static ResultFormat of(String word) {
        return Stream.of(values())
                .filter(format -> format.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new QueryRequestException("the format is one of " + words(List.of(values()))));
    }

    /** What a person expects when no format is asked for: a table, or Turtle for CONSTRUCT and DESCRIBE. */
    public static ResultFormat defaultFor(Query query) {
        return fitting(query).getFirst();
    }

    /**
     * Holds the format against the form of the query.
     *
     * @throws QueryRequestException when its answer cannot be written so; it names the formats that can
     */
    public void requireFits(Query query) {
        List<ResultFormat> fitting = fitting(query);
        if (!fitting.contains(this)) {
            throw new QueryRequestException("an answer to %s cannot be written as %s; choose %s"
                    .formatted(form(query), word(), words(fitting)));
        }
    }

    private static List<ResultFormat> fitting(Query query) {
        return query.isSelectType() || query.isAskType() ? ROWS : List.of(TTL);
    }

    private static String form(Query query) {
        return query.queryType().name();
    }

    private static String words(List<ResultFormat> formats) {
        return formats.stream().map(ResultFormat::word).collect(Collectors.joining(", "));
    }
}
