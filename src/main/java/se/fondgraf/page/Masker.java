package se.fondgraf.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Masks e-mail addresses, telephone numbers, personal identity numbers and the names of a page's contacts in any text
 * of that page. Masking twice is masking once.
 */
final class Masker {
    /** Stands for the whole value of a contact label. */
    static final String CONTACT = "[kontaktuppgift]";

    private static final String NAME = "[namn]";
    private static final String MAIL = "[e-post]";
    private static final String PHONE = "[telefon]";
    private static final String PERSON_NUMBER = "[personnummer]";

    private static final String SPACE = "[\\s\\u00A0\\u202F\\u2007\\u2009]";

    private static final Pattern MAIL_ADDRESS = Pattern.compile(
            "(?U)[\\w.!#$%&'*+/=?^`{|}~-]+" + SPACE
                    + "?(?:@|\\(at\\)|\\[at\\]|\\(a\\)|\\[a\\]|\\(snabel-?a\\)|\\[snabel-?a\\])" + SPACE
                    + "?[\\p{L}\\d-]+(?:\\.[\\p{L}\\d-]+)+",
            Pattern.CASE_INSENSITIVE);

    private static final String STEP = "(?:" + SPACE + "?[-–/]?" + SPACE + "?)";

    /**
     * Swedish numbers with area code, and numbers with a country code; 7 to 13 digits. Dates such as 01-02-2012 are not
     * numbers.
     */
    private static final Pattern TELEPHONE = Pattern.compile("(?<![\\p{L}\\d])(?<!\\d[/.,:–-])"
            + "(?!\\d{1,2}[-/ ]\\d{1,2}[-/ ](?:19|20)\\d{2}(?!\\d))"
            + "(?:(?:\\+|00)" + SPACE + "?[1-9]\\d{0,2}" + STEP + "(?:\\(0\\)" + SPACE + "?)?\\(?\\d{1,3}\\)?(?:" + STEP
            + "\\d){4,10}"
            + "|\\(0[1-9]\\d{0,2}\\)" + STEP + "\\d(?:" + STEP + "\\d){4,8}"
            + "|0[1-9](?:" + STEP + "\\d){5,11})(?!\\d)");

    /** A number right after a word that announces it, with no area code. */
    private static final Pattern ANNOUNCED = Pattern.compile(
            "(?U)\\b(tel|telnr|telefon|telefonnummer|tfn|mobil|mobilnr|mobilnummer|mob|fax|ring|sms)\\b" + "([.:]?"
                    + SPACE + "*(?:nr|på|till)?[.:]?" + SPACE + "*)(\\d(?:" + STEP + "\\d){4,12})(?!\\d)",
            Pattern.CASE_INSENSITIVE);

    /** A personal identity number: month 01-12 and day 01-31 or 61-91 where an organisation number has 20 and more. */
    private static final Pattern PERSON = Pattern.compile(
            "(?<![\\d-])(?:18|19|20)?\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01]|6[1-9]|[78]\\d|9[01])[-+]\\d{4}(?![\\d-])");

    private record Rule(Pattern pattern, String mask) {}

    private final List<Rule> own = new ArrayList<>();

    Masker(ContactDetails contact) {
        contact.literals().stream()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .forEach(literal -> own.add(new Rule(words(literal), literal.indexOf('@') >= 0 ? MAIL : CONTACT)));
        contact.names().stream()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .forEach(name -> own.add(new Rule(name(name), NAME)));
        contact.numbers().forEach(number -> own.add(new Rule(number(number), PHONE)));
    }

    /** The text with everything private masked; line ends are kept. */
    String mask(String text) {
        String masked = text;
        for (Rule rule : own) {
            masked = rule.pattern.matcher(masked).replaceAll(Matcher.quoteReplacement(rule.mask));
        }
        boolean digits = masked.chars().anyMatch(Character::isDigit);
        if (masked.indexOf('@') >= 0 || masked.indexOf('(') >= 0 || masked.indexOf('[') >= 0) {
            masked = MAIL_ADDRESS.matcher(masked).replaceAll(MAIL);
        }
        if (digits) {
            masked = PERSON.matcher(masked).replaceAll(PERSON_NUMBER);
            masked = TELEPHONE.matcher(masked).replaceAll(PHONE);
            masked = ANNOUNCED.matcher(masked).replaceAll("$1$2" + Matcher.quoteReplacement(PHONE));
        }
        return masked;
    }

    private static Pattern words(String literal) {
        return Pattern.compile(
                Arrays.stream(literal.split(" ")).map(Pattern::quote).collect(Collectors.joining(SPACE + "+")),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** The name as written or last name first, with any spacing. */
    private static Pattern name(String name) {
        String[] parts = name.split("[ ,]+");
        String last = Pattern.quote(parts[parts.length - 1]);
        String first =
                Arrays.stream(parts, 0, parts.length - 1).map(Pattern::quote).collect(Collectors.joining(SPACE + "+"));
        return Pattern.compile(
                "(?<!\\p{L})(?:" + first + SPACE + "+" + last + "|" + last + SPACE + "*," + SPACE + "*" + first + ")",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static Pattern number(String digits) {
        return Pattern.compile("(?<!\\d)\\(?"
                + digits.chars()
                        .mapToObj(c -> String.valueOf((char) c))
                        .collect(Collectors.joining("[\\s\\u00A0\\u202F()/.–-]{0,3}"))
                + "(?!\\d)");
    }
}
