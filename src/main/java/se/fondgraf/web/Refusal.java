package se.fondgraf.web;

import java.time.Duration;
import java.util.Locale;

/**
 * A request that is not answered, and why, in a sentence for whoever sent it. Expected, so without a stack trace; the
 * sentence holds nothing of the server's inside.
 */
final class Refusal extends RuntimeException {
    /** Seconds after which a request refused for load or time is worth sending again. */
    static final int RETRY_SECONDS = 5;

    private final int status;

    private Refusal(int status, String sentence) {
        super(sentence, null, false, false);
        this.status = status;
    }

    /** The HTTP status. */
    int status() {
        return status;
    }

    /** The sentence. */
    String sentence() {
        return String.valueOf(getMessage());
    }

    static Refusal of(int status, String sentence) {
        return new Refusal(status, sentence);
    }

    static Refusal badRequest(String sentence) {
        return new Refusal(400, sentence);
    }

    static Refusal tooSlow(Duration limit) {
        return new Refusal(
                503, "The query took longer than the limit of %s and was stopped.".formatted(seconds(limit)));
    }

    static Refusal busy() {
        return new Refusal(503, "The server runs as many queries as it can; try again in a moment.");
    }

    static Refusal noMemory() {
        return new Refusal(503, "The query needed more memory than the server can spare and was stopped.");
    }

    static Refusal tooManyRows(String what, long limit) {
        return new Refusal(
                413,
                "The result has more than the limit of %,d %s; ask for less, for example with LIMIT."
                        .formatted(limit, what));
    }

    static Refusal tooManyBytes(long limit) {
        return new Refusal(413, "The result is larger than the limit of %,d bytes; ask for less.".formatted(limit));
    }

    static Refusal tooDeep() {
        return new Refusal(
                422, "The query needs deeper recursion than the server allows: a very long chain or deep nesting.");
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%s seconds", time.toMillis() / 1000.0)
                .replace(".0 ", " ");
    }
}
