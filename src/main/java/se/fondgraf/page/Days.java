package se.fondgraf.page;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.fondgraf.name.Spaces;

/**
 * Reads days and periods: {@code 2008-11-01 till 2011-10-31}, {@code 2015-09-01-2018-08-31}, {@code 2016-09-05 -
 * 2019-08-30} and their kin.
 */
final class Days {
    private static final List<String> MONTHS = List.of(
            "januari",
            "februari",
            "mars",
            "april",
            "maj",
            "juni",
            "juli",
            "augusti",
            "september",
            "oktober",
            "november",
            "december");

    /** Year first, as four digits, with -, / or . between, or eight digits together, or day and month in words. */
    private static final Pattern DAY = Pattern.compile("(?<!\\d)(?:"
            + "(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(?!\\d)"
            + "|(\\d{4})(\\d{2})(\\d{2})(?!\\d)"
            + "|(\\d{1,2}) (" + String.join("|", MONTHS) + ") (\\d{4})(?!\\d))");

    /** What stands right before a day that is an end. "Från och med" is none. */
    private static final Pattern UNTIL =
            Pattern.compile("(?:\\btill(?: och med)?|\\bt\\.? ?o\\.? ?m\\.?|\\bto|[-–—]) ?$");

    private Days() {}

    /** A day found in a period, or the reason why what stands there is none. */
    record Found(Optional<LocalDate> day, String asWritten) {}

    /**
     * The two ends of a period.
     *
     * @param start absent when the text names none
     */
    record Period(Optional<Found> start, Optional<Found> end) {}

    /** A text that is one day. */
    static Optional<LocalDate> day(String text) {
        String plain = plain(text);
        Matcher matcher = DAY.matcher(plain);
        return matcher.matches() ? date(matcher) : Optional.empty();
    }

    /**
     * The days of a period; one day alone is the start, unless something like "till" stands before it. Absent: no day
     * at all, or too many.
     */
    static Optional<Period> period(String text) {
        String plain = plain(text);
        Matcher matcher = DAY.matcher(plain);
        List<Found> days = new ArrayList<>();
        int first = plain.length();
        int from = 0;
        while (days.size() < 3 && matcher.find(from)) {
            first = Math.min(first, matcher.start());
            days.add(new Found(date(matcher), matcher.group()));
            from = matcher.end();
        }
        boolean open =
                UNTIL.matcher(plain.substring(Math.max(0, first - 20), first)).find();
        return switch (days.size()) {
            case 1 ->
                Optional.of(
                        open
                                ? new Period(Optional.empty(), Optional.of(days.getFirst()))
                                : new Period(Optional.of(days.getFirst()), Optional.empty()));
            case 2 -> Optional.of(new Period(Optional.of(days.get(0)), Optional.of(days.get(1))));
            default -> Optional.empty();
        };
    }

    private static String plain(String text) {
        return Spaces.collapse(text).toLowerCase(Locale.ROOT);
    }

    private static Optional<LocalDate> date(Matcher matcher) {
        try {
            LocalDate day;
            if (matcher.group(1) != null) {
                day = date(matcher.group(1), matcher.group(3), matcher.group(4));
            } else if (matcher.group(5) != null) {
                day = date(matcher.group(5), matcher.group(6), matcher.group(7));
            } else {
                String month = String.valueOf(MONTHS.indexOf(matcher.group(9)) + 1);
                day = date(matcher.group(10), month, matcher.group(8));
            }
            return Optional.of(day).filter(date -> date.getYear() >= 1900 && date.getYear() < 2100);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static LocalDate date(String year, String month, String day) {
        return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    }
}
