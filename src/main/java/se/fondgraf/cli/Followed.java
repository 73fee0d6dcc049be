package se.fondgraf.cli;

/** Something that is served, and gives way to what has come after it while the server runs. */
interface Followed {
    /** Other when there may be something new; quick to find out. */
    String state();

    /**
     * Serves what is there by now, unless that is what is served already. Who reads what was served goes on with it.
     *
     * @return whether it is something new
     * @throws OperatorException when what is there cannot be used; what was served then still is
     */
    boolean again();

    /** What is served, for messages: {@code release 0123456789abcdef}. */
    String served();
}
