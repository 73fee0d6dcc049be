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
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import se.fondgraf.store.Release;
import se.fondgraf.store.Snapshot;
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
    private final Spool spool;
    private final QueryRunner runner;
    private final String client;

    /** Questions to the store, with large results in the system's folder for temporary files. */
    public Queries(Store store, Limits limits) {
        this(store, limits, Spool.temporary(limits));
    }

    public Queries(Store store, Limits limits, Spool spool) {
        this.store = store;
        this.spool = spool;
        this.limits = limits;
        this.runner = new QueryRunner(limits);
        this.client = "";
    }

    private Queries(Queries all, String client) {
        this.store = all.store;
        this.limits = all.limits;
        this.spool = all.spool;
        this.runner = all.runner;
        this.client = client;
    }

    /** The same for the queries of one client, who must leave room for others. */
    public Queries by(String name) {
        return new Queries(this, name);
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
        return answer(question, asked -> form(accept, asked.isOfRows() ? Format.ROWS : Format.GRAPHS), release);
    }

    private static Form form(Accept accept, List<Format> formats) {
        Accept.Choice choice = accept.choose(formats).orElseThrow(() -> Refusal.notAcceptable(formats));
        return new Form(choice, Writing.of(choice));
    }

    /** The answer in that format, which must fit the form of the query. */
    public Answer answer(Question question, Format format, Release release) throws InterruptedException {
        Accept.Choice choice = new Accept.Choice(format, format.mediaType());
        return answer(() -> question, asked -> new Form(choice, Writing.of(choice)), release);
    }

    /** What an answer is to look like. */
    record Form(Accept.Choice choice, Writing writing) {}

    /** The answer in the form that is chosen when the question has been read. */
    Answer answer(Supplier<Question> question, Function<Question, Form> choosing, Release release)
            throws InterruptedException {
        return run((deadline, buffer) -> {
            Question asked = question.get();
            return write(asked, choosing.apply(asked), release, deadline, buffer);
        });
    }

    private Answer write(Question asked, Form form, Release release, Deadline deadline, ResultBuffer buffer) {
        try (Execution execution = Execution.of(asked, release, limits, deadline)) {
            form.writing().write(asked, execution, buffer);
        }
        deadline.check();
        Accept.Choice choice = form.choice();
        return new Answer(choice.format(), choice.mediaType(), release.version(), false, buffer);
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
        Limits oneMore = rows.isPresent() ? limits.withRows(limits.rows() + 1) : limits;
        return run((deadline, buffer) -> {
            try (Execution execution = Execution.of(asked, release, oneMore, deadline)) {
                Iterator<Binding> found = execution.rows();
                Iterator<Binding> part = rows.isPresent() ? Iter.limit(found, rows.get()) : found;
                new ResultWriter(format, buffer).writeRows(asked.columns(), part);
                return new Answer(format, format.mediaType(), release.version(), found.hasNext(), buffer);
            }
        });
    }

    /** Rows that were found in another way than by a query, written like those of a query. */
    public Answer table(List<Var> columns, List<Binding> rows, Accept.Choice choice, Release release) {
        return written(new Deadline(), (deadline, buffer) -> {
            new ResultWriter(choice.format(), buffer).writeRows(columns, rows.iterator());
            return new Answer(choice.format(), choice.mediaType(), release.version(), false, buffer);
        });
    }

    /** Writes an answer into a buffer, under a deadline. */
    @FunctionalInterface
    private interface AnswerWriting {
        Answer write(Deadline deadline, ResultBuffer buffer);
    }

    private Answer run(AnswerWriting writing) throws InterruptedException {
        return runner.run(
                client,
                deadline -> written(deadline, writing),
                late -> late.content().release());
    }

    /** What is written before something goes wrong is let go of. */
    private Answer written(Deadline deadline, AnswerWriting writing) {
        ResultBuffer buffer = new ResultBuffer(limits.bytes(), deadline, spool);
        boolean whole = false;
        try {
            Answer answer = writing.write(deadline, buffer);
            whole = true;
            return answer;
        } finally {
            if (!whole) {
                buffer.release();
            }
        }
    }

    /**
     * What that makes of the data, read in place under the limits of a query; empty when the data is elsewhere, where
     * it can only be asked.
     */
    public <T> Optional<T> read(Release release, Function<DatasetGraph, T> use) throws InterruptedException {
        if (!(release instanceof Snapshot snapshot)) {
            return Optional.empty();
        }
        Consumer<T> forget = late -> {};
        return Optional.of(runner.run(
                client,
                deadline -> {
                    DatasetGraph data = snapshot.dataset();
                    data.begin(TxnType.READ);
                    try {
                        return use.apply(new GuardedDataset(data, deadline));
                    } finally {
                        data.end();
                    }
                },
                forget));
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
                client,
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

    /** Queries turned away so far, because there was no place for them in time. */
    public long refused() {
        return runner.refused();
    }

    /** Ends every query that runs, for that reason. */
    public void end(Refusal why) {
        runner.end(why);
    }

    /** Takes no more queries; those that run end at their limits. */
    @Override
    public void close() {
        runner.close();
    }
}
