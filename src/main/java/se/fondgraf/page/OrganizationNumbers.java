package se.fondgraf.page;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Swedish organisation numbers: ten digits, the third of a legal person's at least 2; a person's own number has 0 or 1
 * there (a month).
 */
final class OrganizationNumbers {
    private static final Pattern FORM = Pattern.compile("(?:16|18|19|20)?\\d{10}");

    private OrganizationNumbers() {}

    /** NNNNNN-NNNN, when the text is a legal person's number, with or without hyphen, spaces and the prefix 16. */
    static Optional<String> read(String text) {
        return digits(text)
                .filter(number -> number.charAt(2) >= '2')
                .map(number -> number.substring(0, 6) + "-" + number.substring(6));
    }

    /** Whether the text is the number of a person, who may own a project in his or her own name. */
    static boolean isPersonal(String text) {
        return digits(text).filter(number -> number.charAt(2) < '2').isPresent();
    }

    private static Optional<String> digits(String text) {
        String plain = text.replaceAll("[\\s\\u00A0\\u202F+–-]", "");
        return FORM.matcher(plain).matches() ? Optional.of(plain.substring(plain.length() - 10)) : Optional.empty();
    }
}
