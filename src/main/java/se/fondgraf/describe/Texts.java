package se.fondgraf.describe;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One text in several languages.
 *
 * @param byLanguage by lower-case language tag, in the order of the tags
 */
public record Texts(SortedMap<String, String> byLanguage) {
    public Texts {
        byLanguage = Collections.unmodifiableSortedMap(new TreeMap<>(byLanguage));
    }

    /** In Swedish and English. */
    public static Texts of(String swedish, String english) {
        return new Texts(new TreeMap<>(Map.of("sv", swedish, "en", english)));
    }

    /** In that language, else in Swedish, else in any. */
    public String in(String language) {
        String fallback = byLanguage.getOrDefault("sv", byLanguage.get(byLanguage.firstKey()));
        return byLanguage.getOrDefault(language, String.valueOf(fallback));
    }
}
