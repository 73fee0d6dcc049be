package se.fondgraf.engine;

/** Gathers the rows that a stage makes, and sends them on by the batch. */
final class Output {
    private final Batch batch;
    private final Sink sink;
    private final Execution execution;
    private boolean open = true;
    private int row;

    Output(Execution execution, int width, Sink sink) {
        this.execution = execution;
        this.batch = new Batch(width);
        this.sink = sink;
    }

    /** The row to write next, in {@link #column}s. */
    int row() {
        return row;
    }

    int[] column(int number) {
        return batch.column(number);
    }

    /** The batch with the row that is being written as its last. */
    Batch written() {
        batch.size(row + 1);
        return batch;
    }

    /** The row is complete; false when no more are wanted. */
    boolean next() {
        return ++row < Batch.ROWS ? open : flush();
    }

    /** Copies a whole row; columns that the source has not stay unbound. */
    boolean copy(Batch from, int fromRow, int[] columns) {
        for (int i = 0; i < columns.length; i++) {
            batch.column(i)[row] = columns[i] < 0 ? Batch.UNBOUND : from.column(columns[i])[fromRow];
        }
        return next();
    }

    /** Sends what there is; false when no more are wanted. */
    boolean flush() {
        if (row > 0 && open) {
            execution.check();
            batch.size(row);
            open = sink.accept(batch);
        }
        row = 0;
        return open;
    }
}
