package se.fondgraf.convert;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Work on many things by several threads, whose results are taken in the order of the things. Only a bounded number of
 * results waits at any time, so that memory does not grow with the number of things.
 */
final class OrderedWork {
    /** Things under way for each thread: enough to keep them busy while a slow one is waited for. */
    private static final int AHEAD = 16;

    /** What all things under way may weigh together, bytes, unless a single one weighs more. */
    private static final long MOST_WEIGHT = 64L << 20;

    private record Waiting<R>(Future<R> future, long weight) {}

    private OrderedWork() {}

    /**
     * Applies the function to each thing and hands the results over, in order, on the calling thread.
     *
     * @param weight how much memory a thing may take while it is under way
     */
    static <T, R> void run(
            int threads,
            Iterator<? extends T> things,
            ToLongFunction<T> weight,
            Function<T, R> function,
            Consumer<R> results) {
        if (threads == 1) {
            things.forEachRemaining(thing -> results.accept(function.apply(thing)));
            return;
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            Deque<Waiting<R>> waiting = new ArrayDeque<>();
            try {
                long underWay = 0;
                while (things.hasNext()) {
                    T thing = things.next();
                    long own = weight.applyAsLong(thing);
                    while (!waiting.isEmpty() && (waiting.size() >= threads * AHEAD || underWay + own > MOST_WEIGHT)) {
                        underWay -= waiting.getFirst().weight();
                        results.accept(take(waiting));
                    }
                    waiting.add(new Waiting<>(pool.submit(() -> function.apply(thing)), own));
                    underWay += own;
                }
                while (!waiting.isEmpty()) {
                    results.accept(take(waiting));
                }
            } finally {
                waiting.forEach(thing -> thing.future().cancel(true));
            }
        }
    }

    private static <R> R take(Deque<Waiting<R>> waiting) {
        try {
            return waiting.remove().future().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }
}
