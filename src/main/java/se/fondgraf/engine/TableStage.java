package se.fondgraf.engine;

/** Rows that are there. */
final class TableStage extends Stage {
    private final ColumnTable rows;

    TableStage(ColumnTable rows, Schema schema) {
        super(schema);
        this.rows = rows;
    }

    ColumnTable rows() {
        return rows;
    }

    @Override
    boolean run(Sink sink) {
        return rows.send(sink);
    }
}
