package se.fondgraf.page;

import java.util.List;

/** A part of the body under one heading, or under none. Line indexes count from 0. */
sealed interface Section {
    /** What it states. */
    Property property();

    /** The index of its heading, or -1 when it stands under none. */
    int heading();

    /**
     * Running text.
     *
     * @param first its first line that is not blank
     * @param end after its last line that is not blank
     */
    record Prose(Property property, int heading, int first, int end) implements Section {}

    /**
     * A list.
     *
     * @param items each the pieces of one entry; an entry that was wrapped has several
     */
    record Entries(Property property, int heading, List<List<Piece>> items) implements Section {
        public Entries {
            items = List.copyOf(items);
        }
    }
}
