package se.fondgraf.engine;

/** Rows that are handed in from outside: what is above is run anew for every batch. */
final class Feed extends Stage {
    private Batch batch = new Batch(0);

    private final boolean isUnit;

    /** In place of a stage whose rows are handed on. */
    Feed(Stage source) {
        super(source.schema());
        isUnit = source.isUnit();
    }

    /** Of rows with these columns. */
    Feed(Schema schema) {
        super(schema);
        isUnit = false;
    }

    void hand(Batch rows) {
        batch = rows;
    }

    @Override
    boolean isUnit() {
        return isUnit;
    }

    @Override
    boolean run(Sink sink) {
        return sink.accept(batch);
    }
}
