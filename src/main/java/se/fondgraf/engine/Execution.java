package se.fondgraf.engine;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.engine.ExecutionContext;

/** One run of one query: its terms, its bound on memory, and whether it has been told to stop. */
final class Execution {
    /** The share of the heap that the intermediate rows of one query may take. */
    private static final int SHARE = 4;

    private final CompactDataset dataset;
    private final QueryTerms terms;
    private final ExecutionContext context;
    private final long most = Runtime.getRuntime().maxMemory() / SHARE;
    private long taken;

    Execution(CompactDataset dataset, ExecutionContext context) {
        this.dataset = dataset;
        this.context = context;
        this.terms = new QueryTerms(dataset.terms(), this);
    }

    CompactDataset dataset() {
        return dataset;
    }

    QueryTerms terms() {
        return terms;
    }

    ExecutionContext context() {
        return context;
    }

    /** Throws when the query has been told to stop. */
    void check() {
        AtomicBoolean signal = context.getCancelSignal();
        if ((signal != null && signal.get()) || Thread.currentThread().isInterrupted()) {
            throw new QueryCancelledException();
        }
    }

    /**
     * Takes memory for rows that are held; given back with a negative number.
     *
     * @throws TooManyRowsException when the query holds too much
     */
    void take(long bytes) {
        taken += bytes;
        if (taken > most) {
            throw new TooManyRowsException(most >> 20);
        }
    }
}
