package se.fondgraf.page;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Swedish organisation numbers: ten digits, the third of a legal person's at least 2; a person's own number has 0 or 1
 * there (a month).
 */
final class OrganizationNumbers {
    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Z}\\p{Pd}\\uFEFF+−.]");

    /** A month where a legal person's number has 20 and more. */
    private static final Pattern PERSONAL =
            Pattern.compile("(?:(?:18|19|20)(?=\\d{6}(?:\\d{4}|[Xx*]{4})))?\\d{2}[01]\\d{3}");

    private static final Pattern FORM = Pattern.compile("(?:16|18|19|20)?\\d{10}");

    private OrganizationNumbers() {}

    /** NNNNNN-NNNN, when the text is a legal person's number, with or without hyphen, spaces and the prefix 16. */
    static Optional<String> read(String text) {
        return digits(text)
                .filter(number -> number.charAt(2) >= '2')
                .map(number -> number.substring(0, 6) + "-" + number.substring(6));
    }

    /**
     * Whether the text begins with the number of a person, who may own a project in his or her own name: whole, with
     * century, cut or with its last digits hidden.
     */
    static boolean isPersonal(String text) {
        String plain = plain(text);
        Matcher matcher = PERSONAL.matcher(plain);
        return matcher.lookingAt();
    }

    private static Optional<String> digits(String text) {
        String plain = plain(text);
        return FORM.matcher(plain).matches() ? Optional.of(plain.substring(plain.length() - 10)) : Optional.empty();
    }

    private static String plain(String text) {
        return SEPARATORS.matcher(text).replaceAll("");
    }
}
