package se.fondgraf.engine;

import java.util.Arrays;

/**
 * Triples of term numbers as three columns. Sorting is by radix, eleven binary digits at a time, stable, so that a new
 * order follows from an old one with few passes.
 */
final class TripleColumns {
    private static final int DIGIT = 11;
    private static final int DIGITS = 1 << DIGIT;

    private int[] subjects = new int[16];
    private int[] predicates = new int[16];
    private int[] objects = new int[16];
    private int size;

    void add(int subject, int predicate, int object) {
        if (size == subjects.length) {
            int larger = Math.addExact(size, size / 2);
            subjects = Arrays.copyOf(subjects, larger);
            predicates = Arrays.copyOf(predicates, larger);
            objects = Arrays.copyOf(objects, larger);
        }
        subjects[size] = subject;
        predicates[size] = predicate;
        objects[size++] = object;
    }

    /**
     * The triples in every order, each once. The columns are used up.
     *
     * @param terms the number of terms
     */
    TripleIndex index(int terms) {
        int digits = Math.max(1, (32 - Integer.numberOfLeadingZeros(terms) + DIGIT - 1) / DIGIT);
        sortBy(3, digits);
        sortBy(2, digits);
        sortBy(1, digits);
        removeRepeated();
        Permutation bySubject = new Permutation(terms, subjects, predicates, objects);
        sortBy(2, digits);
        Permutation byPredicate = new Permutation(terms, predicates, subjects, objects);
        sortBy(3, digits);
        Permutation byObject = new Permutation(terms, objects, predicates, subjects);
        return new TripleIndex(bySubject, byPredicate, byObject);
    }

    private void sortBy(int column, int digits) {
        int[] s = new int[size];
        int[] p = new int[size];
        int[] o = new int[size];
        for (int digit = 0; digit < digits; digit++) {
            int shift = digit * DIGIT;
            int[] keys = column == 1 ? subjects : column == 2 ? predicates : objects;
            int[] starts = starts(keys, shift);
            if (starts.length == 0) {
                continue;
            }
            for (int i = 0; i < size; i++) {
                int to = starts[(keys[i] >>> shift) & (DIGITS - 1)]++;
                s[to] = subjects[i];
                p[to] = predicates[i];
                o[to] = objects[i];
            }
            int[] oldSubjects = subjects;
            int[] oldPredicates = predicates;
            int[] oldObjects = objects;
            subjects = s;
            predicates = p;
            objects = o;
            s = oldSubjects;
            p = oldPredicates;
            o = oldObjects;
        }
    }

    /** Where the keys of each digit begin; empty when all have the same digit, or stand in order already. */
    private int[] starts(int[] keys, int shift) {
        int[] counts = new int[DIGITS];
        boolean sorted = true;
        int before = 0;
        for (int i = 0; i < size; i++) {
            int digit = (keys[i] >>> shift) & (DIGITS - 1);
            counts[digit]++;
            sorted &= before <= digit;
            before = digit;
        }
        if (sorted) {
            return new int[0];
        }
        int sum = 0;
        for (int digit = 0; digit < DIGITS; digit++) {
            int count = counts[digit];
            counts[digit] = sum;
            sum += count;
        }
        return counts;
    }

    private void removeRepeated() {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            boolean repeated = kept > 0
                    && subjects[i] == subjects[kept - 1]
                    && predicates[i] == predicates[kept - 1]
                    && objects[i] == objects[kept - 1];
            if (!repeated) {
                subjects[kept] = subjects[i];
                predicates[kept] = predicates[i];
                objects[kept++] = objects[i];
            }
        }
        size = kept;
        subjects = Arrays.copyOf(subjects, size);
        predicates = Arrays.copyOf(predicates, size);
        objects = Arrays.copyOf(objects, size);
    }
}
