package se.fondgraf.engine;

/** A graph as sorted triples of term numbers. */
final class TripleIndex {
    /** In place of a number, for a part that may be anything. */
    static final int ANY = -2;

    private final Permutation bySubject;
    private final Permutation byPredicate;
    private final Permutation byObject;

    /** The number of distinct subjects and objects of each predicate, by its place among the predicates. */
    private final int[] subjects;

    private final int[] objects;

    TripleIndex(Permutation bySubject, Permutation byPredicate, Permutation byObject) {
        this.bySubject = bySubject;
        this.byPredicate = byPredicate;
        this.byObject = byObject;
        this.subjects = new int[byPredicate.keys()];
        this.objects = new int[byPredicate.keys()];
        countSubjects();
        countObjects();
    }

    private void countSubjects() {
        for (int place = 0; place < subjects.length; place++) {
            int start = byPredicate.start(place);
            for (int row = start; row < byPredicate.start(place + 1); row++) {
                if (row == start || byPredicate.second(row) != byPredicate.second(row - 1)) {
                    subjects[place]++;
                }
            }
        }
    }

    private void countObjects() {
        for (int object = 0; object < byObject.keys(); object++) {
            int start = byObject.start(object);
            for (int row = start; row < byObject.start(object + 1); row++) {
                if (row == start || byObject.second(row) != byObject.second(row - 1)) {
                    objects[byPredicate.place(byObject.second(row))]++;
                }
            }
        }
    }

    /** How many distinct subjects a predicate has; of all, for {@link #ANY}. */
    int subjects(int predicate) {
        return distinct(predicate, subjects, Order.SUBJECT_PREDICATE_OBJECT);
    }

    /** How many distinct objects a predicate has; of all, for {@link #ANY}. */
    int objects(int predicate) {
        return distinct(predicate, objects, Order.OBJECT_PREDICATE_SUBJECT);
    }

    private int distinct(int predicate, int[] counts, Order order) {
        if (predicate < 0) {
            return distinct(order);
        }
        int place = byPredicate.place(predicate);
        return place < 0 ? 0 : counts[place];
    }

    int size() {
        return bySubject.size();
    }

    /** How many subjects there are, and the like for the others. */
    int distinct(Order order) {
        return permutation(order).keys();
    }

    /** A cursor that stands before no triple; {@link TripleCursor#find} sets it. */
    TripleCursor cursor() {
        return new TripleCursor(this);
    }

    Permutation permutation(Order order) {
        return switch (order) {
            case SUBJECT_PREDICATE_OBJECT -> bySubject;
            case PREDICATE_SUBJECT_OBJECT -> byPredicate;
            case OBJECT_PREDICATE_SUBJECT -> byObject;
        };
    }

    /** How many triples have that key. */
    int count(Order order, int key) {
        Permutation permutation = permutation(order);
        int place = key < 0 ? -1 : permutation.place(key);
        return place < 0 ? 0 : permutation.start(place + 1) - permutation.start(place);
    }

    /** How many triples match; exact but for a pattern of subject and object, where it is an upper bound. */
    long count(int subject, int predicate, int object) {
        return cursor().find(subject, predicate, object).remaining();
    }
}
