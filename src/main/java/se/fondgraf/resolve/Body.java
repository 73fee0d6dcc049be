package se.fondgraf.resolve;

import java.util.List;
import java.util.Optional;

/**
 * A body that pages name.
 *
 * @param slug its name in IRIs
 * @param preferred the spelling most projects use, cut and shouted ones last
 * @param others every other spelling
 * @param hidden cut or shouted spellings other than the preferred one
 * @param number its organisation number, when exactly one was stated
 */
public record Body(String slug, String preferred, List<String> others, List<String> hidden, Optional<String> number) {
    public Body {
        others = List.copyOf(others);
        hidden = List.copyOf(hidden);
    }
}
