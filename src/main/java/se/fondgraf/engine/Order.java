package se.fondgraf.engine;

/** The orders in which a graph is kept: with these three, every pattern is a run of neighbours or a short scan. */
enum Order {
    SUBJECT_PREDICATE_OBJECT,
    PREDICATE_SUBJECT_OBJECT,
    OBJECT_PREDICATE_SUBJECT;

    /** The subject of a triple whose parts stand in this order. */
    int subject(int first, int second, int third) {
        return switch (this) {
            case SUBJECT_PREDICATE_OBJECT -> first;
            case PREDICATE_SUBJECT_OBJECT -> second;
            case OBJECT_PREDICATE_SUBJECT -> third;
        };
    }

    int predicate(int first, int second, int third) {
        return this == PREDICATE_SUBJECT_OBJECT ? first : second;
    }

    int object(int first, int second, int third) {
        return this == OBJECT_PREDICATE_SUBJECT ? first : third;
    }
}
