package se.fondgraf.convert;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Work on many things by several threads, whose results are taken in the order of the things. Only a bounded number of
 * results waits at any time, so that memory does not grow with the number of things.
 */
final class OrderedWork {
    /** Things under way for each thread: enough to keep them busy while a slow one is waited for. */
    private static final int AHEAD = 16;

    private OrderedWork() {}

    /** Applies the function to each thing and hands the results over, in order, on the calling thread. */
    static <T, R> void run(int threads, Iterable<T> things, Function<T, R> function, Consumer<R> results) {
        if (threads == 1) {
            things.forEach(thing -> results.accept(function.apply(thing)));
            return;
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            Deque<Future<R>> waiting = new ArrayDeque<>();
            try {
                for (T thing : things) {
                    if (waiting.size() >= threads * AHEAD) {
                        results.accept(take(waiting));
                    }
                    waiting.add(pool.submit(() -> function.apply(thing)));
                }
                while (!waiting.isEmpty()) {
                    results.accept(take(waiting));
                }
            } finally {
                waiting.forEach(future -> future.cancel(true));
            }
        }
    }

    private static <R> R take(Deque<Future<R>> waiting) {
        try {
            return waiting.remove().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }
}
