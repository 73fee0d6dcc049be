package se.fondgraf.web.http;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/**
 * Has equal requests that come at the same time answered once: the first is answered, the others wait for its reply.
 */
final class Flights {
    /** Makes a reply. */
    @FunctionalInterface
    interface Making {
        Reply make() throws IOException, InterruptedException;
    }

    /** What came of the first: a reply to share, a refusal to share, or neither. */
    private record Outcome(Optional<StoredReply> reply, Optional<Refusal> refusal) {
        static final Outcome NONE = new Outcome(Optional.empty(), Optional.empty());
    }

    private final Map<String, CompletableFuture<Outcome>> flights = new ConcurrentHashMap<>();
    private final LongAdder shared = new LongAdder();

    /** Answered without any work of their own, so far. */
    long shared() {
        return shared.sum();
    }

    /**
     * The reply to a request.
     *
     * @param key equal for equal requests alone
     * @param making does the work when nobody else does
     * @param keeping takes a reply that may be kept, before the next request of that key begins anew
     */
    Reply reply(String key, Making making, Consumer<StoredReply> keeping) throws IOException, InterruptedException {
        CompletableFuture<Outcome> mine = new CompletableFuture<>();
        CompletableFuture<Outcome> other = flights.putIfAbsent(key, mine);
        return other == null ? first(key, mine, making, keeping) : following(other, making);
    }

    private Reply first(String key, CompletableFuture<Outcome> mine, Making making, Consumer<StoredReply> keeping)
            throws IOException, InterruptedException {
        Outcome outcome = Outcome.NONE;
        try {
            Reply reply = making.make();
            if (!ReplyCache.isKeepable(reply)) {
                return reply;
            }
            StoredReply stored = StoredReply.of(reply);
            keeping.accept(stored);
            outcome = new Outcome(Optional.of(stored), Optional.empty());
            return stored.reply();
        } catch (Refusal refusal) {
            outcome = new Outcome(Optional.empty(), Optional.of(refusal));
            throw refusal;
        } finally {
            flights.remove(key);
            mine.complete(outcome);
        }
    }

    private Reply following(CompletableFuture<Outcome> other, Making making) throws IOException, InterruptedException {
        try {
            Outcome outcome = other.get();
            if (outcome.refusal().isPresent()) {
                shared.increment();
                throw outcome.refusal().get();
            }
            if (outcome.reply().isPresent()) {
                shared.increment();
                return outcome.reply().get().reply();
            }
            return making.make();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a flight ends with an outcome", e);
        }
    }
}
