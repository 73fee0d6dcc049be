package se.fondgraf.describe;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells the name and the address of a function from those of a person, because a person's must not be published. */
final class FunctionWords {
    /**
     * Words, or parts of words when they have four letters or more, that a function or a body has and a person has not.
     */
    private static final List<String> PARTS = List.of(
            "data",
            "info",
            "kontakt",
            "contact",
            "support",
            "service",
            "redakt",
            "editor",
            "registrator",
            "kansli",
            "office",
            "webb",
            "helpdesk",
            "team",
            "grupp",
            "group",
            "enhet",
            "unit",
            "projekt",
            "project",
            "fond",
            "fund",
            "arkiv",
            "archive",
            "statistik",
            "statistic",
            "forsk",
            "research",
            "utveckl",
            "develop",
            "esf",
            "kommun",
            "region",
            "stad",
            "län",
            "lan",
            "verket",
            "myndighet",
            "styrelse",
            "rådet",
            "radet",
            "byrå",
            "byrån",
            "universitet",
            "university",
            "högskola",
            "institut",
            "bibliotek",
            "library",
            "förvaltning",
            "avdelning",
            "department",
            "stiftelse",
            "foundation",
            "förening",
            "association",
            "öppna",
            "oppna",
            "open",
            "publish",
            "katalog",
            "catalog",
            "dataset",
            "linked",
            "länkad",
            "lankad",
            "fondgraf",
            "admin",
            "post",
            "hello",
            "mail",
            "mejl",
            "lod",
            "api",
            "it",
            "web");

    private static final Pattern GIVEN_AND_FAMILY = Pattern.compile(
            "\\p{Lu}\\p{Ll}+(-\\p{Lu}\\p{Ll}+)?( \\p{Lu}\\.?)?( \\p{Lu}\\p{Ll}+(-\\p{Lu}\\p{Ll}+)?){1,2}");

    private static final Pattern DOTTED = Pattern.compile("\\p{L}[\\p{L}-]*([._]\\p{L}[\\p{L}-]*){1,2}\\d*");

    private FunctionWords() {}

    /** Whether a name is formed like a person's, such as {@code Anna Berg}, and has no word of a function. */
    static boolean isLikePerson(String name) {
        return GIVEN_AND_FAMILY.matcher(name).matches() && !hasFunction(name, " ");
    }

    /** Whether an address is formed like a person's, such as {@code anna.berg@example.org}. */
    static boolean isPersonsAddress(String email) {
        String local = email.substring(0, Math.max(0, email.indexOf('@')));
        return DOTTED.matcher(local).matches() && !hasFunction(local, "[._-]");
    }

    private static boolean hasFunction(String text, String separator) {
        Set<String> words =
                Set.copyOf(Arrays.asList(text.toLowerCase(Locale.ROOT).split(separator, -1)));
        return PARTS.stream()
                .anyMatch(part -> words.stream().anyMatch(word -> switch (part.length()) {
                    case 1, 2, 3 -> word.equals(part);
                    case 4 -> word.startsWith(part) || word.endsWith(part);
                    default -> word.contains(part);
                }));
    }
}
