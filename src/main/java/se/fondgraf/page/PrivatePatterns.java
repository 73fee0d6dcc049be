package se.fondgraf.page;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.fondgraf.name.Spaces;

/**
 * What e-mail addresses, telephone numbers and personal identity numbers look like, whoever they belong to. Every
 * repetition is bounded or possessive, so that no line makes a search slow.
 */
final class PrivatePatterns {
    private static final String SPACE = "[\\s\\p{Z}\\uFEFF]";

    private static final String LOCAL = "[\\w\\p{Cf}.!$%'*+/=?^`|~-]";
    private static final String AT =
            "(?:@|＠|&#64;|[(\\[{<](?:at|a|@|snabel-?a)[)\\]}>]|(?<=" + SPACE + ")snabel-?a(?=" + SPACE + "))";
    private static final String DOT = "(?:\\.|" + SPACE + "?[(\\[{](?:dot|punkt|\\.)[)\\]}]" + SPACE + "?)";
    private static final String DOMAIN = "[\\p{L}\\d\\p{Cf}-]{1,63}(?:" + DOT + "[\\p{L}\\d\\p{Cf}-]{1,63}){0,8}" + DOT
            + "\\p{Cf}{0,3}\\p{L}[\\p{L}\\p{Cf}]+";

    /**
     * With one of the many ways to write @; with {@code at} in words only where a dot shows that names stand before.
     */
    private static final Pattern MAIL_ADDRESS = Pattern.compile(
            "(?U)(?<!" + LOCAL + ")(?:"
                    + LOCAL + "++" + SPACE + "{0,2}" + AT + SPACE + "{0,2}" + DOMAIN
                    + "|" + LOCAL + "++@[\\p{L}\\d-]++(?:\\.[\\p{L}\\d-]{1,63}){0,8}"
                    + "|[\\w-]{1,40}\\.[\\w.-]{1,40}+" + SPACE + "at" + SPACE + DOMAIN + ")",
            Pattern.CASE_INSENSITIVE);

    private static final String STEP = "(?:" + SPACE + "?[-–‐‑/]?" + SPACE + "?)";

    /** What begins like a telephone number and is none: an ISBN, a day, a time, a span of times. */
    private static final String NO_TELEPHONE =
            "(?<!\\d[/.,:–-])(?<!isbn[\\s:\\d-]{0,8})(?<!\\bkl\\.?\\s?)(?<!klockan\\s?)"
                    + "(?!\\d{1,2}[-/ ]\\d{1,2}[-/ ](?:19|20)\\d{2}(?!\\d))"
                    + "(?!(?:[01]\\d|2[0-4]) ?[0-5]\\d ?[-–] ?(?:[01]\\d|2[0-4]) ?[0-5]\\d(?!" + STEP + "\\d))";

    /** Swedish numbers with area code, and numbers with a country code; 7 to 13 digits. */
    private static final Pattern TELEPHONE = Pattern.compile(
            "(?=[0+(])" + NO_TELEPHONE
                    + "(?:(?<![\\p{L}\\d])(?:(?:\\+|00)" + SPACE + "?[1-9]\\d{0,2}" + STEP + "(?:\\(0\\)" + SPACE
                    + "?)?\\(?\\d{1,3}\\)?(?:" + STEP + "\\d){4,10}"
                    + "|\\(0[1-9]\\d{0,2}\\)" + STEP + "\\d(?:" + STEP + "\\d){4,8}"
                    + "|0[1-9]\\d{1,2}(?:\\.\\d{2,3}){2,4}"
                    + "|0[1-9](?:" + STEP + "\\d){5,11})"
                    + "|(?<=\\p{L})0[1-9]\\d{0,2}[-–]" + SPACE + "?\\d(?:" + STEP + "\\d){4,8})(?!\\d)",
            Pattern.CASE_INSENSITIVE);

    private static final String NO_YEARS =
            "(?!(?:19|20)\\d{2}" + SPACE + "?[-–/]" + SPACE + "?(?:(?:19|20)?\\d{2}(?!\\d)|\\d{2}-\\d{2}))";
    private static final String NO_THOUSANDS = "(?!\\d{1,3}(?:" + SPACE + "\\d{3}){1,4}(?!" + SPACE + "?\\d))";

    /** A number right after a word that announces it, with no area code. */
    private static final Pattern ANNOUNCED = Pattern.compile(
            "(?<!\\p{L})((?:tel|telnr|telefon|telefonnummer|telefonnr|tfn|tlf|fax|(?:mobil|mobilnr|mobilnummer|"
                    + "mobiltelefon|mob|ring|sms)(?=[^\\d]{0,8}" + NO_THOUSANDS + "\\d))(?!\\p{L})[.:]{0,2}" + SPACE
                    + "{0,3}(?:nr|nummer|på|till)?[.:]?" + SPACE + "{0,3})" + NO_YEARS + "\\d(?:" + STEP
                    + "\\d){4,12}(?!\\d)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** A birth date (the day plus 60 in co-ordination numbers) and four digits. */
    private static final Pattern PERSON = Pattern.compile("(?<![\\d-])"
            + "(?:18|19|20)?\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01]|6[1-9]|[78]\\d|9[01])"
            + "([-+–‐‑−]|" + SPACE + "?)\\d{4}(?![\\d-])");

    private PrivatePatterns() {}

    /** The text with all of them masked. */
    static String mask(String text) {
        PrivateSigns signs = PrivateSigns.in(text);
        String masked = signs.mail() ? MAIL_ADDRESS.matcher(text).replaceAll(Masker.MAIL) : text;
        signs = signs.after(text, masked);
        String unnumbered = signs.person() ? PERSON.matcher(masked).replaceAll(PrivatePatterns::personNumber) : masked;
        signs = signs.after(masked, unnumbered);
        String silent = signs.telephone() ? TELEPHONE.matcher(unnumbered).replaceAll(Masker.PHONE) : unnumbered;
        signs = signs.after(unnumbered, silent);
        return signs.announced() ? announced(silent) : silent;
    }

    /** The definition of {@link #mask}: every pattern in turn, whatever the text looks like. */
    static String maskPlainly(String text) {
        String masked = MAIL_ADDRESS.matcher(text).replaceAll(Masker.MAIL);
        masked = PERSON.matcher(masked).replaceAll(PrivatePatterns::personNumber);
        return announced(TELEPHONE.matcher(masked).replaceAll(Masker.PHONE));
    }

    private static String announced(String text) {
        return ANNOUNCED.matcher(text).replaceAll("$1" + Matcher.quoteReplacement(Masker.PHONE));
    }

    /** Without its sign the number is one only if its check digit is right: ten digits have many uses. */
    private static String personNumber(MatchResult found) {
        boolean signed = !Spaces.isBlank(found.group(1));
        return signed || hasCheckDigit(found.group()) ? Masker.PERSON_NUMBER : Matcher.quoteReplacement(found.group());
    }

    /** Luhn's rule over the last ten digits. */
    static boolean hasCheckDigit(String text) {
        String digits = text.replaceAll("\\D", "");
        int sum = 0;
        for (int i = 0; i < 10; i++) {
            int digit = digits.charAt(digits.length() - 10 + i) - '0';
            int weighed = i % 2 == 0 ? 2 * digit : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }
}
