package se.fondgraf.web.sparql;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import se.fondgraf.web.http.Refusal;

/**
 * Runs queries, a bounded number at a time, on threads of its own. The thread of the request waits for the answer no
 * longer than the limit, so a refusal comes in time even when the query does not feel its end at once; such a query
 * keeps its place until it has stopped.
 */
final class QueryRunner implements AutoCloseable {
    /** ARQ follows a chain of {@code p+} by recursion; this is enough for some ten thousands of links. */
    private static final long STACK_BYTES = 32L << 20;

    /** How often a running query is looked at; one that was seen running is a long one. */
    private static final long LOOK_MILLIS = 100;

    private final Limits limits;
    private final Places places;
    private final Set<Deadline> running = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads;
    private final Memory memory = new Memory();

    QueryRunner(Limits limits) {
        this.limits = limits;
        this.places = new Places(limits);
        AtomicInteger count = new AtomicInteger();
        // As many as there are places and queries that wait for one where they stand.
        this.threads =
                new ThreadPoolExecutor(0, Integer.MAX_VALUE, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                    Thread thread = new Thread(null, task, "query-" + count.incrementAndGet(), STACK_BYTES);
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /**
     * The result of the work.
     *
     * @param client whose it is; an empty name for our own
     * @param work gets the deadline that it has to feel
     * @param unwanted takes a result that came after the work was given up
     * @throws Refusal when there is none
     */
    <T> T run(String client, Function<Deadline, T> work, Consumer<T> unwanted) throws InterruptedException {
        Places.Place place = places.enter(client);
        Deadline deadline = new Deadline();
        running.add(deadline);
        Use use = new Use(memory);
        CompletableFuture<T> result;
        try {
            result = CompletableFuture.supplyAsync(
                    () -> {
                        try {
                            use.begin();
                            return new QueryTask<>(() -> work.apply(deadline), deadline).get();
                        } finally {
                            use.finish();
                            running.remove(deadline);
                            place.leave();
                        }
                    },
                    threads);
        } catch (RuntimeException e) {
            running.remove(deadline);
            place.leave();
            throw Refusal.busy();
        }
        return await(result, deadline, place, use, unwanted);
    }

    private <T> T await(
            CompletableFuture<T> result, Deadline deadline, Places.Place place, Use use, Consumer<T> unwanted)
            throws InterruptedException {
        long end = System.nanoTime() + limits.time().toNanos();
        boolean done = false;
        boolean isLong = false;
        try {
            while (true) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    throw Refusal.tooSlow(limits.time());
                }
                try {
                    T whole = result.get(Math.min(left, LOOK_MILLIS), TimeUnit.MILLISECONDS);
                    done = true;
                    return whole;
                } catch (TimeoutException e) {
                    deadline.throwWhenEnded();
                    if (use.isTooMuch()) {
                        throw Refusal.noMemory();
                    }
                    if (!isLong) {
                        isLong = true;
                        deadline.interrupt(place::change);
                    }
                } catch (ExecutionException e) {
                    done = true;
                    throw thrown(e);
                }
            }
        } catch (Refusal refusal) {
            deadline.end(refusal);
            throw refusal;
        } finally {
            if (!done) {
                deadline.end(Refusal.busy());
                releaseWhenLate(result, unwanted);
            }
        }
    }

    /** The query may finish between the decision to stop it and the moment it looks. */
    @SuppressWarnings("FutureReturnValueIgnored")
    private static <T> void releaseWhenLate(CompletableFuture<T> result, Consumer<T> unwanted) {
        result.thenAccept(unwanted);
    }

    private static RuntimeException thrown(ExecutionException e) {
        return switch (e.getCause()) {
            case RuntimeException cause -> cause;
            case null, default -> new IllegalStateException("a query failed", e);
        };
    }

    /** The number of queries that run at this moment. */
    int running() {
        return places.running();
    }

    /** Queries that got no place so far. */
    long refused() {
        return places.refused();
    }

    /** Ends every query that runs, for that reason. */
    void end(Refusal why) {
        running.forEach(deadline -> deadline.end(why));
    }

    /** Takes no more queries; those that run end at their limits. */
    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** The heap: how full it is of what stays, and what a thread has allocated. */
    private static final class Memory {
        private static final double FULL = 0.8;

        private final ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
        private final Optional<MemoryPoolMXBean> old = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool ->
                        pool.getType() == MemoryType.HEAP && pool.getName().matches(".*(Old|Tenured).*"))
                .findFirst();
        private final long max = Runtime.getRuntime().maxMemory();

        long allocated(long thread) {
            return Math.max(0, threads.getThreadAllocatedBytes(thread));
        }

        /**
         * Whether the old generation is nearly full. G1 marks long before that, so what is there is in use; other
         * collectors let garbage pile up, so there only what the last collection left counts.
         */
        boolean isFull() {
            return old.map(pool -> {
                        MemoryUsage usage =
                                pool.getName().startsWith("G1") ? pool.getUsage() : pool.getCollectionUsage();
                        return usage != null && usage.getUsed() > FULL * max;
                    })
                    .orElse(false);
        }

        long max() {
            return max;
        }
    }

    /** What one query has allocated so far. */
    private static final class Use {
        private static final long NOT_RUNNING = -1;

        private final Memory memory;
        private final AtomicLong thread = new AtomicLong(NOT_RUNNING);
        private volatile long before;

        Use(Memory memory) {
            this.memory = memory;
        }

        void begin() {
            long id = Thread.currentThread().threadId();
            before = memory.allocated(id);
            thread.set(id);
        }

        void finish() {
            thread.set(NOT_RUNNING);
        }

        /** When the heap is nearly full, the queries that have allocated a quarter of it have to go. */
        boolean isTooMuch() {
            long id = thread.get();
            return id != NOT_RUNNING && memory.isFull() && memory.allocated(id) - before > memory.max() / 4;
        }
    }
}
