package se.fondgraf.store;

/** A remote store that did not give a whole answer. The message is a sentence that may be shown to whoever asked. */
public final class RemoteException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Kind kind;

    RemoteException(Kind kind, String sentence) {
        super(sentence);
        this.kind = kind;
    }

    RemoteException(Kind kind, String sentence, Throwable cause) {
        super(sentence, cause);
        this.kind = kind;
    }

    /** What kept the answer away. */
    public enum Kind {
        /** It may be there later: the store cannot be reached, is busy, or took too long. */
        UNAVAILABLE,
        /** The store gave another answer than a whole result. */
        BROKEN,
        /** The result has more bytes than may be taken. */
        TOO_LARGE
    }

    /** What kept the answer away. */
    public Kind kind() {
        return kind;
    }
}
