package se.fondgraf.engine;

import java.util.Arrays;

/** Rows that are held, column by column. */
final class ColumnTable {
    private final Execution execution;
    private final int[][] columns;
    private int size;
    private int capacity = 64;

    ColumnTable(Execution execution, int width) {
        this.execution = execution;
        columns = new int[width][capacity];
    }

    /** Rows that exist, which nobody writes any more. */
    ColumnTable(Execution execution, int[][] columns, int size) {
        this.execution = execution;
        this.columns = columns;
        this.size = size;
        this.capacity = size;
    }

    /** All rows of a stage. */
    static ColumnTable of(Execution execution, Stage stage) {
        ColumnTable table = new ColumnTable(execution, stage.schema().width());
        stage.run(batch -> {
            table.addAll(batch);
            return true;
        });
        return table;
    }

    int size() {
        return size;
    }

    int[] column(int number) {
        return columns[number];
    }

    int[][] columns() {
        return columns;
    }

    private void reserve(int rows) {
        if (size + rows > capacity) {
            int larger = Math.max(Math.addExact(capacity, capacity / 2), size + rows);
            execution.take(4L * (larger - capacity) * (columns.length + 1));
            capacity = larger;
            for (int i = 0; i < columns.length; i++) {
                columns[i] = Arrays.copyOf(columns[i], capacity);
            }
        }
    }

    void addAll(Batch batch) {
        reserve(batch.size());
        for (int i = 0; i < columns.length; i++) {
            System.arraycopy(batch.column(i), 0, columns[i], size, batch.size());
        }
        size += batch.size();
    }

    /** Adds a row of the values given and returns its number. */
    int add(int[] row) {
        reserve(1);
        for (int i = 0; i < columns.length; i++) {
            columns[i][size] = row[i];
        }
        return size++;
    }

    /** Sends all rows in order. */
    boolean send(Sink sink) {
        Batch batch = new Batch(columns.length);
        for (int from = 0; from < size; from += Batch.ROWS) {
            int rows = Math.min(Batch.ROWS, size - from);
            for (int i = 0; i < columns.length; i++) {
                System.arraycopy(columns[i], from, batch.column(i), 0, rows);
            }
            batch.size(rows);
            execution.check();
            if (!sink.accept(batch)) {
                return false;
            }
        }
        return true;
    }
}
