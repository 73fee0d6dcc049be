package se.fondgraf.dump;

/** A release that cannot be made: the operator's to mend, told in one sentence. */
public final class DumpException extends Exception {
    private static final long serialVersionUID = 1;

    /** With a sentence without a stop. */
    public DumpException(String message) {
        super(message);
    }

    DumpException(String message, Throwable cause) {
        super(message, cause);
    }
}
