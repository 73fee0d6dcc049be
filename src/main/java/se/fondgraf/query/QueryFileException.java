package se.fondgraf.query;

/** A query file that cannot be used. The message starts with {@code file:line: }, lines counted from 1. */
public final class QueryFileException extends RuntimeException {
    QueryFileException(String file, int line, String message) {
        super(file + ":" + line + ": " + message);
    }
}
