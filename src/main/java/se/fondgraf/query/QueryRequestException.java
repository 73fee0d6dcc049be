package se.fondgraf.query;

/**
 * What the person who asked has to change: an unknown query, a missing or ill-formed parameter, a format that does not
 * fit. The message is one or a few sentences fit to be shown as they are.
 */
public final class QueryRequestException extends RuntimeException {
    private final String text;

    QueryRequestException(String message) {
        super(message);
        this.text = message;
    }

    /** Never null, unlike that of exceptions in general. */
    @Override
    public String getMessage() {
        return text;
    }
}
