package se.fondgraf.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries give what ARQ gives over its own dataset: the same rows, and in the same order where one is asked for. */
class SameAnswersTest {
    private static final int MOST_ROWS = 2000;

    private static final List<Datasets> DATA =
            IntStream.range(0, 3).mapToObj(seed -> Datasets.random(seed, 60)).toList();

    /** A query a line. */
    static Stream<String> queries() {
        return Queries.HAND_WRITTEN.lines().filter(line -> !line.isBlank() && !line.startsWith("#"));
    }

    @ParameterizedTest
    @MethodSource("queries")
    void handWrittenQueriesGiveTheSame(String query) {
        for (Datasets data : DATA) {
            List<String> expected =
                    rows(data.reference(), query, Integer.MAX_VALUE).orElseThrow();
            assertEquals(expected, rows(data.ours(), query, Integer.MAX_VALUE).orElseThrow(), query);
            assertEquals(expected, rows(data.ours(), query, Integer.MAX_VALUE).orElseThrow(), "remembered: " + query);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void madeUpQueriesGiveTheSame(int seed) {
        Datasets data = Datasets.ofDistinctValues(seed, 22);
        Queries queries = new Queries(new Random(seed));
        int compared = 0;
        for (int i = 0; i < 150; i++) {
            String pattern = queries.pattern();
            try {
                Optional<List<String>> expected = reference(data, Queries.PREFIX + "SELECT * WHERE " + pattern);
                if (expected.isPresent()) {
                    String query = Queries.PREFIX + "SELECT * WHERE " + pattern + " ORDER BY ?a ?b";
                    assertEquals(
                            expected.get().stream().sorted().toList(),
                            rows(data.ours(), query, Integer.MAX_VALUE).orElseThrow().stream()
                                    .sorted()
                                    .toList(),
                            query);
                    compared++;
                }
            } catch (QueryParseException e) {
                // The generator does not know every rule of scope.
            }
        }
        assertTrue(compared > 75, "too few queries compared: " + compared);
    }

    /** What ARQ finds over its own dataset; nothing where it fails, as it does in some joins of nothing. */
    private static Optional<List<String>> reference(Datasets data, String query) {
        try {
            return rows(data.reference(), query, MOST_ROWS);
        } catch (NullPointerException e) {
            return Optional.empty();
        }
    }

    /** The rows in their order; empty when they are too many or take too long. */
    private static Optional<List<String>> rows(DatasetGraph dataset, String query, int most) {
        List<String> found = new ArrayList<>();
        try (QueryExec execution = QueryExec.dataset(dataset)
                .query(query)
                .timeout(most == Integer.MAX_VALUE ? 60_000 : 1_000, TimeUnit.MILLISECONDS)
                .build()) {
            RowSet rows = execution.select();
            while (rows.hasNext()) {
                if (found.size() == most) {
                    return Optional.empty();
                }
                found.add(written(rows.next(), rows.getResultVars()));
            }
        } catch (QueryCancelledException e) {
            return Optional.empty();
        }
        return Optional.of(found);
    }

    private static String written(Binding row, List<Var> variables) {
        return variables.stream()
                .map(Var::getVarName)
                .sorted()
                .map(name -> name + "=" + row.get(Var.alloc(name)))
                .toList()
                .toString();
    }

    @Test
    void aQueryThatIsToldToStopStops() {
        DatasetGraph data = DATA.getFirst().ours();
        String query = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o }";
        AtomicBoolean signal = new AtomicBoolean(true);
        try (QueryExec execution = QueryExec.dataset(data)
                .query(query)
                .set(ARQConstants.symCancelQuery, signal)
                .timeout(300, TimeUnit.MILLISECONDS)
                .build()) {
            assertThrows(QueryCancelledException.class, () -> execution.select().next());
        }
    }

    @Test
    void whatIsRememberedOfOneBaseIsNotToldOfAnother() {
        String query = Queries.PREFIX + "SELECT ?a (IRI(STR(?n)) AS ?i) (URI(\"x\") AS ?j) { ?a :p0 ?b BIND(1 AS ?n) }"
                + " ORDER BY ?a ?i ?j";
        Datasets data = DATA.getFirst();
        for (String base : List.of("https://one.example/", "https://two.example/a/b", "https://one.example/")) {
            String based = "BASE <" + base + "> " + query;
            assertEquals(
                    rows(data.reference(), based, Integer.MAX_VALUE),
                    rows(data.ours(), based, Integer.MAX_VALUE),
                    base);
        }
    }

    /** The second alternative has hundreds of millions of rows. */
    @Test
    void alternativesThatCannotMatterAreNotLookedAt() {
        String first = Queries.PREFIX + "SELECT DISTINCT ?k ?a ?b { { ?a :p0 ?b BIND(1 AS ?k) } ";
        String second = "UNION { ?a ?x ?b . ?d ?e ?f . ?g ?h ?i . ?j ?l ?m . ?n ?o ?p BIND(2 AS ?k) } ";
        String end = "} ORDER BY ?k ?a ?b LIMIT 5";
        for (Datasets data : DATA) {
            assertEquals(
                    rows(data.reference(), first + end, Integer.MAX_VALUE),
                    rows(data.ours(), first + second + end, Integer.MAX_VALUE));
        }
    }

    @Test
    void manyThreadsGetTheSameAnswer() {
        DatasetGraph data = Datasets.random(9, 200).ours();
        String query = Queries.PREFIX
                + "SELECT ?a (COUNT(DISTINCT ?c) AS ?n) (MAX(STR(?c)) AS ?m) { ?a :p0 ?b . ?b ?p ?c } GROUP BY ?a ORDER BY ?a";
        Set<List<String>> answers = Set.copyOf(IntStream.range(0, 32)
                .parallel()
                .mapToObj(i -> rows(data, query, Integer.MAX_VALUE).orElseThrow())
                .toList());
        assertEquals(1, answers.size());
    }

    @Test
    void writesStayForbidden() {
        DatasetGraph data = DATA.getFirst().ours();
        Quad quad = Quad.create(Quad.defaultGraphIRI, Datasets.iri("s0"), Datasets.iri("p0"), Datasets.iri("s1"));
        assertThrows(RuntimeException.class, () -> data.add(quad));
    }
}
