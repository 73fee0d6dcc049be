package se.fondgraf.search;

import java.util.Optional;

/**
 * A name of somebody else's data, to be held against ours.
 *
 * @param name as written there
 * @param kind what it should be; any when empty
 * @param place code of the municipality that it has to do with
 * @param number organisation number, municipality code or project number
 * @param year in which it was the body's name
 * @param most candidates wanted
 */
public record NameQuery(
        String name,
        Optional<EntityKind> kind,
        Optional<String> place,
        Optional<String> number,
        Optional<Integer> year,
        int most) {}
