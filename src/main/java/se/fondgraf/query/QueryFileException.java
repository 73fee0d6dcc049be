package se.fondgraf.query;

/** A query file that cannot be used. The message starts with {@code file:line: }, lines counted from 1. */
public final class QueryFileException extends RuntimeException {
    private final String text;

    QueryFileException(String file, int line, String message) {
        super(file + ":" + line + ": " + message);
        this.text = file + ":" + line + ": " + message;
    }

    /** Never null, unlike that of exceptions in general. */
    @Override
    public String getMessage() {
        return text;
    }
}
