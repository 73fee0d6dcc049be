package se.fondgraf.web.sparql;

import java.util.Optional;
import java.util.function.Supplier;
import org.apache.jena.query.QueryCancelledException;
import se.fondgraf.engine.TooManyRowsException;
import se.fondgraf.web.http.Refusal;

/** Work on the data that turns whatever a request can bring about into a refusal. */
final class QueryTask<T> implements Supplier<T> {
    private final Supplier<T> work;
    private final Deadline deadline;

    QueryTask(Supplier<T> work, Deadline deadline) {
        this.work = work;
        this.deadline = deadline;
    }

    /**
     * Does the work.
     *
     * @throws Refusal in place of everything that a request can bring about
     */
    @Override
    public T get() {
        try {
            deadline.check();
            T result = work.get();
            deadline.check();
            return result;
        } catch (QueryCancelledException e) {
            throw deadline.why();
        } catch (StackOverflowError e) {
            throw Refusal.tooDeep();
        } catch (OutOfMemoryError | TooManyRowsException e) {
            throw Refusal.noMemory();
        } catch (RuntimeException e) {
            throw ended(e);
        }
    }

    /** After the deadline whatever breaks, breaks for that reason. */
    private RuntimeException ended(RuntimeException e) {
        Optional<Refusal> refusal = refusalIn(e);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        return deadline.signal().get() ? deadline.why() : e;
    }

    /** Writers wrap what the buffer throws. */
    static Optional<Refusal> refusalIn(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return Optional.of(refusal);
            }
        }
        return Optional.empty();
    }
}
