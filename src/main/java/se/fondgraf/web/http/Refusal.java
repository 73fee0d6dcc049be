package se.fondgraf.web.http;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A request that is not answered, and why, in a sentence for whoever sent it. Expected, so without a stack trace; the
 * sentence holds nothing of the server's inside.
 */
public final class Refusal extends RuntimeException {
    /** Seconds after which a request refused for load or time is worth sending again. */
    static final int RETRY_SECONDS = 5;

    private final int status;
    private final List<String> methods;

    private Refusal(int status, String sentence) {
        this(status, sentence, List.of());
    }

    private Refusal(int status, String sentence, List<String> methods) {
        super(sentence, null, false, false);
        this.status = status;
        this.methods = List.copyOf(methods);
    }

    /** The methods that the address takes, when this one was not among them. */
    List<String> methods() {
        return methods;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The sentence. */
    public String sentence() {
        return String.valueOf(getMessage());
    }

    public static Refusal of(int status, String sentence) {
        return new Refusal(status, sentence);
    }

    /** Nothing is at the address. */
    public static Refusal nothingHere() {
        return new Refusal(404, "There is nothing here; the endpoint is /sparql.");
    }

    /** The address takes other methods. */
    static Refusal method(List<String> methods) {
        return new Refusal(
                405, "This address takes " + String.join(", ", methods) + "; it answers and changes nothing.", methods);
    }

    /** No format that the client reads can be written; there are these. */
    public static Refusal notAcceptable(List<Format> formats) {
        return new Refusal(
                406,
                "This can be had as "
                        + formats.stream()
                                .map(format -> format.mediaTypes().getFirst())
                                .collect(Collectors.joining(", "))
                        + ".");
    }

    public static Refusal badRequest(String sentence) {
        return new Refusal(400, sentence);
    }

    public static Refusal tooSlow(Duration limit) {
        return new Refusal(
                503, "The query took longer than the limit of %s and was stopped.".formatted(seconds(limit)));
    }

    public static Refusal busy() {
        return new Refusal(503, "The server runs as many queries as it can; try again in a moment.");
    }

    /** One address sends more than its share. */
    public static Refusal tooMany(int perSecond) {
        return new Refusal(
                429,
                "More than %,d requests a second came from this address; try again in a moment.".formatted(perSecond));
    }

    public static Refusal noMemory() {
        return new Refusal(503, "The query needed more memory than the server can spare and was stopped.");
    }

    public static Refusal tooManyRows(String what, long limit) {
        return new Refusal(
                413,
                "The result has more than the limit of %,d %s; ask for less, for example with LIMIT."
                        .formatted(limit, what));
    }

    public static Refusal tooManyBytes(long limit) {
        return new Refusal(413, "The result is larger than the limit of %,d bytes; ask for less.".formatted(limit));
    }

    public static Refusal tooDeep() {
        return new Refusal(
                422, "The query needs deeper recursion than the server allows: a very long chain or deep nesting.");
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%s seconds", time.toMillis() / 1000.0)
                .replace(".0 ", " ");
    }
}
