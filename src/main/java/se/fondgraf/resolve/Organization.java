package se.fondgraf.resolve;

import java.util.List;
import java.util.Optional;

/**
 * A body of the register.
 *
 * @param slug its name in IRIs
 * @param name its canonical name
 * @param kind notation of the code list {@code organization-kind}
 * @param number NNNNNN-NNNN
 * @param parent slug of the legal body it is a unit of
 * @param seat municipality code
 * @param governs code of the municipality that it is the organisation of
 * @param names the canonical name and all others, each with its years
 * @param successor slug of the body that took over from it
 * @param wikidata its item
 */
public record Organization(
        String slug,
        String name,
        String kind,
        Sites sites,
        Optional<String> number,
        Optional<String> parent,
        Optional<String> seat,
        Optional<String> governs,
        List<Name> names,
        Optional<String> successor,
        Optional<String> wikidata) {
    public Organization {
        names = List.copyOf(names);
    }

    /** How many places a body of that name has. */
    public enum Sites {
        /** One body, one place. */
        ONE,
        /** One legal body with offices, which is meant itself when it is named alone. */
        WHOLE,
        /** One legal body with offices, one of which is meant when it is named alone. */
        OFFICES,
        /** Independent local bodies of one movement. */
        MOVEMENT,
        /** A word for many bodies that have none in common. */
        CLASS
    }

    /**
     * A name and the years in which it was this body's.
     *
     * @param normal its normal form
     * @param from first year, 0 when open
     * @param to last year, 9999 when open
     */
    public record Name(String normal, int from, int to) {}

    /** Whether the body had that name in that year. */
    boolean isNamed(String normal, int year) {
        return names.stream()
                .anyMatch(name -> name.normal().equals(normal) && name.from() <= year && year <= name.to());
    }
}
