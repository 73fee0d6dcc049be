package se.fondgraf.web.sparql;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.jena.sparql.engine.QueryIterator;
import se.fondgraf.web.http.Refusal;

/**
 * The end of one query, set from outside and felt inside. ARQ looks at {@link #signal()} between rows; our own view of
 * the data, the row counter and the result buffer call {@link #check()}, because ARQ does not look while it follows a
 * property path, sorts or serialises.
 */
final class Deadline {
    private final Refusal notEnded = Refusal.busy();

    private final AtomicBoolean signal = new AtomicBoolean();
    private final AtomicReference<Refusal> reason = new AtomicReference<>(notEnded);
    private final AtomicReference<Optional<Consumer<Deadline>>> interruption = new AtomicReference<>(Optional.empty());
    private volatile boolean interrupted;
    private final AtomicReference<Optional<QueryIterator>> running = new AtomicReference<>(Optional.empty());

    /** Has the query do that once, on its own thread, when it next looks. */
    void interrupt(Consumer<Deadline> action) {
        interruption.set(Optional.of(action));
        interrupted = true;
    }

    /** The flag that ARQ's iterators read. */
    AtomicBoolean signal() {
        return signal;
    }

    /** Names the iterator to stop; ARQ's sort listens to that alone. */
    void running(QueryIterator iterator) {
        running.set(Optional.of(iterator));
        check();
    }

    /** Ends the query for that reason; the first reason stays. */
    void end(Refusal why) {
        if (reason.compareAndSet(notEnded, why)) {
            signal.set(true);
            running.get().ifPresent(QueryIterator::cancel);
        }
    }

    /** Throws the reason when the query has been ended. */
    void check() {
        if (interrupted) {
            interrupted = false;
            interruption.get().ifPresent(action -> action.accept(this));
        }
        throwWhenEnded();
    }

    /** As {@link #check()}, for others than the query itself. */
    void throwWhenEnded() {
        if (signal.get()) {
            throw why();
        }
    }

    /** Why the query was ended. */
    Refusal why() {
        return reason.get();
    }
}
