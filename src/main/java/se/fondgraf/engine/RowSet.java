package se.fondgraf.engine;

import java.util.Arrays;

/** Distinct rows, numbered in the order in which they are first met. */
final class RowSet {
    private final Execution execution;
    private final ColumnTable rows;
    private final int[] row;
    private int[] table = new int[256];

    RowSet(Execution execution, int width) {
        this.execution = execution;
        this.rows = new ColumnTable(execution, width);
        this.row = new int[width];
    }

    int size() {
        return rows.size();
    }

    ColumnTable rows() {
        return rows;
    }

    /** The values to look up, to be written before {@link #number()}. */
    int[] row() {
        return row;
    }

    /** The number of the row; it is the {@link #size()} before if the row is new. */
    int number() {
        int slot = hash(row) & (table.length - 1);
        for (; table[slot] != 0; slot = (slot + 1) & (table.length - 1)) {
            if (holds(table[slot] - 1)) {
                return table[slot] - 1;
            }
        }
        int number = rows.add(row);
        table[slot] = number + 1;
        if (number > table.length / 2) {
            grow();
        }
        return number;
    }

    private boolean holds(int number) {
        for (int i = 0; i < row.length; i++) {
            if (rows.column(i)[number] != row[i]) {
                return false;
            }
        }
        return true;
    }

    private void grow() {
        execution.take(4L * table.length);
        int[] old = table;
        table = new int[Math.multiplyExact(old.length, 2)];
        int[] held = new int[row.length];
        for (int entry : old) {
            if (entry != 0) {
                for (int i = 0; i < held.length; i++) {
                    held[i] = rows.column(i)[entry - 1];
                }
                int slot = hash(held) & (table.length - 1);
                while (table[slot] != 0) {
                    slot = (slot + 1) & (table.length - 1);
                }
                table[slot] = entry;
            }
        }
        Arrays.fill(old, 0);
    }

    static int hash(int[] values) {
        int hash = 17;
        for (int value : values) {
            hash = mix(hash ^ value);
        }
        return hash;
    }

    static int mix(int value) {
        int product = value * 0x9E37_79B1;
        return product ^ (product >>> 15);
    }
}
