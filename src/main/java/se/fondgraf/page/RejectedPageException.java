package se.fondgraf.page;

/** An input that is not a readable project page. Expected: the run goes on without it. */
public final class RejectedPageException extends Exception {
    private static final long serialVersionUID = 1;

    private final int line;

    /**
     * @param line counted from 1; 0 when the input as a whole is meant
     * @param reason a sentence without private data and without a final stop
     */
    public RejectedPageException(int line, String reason) {
        super(reason, null, false, false);
        this.line = line;
    }

    /** The line at which it failed, from 1, or 0. */
    public int line() {
        return line;
    }

    /** Why, in words for the person who brought the input. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
