package se.fondgraf.resolve;

import java.util.List;
import java.util.Optional;

/**
 * A body as it is published.
 *
 * @param identity what it is
 * @param preferred how it is called
 * @param others every other spelling
 * @param hidden cut or shouted spellings
 * @param number its organisation number
 * @param governs code of the municipality that it is the organisation of
 * @param successor slug of the body that took over from it
 * @param wikidata its item, where the register has it
 */
public record Body(
        Identity identity,
        String preferred,
        List<String> others,
        List<String> hidden,
        Optional<String> number,
        Optional<String> governs,
        Optional<String> successor,
        Optional<String> wikidata) {
    public Body {
        others = List.copyOf(others);
        hidden = List.copyOf(hidden);
    }

    /** Its name in IRIs. */
    public String slug() {
        return identity.slug();
    }
}
