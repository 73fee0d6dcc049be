package se.fondgraf.web.sparql;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.engine.binding.Binding;
import se.fondgraf.store.Release;
import se.fondgraf.store.Store;
import se.fondgraf.web.http.Accept;
import se.fondgraf.web.http.Format;
import se.fondgraf.web.http.Refusal;

/**
 * The data, asked under limits: by the endpoint for whoever sends a query, and by other resources for what they show.
 * Every method gives the whole answer or throws a {@link Refusal}.
 */
public final class Queries implements AutoCloseable {
    private final Store store;
    private final Limits limits;
    private final QueryRunner runner;

    public Queries(Store store, Limits limits) {
        this.store = store;
        this.limits = limits;
        this.runner = new QueryRunner(limits);
    }

    /** The release to ask; who asks several questions that belong together asks one release. */
    public Release release() {
        return store.current();
    }

    /** What a query may use. */
    public Limits limits() {
        return limits;
    }

    /**
     * The answer in the best format that the client reads.
     *
     * @param question read under the limits too, because reading a hostile query can take long or go deep
     * @throws Refusal 406 when there is none, before anything is evaluated
     */
    public Answer answer(Supplier<Question> question, Accept accept, Release release) throws InterruptedException {
        return answer(release, () -> {
            Question asked = question.get();
            List<Format> formats = asked.isOfRows() ? Format.ROWS : Format.GRAPHS;
            Accept.Choice choice = accept.choose(formats).orElseThrow(() -> Refusal.notAcceptable(formats));
            return new Asked(asked, choice);
        });
    }

    /** The answer in that format, which must fit the form of the query. */
    public Answer answer(Question question, Format format, Release release) throws InterruptedException {
        Accept.Choice choice = new Accept.Choice(format, format.mediaTypes().getFirst());
        return answer(release, () -> new Asked(question, choice));
    }

    private record Asked(Question question, Accept.Choice choice) {}

    private Answer answer(Release release, Supplier<Asked> reading) throws InterruptedException {
        return runner.run(
                deadline -> {
                    Asked asked = reading.get();
                    ResultBuffer buffer = new ResultBuffer(limits.bytes(), deadline, runner.quota());
                    return heldUntilWhole(buffer, () -> write(asked, release, deadline, buffer));
                },
                late -> late.content().release());
    }

    private Answer write(Asked asked, Release release, Deadline deadline, ResultBuffer buffer) {
        Format format = asked.choice().format();
        try (Execution execution = Execution.of(asked.question(), release, limits, deadline)) {
            new ResultWriter(format, buffer).write(asked.question(), execution);
        }
        deadline.check();
        return new Answer(format, asked.choice().mediaType(), release.version(), false, buffer);
    }

    /**
     * A part of the rows of a SELECT that has a fixed order and no limit of its own.
     *
     * @param offset rows before the first
     * @param rows at most so many; all that follow when empty
     */
    public Answer part(Question question, Format format, Release release, long offset, Optional<Long> rows)
            throws InterruptedException {
        Query narrowed = question.query().cloneQuery();
        narrowed.setOffset(offset);
        // One row more tells whether there is a next part.
        rows.ifPresent(count -> narrowed.setLimit(count + 1));
        Question asked = new Question(narrowed, question.graphs());
        return runner.run(
                deadline -> {
                    ResultBuffer buffer = new ResultBuffer(limits.bytes(), deadline, runner.quota());
                    return heldUntilWhole(buffer, () -> {
                        Limits oneMore = rows.isPresent() ? limits.withRows(limits.rows() + 1) : limits;
                        try (Execution execution = Execution.of(asked, release, oneMore, deadline)) {
                            Iterator<Binding> found = execution.rows();
                            Iterator<Binding> part = rows.isPresent() ? Iter.limit(found, rows.get()) : found;
                            new ResultWriter(format, buffer).writeRows(asked, part);
                            String mediaType = format.mediaType();
                            return new Answer(format, mediaType, release.version(), found.hasNext(), buffer);
                        }
                    });
                },
                late -> late.content().release());
    }

    private static Answer heldUntilWhole(ResultBuffer buffer, Supplier<Answer> writing) {
        boolean whole = false;
        try {
            Answer answer = writing.get();
            whole = true;
            return answer;
        } finally {
            if (!whole) {
                buffer.release();
            }
        }
    }

    /** The rows of a SELECT. */
    public List<Binding> rows(Query query, Release release) throws InterruptedException {
        return ask(query, release, execution -> {
            List<Binding> rows = new ArrayList<>();
            execution.rows().forEachRemaining(rows::add);
            return rows;
        });
    }

    /** The triples of a CONSTRUCT or DESCRIBE. */
    public Graph graph(Query query, Release release) throws InterruptedException {
        return ask(query, release, Execution::graph);
    }

    /** The answer to an ASK. */
    public boolean truth(Query query, Release release) throws InterruptedException {
        return ask(query, release, Execution::truth);
    }

    private <T> T ask(Query query, Release release, Function<Execution, T> use) throws InterruptedException {
        Consumer<T> forget = late -> {};
        return runner.run(
                deadline -> {
                    try (Execution execution = Execution.of(Question.of(query), release, limits, deadline)) {
                        return use.apply(execution);
                    }
                },
                forget);
    }

    /** The number of queries that run at this moment. */
    public int running() {
        return runner.running();
    }

    /** Takes no more queries; those that run end at their limits. */
    @Override
    public void close() {
        runner.close();
    }
}
