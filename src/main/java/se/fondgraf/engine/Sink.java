package se.fondgraf.engine;

/** Where a stage sends its rows. */
@FunctionalInterface
interface Sink {
    /** Takes rows; false when no more are wanted. */
    boolean accept(Batch batch);
}
