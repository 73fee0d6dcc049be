package se.fondgraf.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.fondgraf.name.Spaces;

/** Reads the notations of code lists, with their words where the page gives them. */
final class Codes {
    private static final String WORDS = "[.:]?(?: ?[-–]? [-–]? ?(\\S.*))?";
    private static final Pattern AREA = Pattern.compile(
            "(?:(?:Programområde|Insatsområde|PO)\\s*)?(\\d{1,2}|[A-ZÅÄÖ])" + WORDS,
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern OBJECTIVE = Pattern.compile(
            "(?:(?:Specifikt mål|Mål)\\s*)?(\\d{1,2}(?:\\.\\d{1,2}){1,4}|[A-Z]\\d[A-Z]?)" + WORDS,
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern FIELD = Pattern.compile("(\\d{1,3}[A-Za-z]?)" + WORDS);
    private static final Pattern PROGRAMME = Pattern.compile("(?<!\\d)(20\\d{2})\\s*[-–—]\\s*(20\\d{2})(?!\\d)");
    private static final List<String> PROGRAMMES = List.of("2007-2013", "2014-2020", "2021-2027");

    /** Pages name one to three. */
    private static final int MOST_FIELDS = 40;

    private Codes() {}

    /** {@code 2}, {@code A}, {@code Programområde 2 Ökat arbetskraftsutbud}. */
    static Optional<Value.Code> area(String text) {
        return code(AREA, text);
    }

    /** {@code 2.1}, {@code A2A}, {@code 2.3 Öka övergångarna till arbete}. */
    static Optional<Value.Code> objective(String text) {
        return code(OBJECTIVE, text);
    }

    /** The area that an objective lies in: {@code 2} for 2.3, {@code A} for A2A. */
    static Value.Code areaOf(Value.Code objective) {
        String notation = objective.notation();
        int dot = notation.indexOf('.');
        return new Value.Code(dot > 0 ? notation.substring(0, dot) : notation.substring(0, 1), Optional.empty());
    }

    /** One code with words, or several codes between commas; empty when it is neither. */
    static List<Value.Code> fields(String text) {
        List<Value.Code> codes = new ArrayList<>();
        for (String part : text.split("[,;]")) {
            Optional<Value.Code> code = code(FIELD, part);
            if (code.isEmpty() || codes.size() == MOST_FIELDS) {
                return code(FIELD, text).stream().toList();
            }
            codes.add(code.get());
        }
        return codes;
    }

    /** One of the three programme periods, named anywhere in the text. */
    static Optional<String> programme(String text) {
        Matcher matcher = PROGRAMME.matcher(Spaces.collapse(text));
        return matcher.find()
                ? Optional.of(matcher.group(1) + "-" + matcher.group(2)).filter(PROGRAMMES::contains)
                : Optional.empty();
    }

    private static Optional<Value.Code> code(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(Spaces.collapse(text));
        return matcher.matches()
                ? Optional.of(new Value.Code(
                        matcher.group(1).toUpperCase(java.util.Locale.ROOT), Optional.ofNullable(matcher.group(2))))
                : Optional.empty();
    }
}
