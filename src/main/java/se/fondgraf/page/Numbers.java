package se.fondgraf.page;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.fondgraf.name.Spaces;

/** Reads amounts, percentages and counts as Swedish pages write them. */
final class Numbers {
    /** Above any grant there is: a thousand billion SEK. */
    private static final BigDecimal LIMIT = new BigDecimal("1e12");

    private static final Pattern CURRENCY =
            Pattern.compile("^(?:SEK|kr) ?(?=\\d)|(?<=\\d) ?(?:kr|kronor|SEK|:-)\\.?$", Pattern.CASE_INSENSITIVE);
    private static final Pattern PEOPLE =
            Pattern.compile("(?<=\\d) ?(?:st|stycken|personer|deltagare)\\.?$", Pattern.CASE_INSENSITIVE);
    private static final Pattern PLAIN = Pattern.compile("\\d{1,20}(?:,\\d{1,2}|\\.\\d{1,2})?");
    private static final Pattern GROUPED =
            Pattern.compile("\\d{1,3}(?:([ .'’])\\d{3})(?:\\1\\d{3}){0,6}(?:,\\d{1,2})?");

    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:[.,]\\d{1,3})?) ?(?:%|procent)?");

    private Numbers() {}

    /** {@code 6 304 030 kr}, with any kind of space, a point or an apostrophe between thousands: SEK. */
    static Optional<BigDecimal> amount(String text) {
        return number(CURRENCY.matcher(Spaces.collapse(text)).replaceAll(""));
    }

    /** {@code 11 650}: whole, with or without the word for people. */
    static Optional<BigDecimal> count(String text) {
        return number(PEOPLE.matcher(Spaces.collapse(text)).replaceFirst(""))
                .filter(number -> number.stripTrailingZeros().scale() <= 0)
                .filter(number -> number.compareTo(new BigDecimal("1e8")) < 0);
    }

    /** {@code 50%}: percent as published, 0 to 100. */
    static Optional<BigDecimal> percent(String text) {
        String plain = Spaces.collapse(text);
        Matcher matcher = PERCENT.matcher(plain);
        return matcher.matches()
                ? Optional.of(new BigDecimal(matcher.group(1).replace(',', '.')))
                        .filter(number -> number.compareTo(new BigDecimal(100)) <= 0)
                : Optional.empty();
    }

    private static Optional<BigDecimal> number(String text) {
        String digits;
        if (PLAIN.matcher(text).matches()) {
            digits = text.replace(',', '.');
        } else if (GROUPED.matcher(text).matches()) {
            digits = text.replaceAll("[ .'’]", "").replace(',', '.');
        } else {
            return Optional.empty();
        }
        if (digits.length() > 20) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(digits)).filter(number -> number.compareTo(LIMIT) < 0);
    }
}
