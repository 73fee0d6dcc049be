package se.fondgraf.query;

/**
 * What the person who asked has to change: an unknown query, a missing or ill-formed parameter, a format that does not
 * fit. The message is one or a few sentences fit to be shown as they are.
 */
public final class QueryRequestException extends RuntimeException {
    QueryRequestException(String message) {
        super(message);
    }
}
