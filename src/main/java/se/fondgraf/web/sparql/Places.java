package se.fondgraf.web.sparql;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import se.fondgraf.web.http.Refusal;

/**
 * Who may run. Every query begins at a place for short ones; one that is not done by and by must get a place for long
 * ones, or wait for it where it stands. So short queries are answered whatever long ones do, and as one client has at
 * most half of the places for long ones, another's are answered too.
 */
final class Places {
    /** Queries that wait, for each that may run; more than that are sent away at once. */
    private static final int WAITING = 8;

    /** How many times the patience of the start a query may wait that has begun. */
    private static final int LONGER = 5;

    /** The kinds of places, and none. */
    private enum Kind {
        SHORT,
        LONG,
        NONE
    }

    private final Limits limits;
    private final Semaphore forShort;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition freed = lock.newCondition();
    private final Map<String, Integer> longOf = new HashMap<>();
    private final LongAdder refused = new LongAdder();
    private int longRunning;
    private int longWaiting;

    Places(Limits limits) {
        this.limits = limits;
        this.forShort = new Semaphore(limits.concurrent(), true);
    }

    /**
     * A place to begin at.
     *
     * @param client whose query it is; an empty name has no bound of its own
     * @throws Refusal 503 when none gets free in time
     */
    Place enter(String client) throws InterruptedException {
        if (forShort.getQueueLength() >= WAITING * limits.concurrent()
                || !forShort.tryAcquire(limits.patience().toMillis(), TimeUnit.MILLISECONDS)) {
            refused.increment();
            throw Refusal.busy();
        }
        return new Place(client);
    }

    /** The number of queries that run at this moment. */
    int running() {
        lock.lock();
        try {
            return limits.concurrent() - forShort.availablePermits() + longRunning;
        } finally {
            lock.unlock();
        }
    }

    /** Queries that got no place so far. */
    long refused() {
        return refused.sum();
    }

    private boolean isFree(String client) {
        int share = Math.max(1, limits.concurrent() / 2);
        return longRunning < limits.concurrent() && (client.isEmpty() || longOf.getOrDefault(client, 0) < share);
    }

    /** Waits for a place for a long query; false when none gets free in time or the query is ended meanwhile. */
    private boolean enterLong(String client, Deadline deadline) throws InterruptedException {
        Duration patience = limits.patience().multipliedBy(LONGER);
        long end = System.nanoTime() + patience.toNanos();
        lock.lock();
        try {
            if (!isFree(client) && longWaiting >= WAITING * limits.concurrent()) {
                return false;
            }
            longWaiting++;
            try {
                while (!isFree(client)) {
                    long left = Math.min(end - System.nanoTime(), TimeUnit.MILLISECONDS.toNanos(100));
                    if (left <= 0 || deadline.signal().get()) {
                        return false;
                    }
                    freed.awaitNanos(left);
                }
            } finally {
                longWaiting--;
            }
            longRunning++;
            longOf.merge(client, 1, Integer::sum);
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void leaveLong(String client) {
        lock.lock();
        try {
            longRunning--;
            longOf.computeIfPresent(client, (name, count) -> count == 1 ? null : count - 1);
            freed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The place of one query. */
    final class Place {
        private final String client;
        private final AtomicReference<Kind> kind = new AtomicReference<>(Kind.SHORT);

        private Place(String client) {
            this.client = client;
        }

        /**
         * Changes from a place for short queries to one for long ones; called by the query itself, which waits here.
         *
         * @throws Refusal 503 when none gets free in time
         */
        void change(Deadline deadline) {
            if (!kind.compareAndSet(Kind.SHORT, Kind.NONE)) {
                return;
            }
            forShort.release();
            try {
                if (enterLong(client, deadline)) {
                    kind.set(Kind.LONG);
                    return;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            refused.increment();
            deadline.end(Refusal.busy());
        }

        /** Gives the place up. */
        void leave() {
            switch (kind.getAndSet(Kind.NONE)) {
                case SHORT -> forShort.release();
                case LONG -> leaveLong(client);
                case NONE -> {}
            }
        }
    }
}
