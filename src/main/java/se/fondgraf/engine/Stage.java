package se.fondgraf.engine;

/**
 * One step of an evaluation. A stage draws rows from the one below and pushes what comes of them to a sink, a batch at
 * a time, so that only sorting, grouping and one side of a join hold many rows. A stage may be run several times; it
 * belongs to one execution.
 */
abstract class Stage {
    private final Schema schema;

    Stage(Schema schema) {
        this.schema = schema;
    }

    final Schema schema() {
        return schema;
    }

    /**
     * Sends all rows.
     *
     * @return false when the sink wanted no more
     */
    abstract boolean run(Sink sink);

    /** The one row without columns that everything begins with. */
    static Stage unit() {
        return new Stage(Schema.EMPTY) {
            @Override
            boolean run(Sink sink) {
                return sink.accept(new Batch(new int[0][], 1));
            }

            @Override
            boolean isUnit() {
                return true;
            }
        };
    }

    /** Whether this is that one row. */
    boolean isUnit() {
        return false;
    }
}
