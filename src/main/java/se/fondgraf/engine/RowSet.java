package se.fondgraf.engine;

/** Distinct rows, numbered in the order in which they are first met. */
final class RowSet {
    /** Columns of which two numbers fit into one key. */
    private static final int PACKED = 2;

    private final Execution execution;
    private final ColumnTable rows;
    private final int[] row;
    private int[] table = new int[256];

    /** For rows of at most two columns, both numbers of the row in each slot, so that the row is not looked for. */
    private long[] keys;

    RowSet(Execution execution, int width) {
        this.execution = execution;
        this.rows = new ColumnTable(execution, width);
        this.row = new int[width];
        this.keys = new long[width <= PACKED ? table.length : 0];
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
        long key = packed();
        for (; table[slot] != 0; slot = (slot + 1) & (table.length - 1)) {
            if (keys.length == 0 ? holds(table[slot] - 1) : keys[slot] == key) {
                return table[slot] - 1;
            }
        }
        int number = rows.add(row);
        table[slot] = number + 1;
        if (keys.length > 0) {
            keys[slot] = key;
        }
        if (number > table.length / 2) {
            grow();
        }
        return number;
    }

    private long packed() {
        return switch (row.length) {
            case 1 -> row[0];
            case PACKED -> ((long) row[0] << 32) | (row[1] & 0xFFFF_FFFFL);
            default -> 0;
        };
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
        execution.take(4L * table.length + 8L * keys.length);
        int[] old = table;
        long[] oldKeys = keys;
        table = new int[Math.multiplyExact(old.length, 2)];
        keys = new long[oldKeys.length * 2];
        int[] held = new int[row.length];
        for (int i = 0; i < old.length; i++) {
            if (old[i] != 0) {
                for (int column = 0; column < held.length; column++) {
                    held[column] = rows.column(column)[old[i] - 1];
                }
                int slot = hash(held) & (table.length - 1);
                while (table[slot] != 0) {
                    slot = (slot + 1) & (table.length - 1);
                }
                table[slot] = old[i];
                if (keys.length > 0) {
                    keys[slot] = oldKeys[i];
                }
            }
        }
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
