package se.fondgraf.page;

import java.util.List;
import java.util.Optional;

/**
 * A label with its value, as found; nothing read yet.
 *
 * @param label absent when the label is unknown
 * @param written the label as the page has it, without colon
 * @param labelLine index, from 0
 * @param pieces where the value stands; empty when there is none
 * @param isPrivate whether the label speaks of a person
 */
record Field(Optional<LabelBook.Label> label, String written, int labelLine, List<Piece> pieces, boolean isPrivate) {
    Field {
        pieces = List.copyOf(pieces);
    }

    boolean states(Property property) {
        return label.filter(known -> known.states() == property).isPresent();
    }
}
