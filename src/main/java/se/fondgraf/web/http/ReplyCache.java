package se.fondgraf.web.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Whole replies that anyone may keep, so that what never changes between releases is made once. For each address the
 * variants by the headers that its replies vary by; all belong to one release and go with it.
 */
public final class ReplyCache {
    /** Reads a request header: all its values joined, or an empty text. */
    @FunctionalInterface
    interface Headers extends Function<String, String> {}

    private record Variant(Map<String, String> chosenBy, StoredReply reply) {
        boolean fits(Headers headers) {
            return chosenBy.entrySet().stream()
                    .allMatch(header -> headers.apply(header.getKey()).equals(header.getValue()));
        }
    }

    private record Variants(String version, List<Variant> variants) {
        Variants and(Variant variant) {
            List<Variant> more = new ArrayList<>(variants);
            more.removeIf(old -> old.chosenBy().equals(variant.chosenBy()));
            if (more.size() == MOST_VARIANTS) {
                more.removeFirst();
            }
            more.add(variant);
            return new Variants(version, List.copyOf(more));
        }

        int weight() {
            return variants.stream()
                    .mapToInt(variant -> variant.reply().weight())
                    .sum();
        }
    }

    /** Variants of one address that are kept; a client can make up any number of headers. */
    private static final int MOST_VARIANTS = 16;

    /** Larger bodies are not kept: their sending takes the time, not their making. */
    private static final long LARGEST = 256 * 1024;

    /** Of the heap. */
    private static final int PART = 16;

    private final Supplier<String> version;
    private final Cache<String, Variants> replies;
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();

    /**
     * An empty cache of a sixteenth of the heap.
     *
     * @param version of the release being served; asked for at every request
     */
    public ReplyCache(Supplier<String> version) {
        this(version, Runtime.getRuntime().maxMemory() / PART);
    }

    ReplyCache(Supplier<String> version, long bytes) {
        this.version = version;
        this.replies = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .<String, Variants>weigher((target, variants) -> target.length() + variants.weight())
                .executor(Runnable::run)
                .build();
    }

    /** The release being served. */
    String version() {
        return version.get();
    }

    /** The reply to the same request when it is kept and of the release being served. */
    Optional<StoredReply> find(String target, Headers headers) {
        Variants kept = replies.getIfPresent(target);
        if (kept != null && kept.version().equals(version.get())) {
            for (Variant variant : kept.variants()) {
                if (variant.fits(headers)) {
                    hits.increment();
                    return Optional.of(variant.reply());
                }
            }
        }
        misses.increment();
        return Optional.empty();
    }

    /** Whether such a reply may be kept. */
    static boolean isKeepable(Reply reply) {
        String vary = reply.headers().getOrDefault("Vary", "");
        return ((reply.status() == 200 && reply.tag().isPresent()) || reply.status() == 303)
                && reply.headers().getOrDefault("Cache-Control", "").startsWith("public")
                && !reply.headers().containsKey("Accept-Ranges")
                && !vary.contains("*")
                && reply.content().size() <= LARGEST;
    }

    /**
     * Keeps the reply.
     *
     * @param made the version from before the reply was made; when another release came meanwhile it is not kept
     */
    void keep(String target, Headers headers, StoredReply stored, String made) {
        if (!made.equals(version.get())) {
            return;
        }
        Map<String, String> chosenBy = new TreeMap<>();
        for (String header : stored.reply().headers().getOrDefault("Vary", "").split(",\\s*", -1)) {
            if (!header.isEmpty() && !header.equalsIgnoreCase("Accept-Encoding")) {
                chosenBy.put(header, headers.apply(header));
            }
        }
        Variant variant = new Variant(chosenBy, stored);
        replies.asMap()
                .compute(
                        target,
                        (key, old) -> (old != null && Objects.equals(old.version(), made)
                                        ? old
                                        : new Variants(made, List.of()))
                                .and(variant));
    }

    /** Requests answered from here so far. */
    public long hits() {
        return hits.sum();
    }

    /** Requests looked for in vain so far. */
    public long misses() {
        return misses.sum();
    }

    /** Bytes kept, nearly. */
    public long bytes() {
        return replies.policy()
                .eviction()
                .map(eviction -> eviction.weightedSize().orElse(0))
                .orElse(0L);
    }
}
