package se.fondgraf.search;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A thing that has a name.
 *
 * @param slug what follows its kind in its IRI
 * @param iri in full
 * @param label the name that it goes by
 * @param others its other spellings, cut and shouted ones among them
 * @param place where it is: the seat of an organisation, the municipality itself
 * @param number organisation number, municipality code or project number
 * @param detail what tells it from others of the name, for people: a legal body and seat, a county, a year
 * @param projects how many projects it is in; 1 for a project
 */
public record Entity(
        EntityKind kind,
        String slug,
        String iri,
        String label,
        List<String> others,
        Optional<String> place,
        Optional<String> number,
        String detail,
        long projects) {
    public Entity {
        others = List.copyOf(others);
    }

    /** A name without a slash, {@code organization.proaros}, because clients encode slashes in ids. */
    public String id() {
        return kind.word() + "." + slug;
    }

    /** Every spelling, the preferred one first. */
    Stream<String> names() {
        return Stream.concat(Stream.of(label), others.stream());
    }
}
