package se.fondgraf.engine;

/** Goes through the triples that match a pattern, by numbers. Of one thread; may be set anew any number of times. */
final class TripleCursor {
    private static final int NONE = -1;

    private final TripleIndex index;
    private Order order = Order.SUBJECT_PREDICATE_OBJECT;
    private Permutation rows;
    private int key;
    private int row;
    private int end;

    /** The third part that alone matches, or {@link TripleIndex#ANY}. */
    private int third;

    /** For a walk through everything: the place of the key. */
    private int place = NONE;

    TripleCursor(TripleIndex index) {
        this.index = index;
        this.rows = index.permutation(order);
    }

    /**
     * Sets the cursor before the first match.
     *
     * @param subject a term's number, {@link TripleIndex#ANY}, or {@link TermDictionary#ABSENT}, which nothing matches
     */
    TripleCursor find(int subject, int predicate, int object) {
        third = TripleIndex.ANY;
        place = NONE;
        if (subject == TermDictionary.ABSENT || predicate == TermDictionary.ABSENT || object == TermDictionary.ABSENT) {
            nothing();
        } else if (subject != TripleIndex.ANY) {
            findSubject(subject, predicate, object);
        } else if (object != TripleIndex.ANY) {
            run(Order.OBJECT_PREDICATE_SUBJECT, object);
            narrow(predicate);
        } else if (predicate != TripleIndex.ANY) {
            run(Order.PREDICATE_SUBJECT_OBJECT, predicate);
        } else {
            everything();
        }
        return this;
    }

    private void findSubject(int subject, int predicate, int object) {
        if (predicate == TripleIndex.ANY && object != TripleIndex.ANY) {
            boolean objectIsRarer = index.count(Order.OBJECT_PREDICATE_SUBJECT, object)
                    < index.count(Order.SUBJECT_PREDICATE_OBJECT, subject);
            run(
                    objectIsRarer ? Order.OBJECT_PREDICATE_SUBJECT : Order.SUBJECT_PREDICATE_OBJECT,
                    objectIsRarer ? object : subject);
            third = objectIsRarer ? subject : object;
            return;
        }
        run(Order.SUBJECT_PREDICATE_OBJECT, subject);
        narrow(predicate);
        if (object != TripleIndex.ANY) {
            row = rows.lowerBoundOfThird(row, end, object);
            end = row < end && rows.third(row) == object ? row + 1 : row;
        }
    }

    private void run(Order wanted, int wantedKey) {
        order = wanted;
        rows = index.permutation(wanted);
        key = wantedKey;
        int found = rows.place(wantedKey);
        if (found < 0) {
            nothing();
        } else {
            row = rows.start(found);
            end = rows.start(found + 1);
        }
    }

    private void narrow(int second) {
        if (second != TripleIndex.ANY) {
            row = rows.lowerBound(row, end, second);
            end = row < end && rows.second(row) == second ? rows.endOfSecond(row, end) : row;
        }
    }

    private void nothing() {
        row = 0;
        end = 0;
    }

    private void everything() {
        order = Order.SUBJECT_PREDICATE_OBJECT;
        rows = index.permutation(order);
        row = 0;
        end = rows.size();
        place = 0;
    }

    /** How many matches are left, at most. */
    int remaining() {
        return end - row;
    }

    /** Goes to the next match; false when there is none. The parts are those of {@link #subject()} and so on then. */
    boolean next() {
        while (row < end) {
            int at = row++;
            if (place >= 0) {
                while (rows.start(place + 1) <= at) {
                    place++;
                }
                key = rows.key(place);
                return true;
            }
            if (third == TripleIndex.ANY || rows.third(at) == third) {
                return true;
            }
        }
        return false;
    }

    int subject() {
        return order.subject(key, rows.second(row - 1), rows.third(row - 1));
    }

    int predicate() {
        return order.predicate(key, rows.second(row - 1), rows.third(row - 1));
    }

    int object() {
        return order.object(key, rows.second(row - 1), rows.third(row - 1));
    }
}
