package se.fondgraf.engine;

import java.util.Arrays;

/**
 * Triples in one order: for each key, which is the first part, the run of those that have it, sorted by second and
 * third part. Two columns and a list of keys; the place of a key is found by a set of bits with counts, or by halving
 * where keys are few among the terms.
 */
final class Permutation {
    /** Below one key in so many terms the bits would take more room than the keys. */
    private static final int SPARSE = 64;

    private final int[] keys;
    private final int[] starts;
    private final int[] second;
    private final int[] third;

    /** A bit for each term that is a key; empty when keys are sparse. */
    private final long[] bits;

    /** The number of keys before each word of bits. */
    private final int[] before;

    /**
     * Copies sorted triples.
     *
     * @param terms the number of terms
     */
    Permutation(int terms, int[] first, int[] second, int[] third) {
        int distinct = 0;
        for (int i = 0; i < first.length; i++) {
            if (i == 0 || first[i] != first[i - 1]) {
                distinct++;
            }
        }
        keys = new int[distinct];
        starts = new int[distinct + 1];
        int key = 0;
        for (int i = 0; i < first.length; i++) {
            if (i == 0 || first[i] != first[i - 1]) {
                keys[key] = first[i];
                starts[key++] = i;
            }
        }
        starts[distinct] = first.length;
        this.second = Arrays.copyOf(second, first.length);
        this.third = Arrays.copyOf(third, first.length);
        boolean sparse = (long) distinct * SPARSE < terms;
        bits = new long[sparse ? 0 : (terms + 63) / 64];
        before = new int[bits.length];
        fillBits();
    }

    private void fillBits() {
        if (bits.length == 0) {
            return;
        }
        for (int key : keys) {
            bits[key >>> 6] |= 1L << key;
        }
        int sum = 0;
        for (int word = 0; word < bits.length; word++) {
            before[word] = sum;
            sum += Long.bitCount(bits[word]);
        }
    }

    int size() {
        return second.length;
    }

    int keys() {
        return keys.length;
    }

    int key(int place) {
        return keys[place];
    }

    /** The place of a key among the keys; less than 0 if no triple has it. */
    int place(int key) {
        if (bits.length == 0) {
            return Arrays.binarySearch(keys, key);
        }
        long word = bits[key >>> 6];
        long bit = 1L << key;
        return (word & bit) == 0 ? -1 : before[key >>> 6] + Long.bitCount(word & (bit - 1));
    }

    /** Where the run of the key at that place begins; it ends where the next begins. */
    int start(int place) {
        return starts[place];
    }

    int second(int row) {
        return second[row];
    }

    int third(int row) {
        return third[row];
    }

    /** The first row of a run whose second part is at least that. */
    int lowerBound(int from, int to, int part) {
        return bound(second, from, to, part);
    }

    /** The end of the rows with the same second part as this row: looked for nearby first, since most are few. */
    int endOfSecond(int row, int to) {
        int part = second[row];
        int step = 1;
        int last = row;
        while (last + step < to && second[last + step] == part) {
            last += step;
            step *= 2;
        }
        return bound(second, last + 1, Math.min(to, last + step), part + 1);
    }

    /** The first row of a run with one second part whose third is at least that. */
    int lowerBoundOfThird(int from, int to, int part) {
        return bound(third, from, to, part);
    }

    private static int bound(int[] column, int from, int to, int part) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (column[middle] < part) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
