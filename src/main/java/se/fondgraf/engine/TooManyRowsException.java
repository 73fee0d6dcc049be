package se.fondgraf.engine;

import org.apache.jena.query.QueryExecException;

/** A query holds more intermediate rows than it may. */
public final class TooManyRowsException extends QueryExecException {
    private static final long serialVersionUID = 1;

    TooManyRowsException(long megabytes) {
        super("the query needs more than %,d MB for intermediate results".formatted(megabytes));
    }
}
