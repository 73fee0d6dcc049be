package se.fondgraf.convert;

/** A run that cannot go on: the operator's to mend, told in one sentence. */
public final class ConversionException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ConversionException(String message) {
        super(message);
    }

    public ConversionException(String message, Throwable cause) {
        super(message, cause);
    }
}
