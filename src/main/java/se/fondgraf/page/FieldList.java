package se.fondgraf.page;

import java.util.ArrayList;
import java.util.List;

/** The fields of a block while it is read; the last one may still get more pieces, each at the same cost. */
final class FieldList {
    private final List<Field> fields = new ArrayList<>();
    private final List<List<Piece>> pieces = new ArrayList<>();

    void add(Field field) {
        fields.add(field);
        pieces.add(new ArrayList<>(field.pieces()));
    }

    /** Adds a piece to the value of the last field. */
    void addToLast(Piece piece) {
        pieces.getLast().add(piece);
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    /** The last field, of whose pieces only {@link #awaitsValue} knows. */
    Field last() {
        return fields.getLast();
    }

    /** Whether there is a last field, and it has no value yet. */
    boolean awaitsValue() {
        return !fields.isEmpty() && pieces.getLast().isEmpty();
    }

    /** All fields with all their pieces. */
    List<Field> all() {
        List<Field> all = new ArrayList<>(fields.size());
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            all.add(new Field(field.label(), field.written(), field.labelLine(), pieces.get(i), field.isPrivate()));
        }
        return all;
    }
}
