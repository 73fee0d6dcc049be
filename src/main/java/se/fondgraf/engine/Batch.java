package se.fondgraf.engine;

/**
 * Some rows of term numbers, column by column. It belongs to the stage that fills it; who receives it reads it before
 * returning and changes nothing.
 */
final class Batch {
    /** The most rows of a batch. */
    static final int ROWS = 1024;

    /** In place of a term's number where a variable has no value. */
    static final int UNBOUND = -1;

    private final int[][] columns;
    private int size;

    Batch(int width) {
        columns = new int[width][ROWS];
    }

    /** A view of columns that exist. */
    Batch(int[][] columns, int size) {
        this.columns = columns;
        this.size = size;
    }

    int size() {
        return size;
    }

    void size(int rows) {
        size = rows;
    }

    int[] column(int number) {
        return columns[number];
    }

    int[][] columns() {
        return columns;
    }
}
