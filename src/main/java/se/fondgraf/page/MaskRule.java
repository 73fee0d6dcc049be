package se.fondgraf.page;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one piece of a page's contact data looks like elsewhere. Its pattern is made when a text first has its key: most
 * contacts are named nowhere else, and making a pattern costs more than looking for its key on the whole page. Not for
 * several threads.
 */
final class MaskRule {
    private final String key;
    private final Supplier<Pattern> maker;
    private final String mask;
    private Optional<Pattern> pattern = Optional.empty();

    /** @param key in the form of the keys that {@link #isIn} is given; a text without it needs no search */
    MaskRule(String key, Supplier<Pattern> maker, String mask) {
        this.key = key;
        this.maker = maker;
        this.mask = mask;
    }

    /** Whether a text of these keys may hold it. */
    boolean isIn(String keys) {
        return keys.contains(key);
    }

    /** The text with it masked. */
    String mask(String text) {
        if (pattern.isEmpty()) {
            pattern = Optional.of(maker.get());
        }
        return pattern.get().matcher(text).replaceAll(Matcher.quoteReplacement(mask));
    }
}
