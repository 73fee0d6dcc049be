package se.fondgraf.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import se.fondgraf.name.Spaces;

/** Reads the text of one value as what its label states. A value that cannot be read costs itself alone. */
final class ValueReader {
    /** What a value was read as: one property, or two for a merged value. */
    record Read(Property property, Value value, String asWritten) {}

    private static final Pattern NOTHING = Pattern.compile(
            "[\\p{P}\\p{Z}\\s]*|(?:uppgift )?saknas\\.?|ej angiv\\w+\\.?|ingen uppgift|n/a|null",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern IDENTIFIER = Pattern.compile("[\\p{L}\\d][\\p{L}\\d /.:_–-]{0,39}");

    private ValueReader() {}

    /** Whether the text says that there is no value: a dash, "saknas". */
    static boolean saysNothing(String text) {
        return NOTHING.matcher(Spaces.collapse(text)).matches();
    }

    /**
     * What the text states.
     *
     * @param label the label's own words, which name a secondary theme
     * @param text stripped, not blank
     */
    static List<Read> read(Property property, String label, String text) {
        return switch (property.form()) {
            case WORDS -> one(property, new Value.Words(text), text);
            case NUMBER -> one(property, identifier(text), text);
            case YEARS ->
                one(
                        property,
                        Codes.programme(text)
                                .<Value>map(Value.Words::new)
                                .orElseGet(() -> unreadable("no known programme period")),
                        text);
            case CODE -> property == Property.PROGRAMME_AREA ? area(text) : objective(property, text);
            case CODES -> fields(property, text);
            case THEME -> one(property, theme(label, text), text);
            case TRUTH ->
                one(
                        property,
                        truth(text).<Value>map(Value.Truth::new).orElseGet(() -> unreadable("neither Ja nor Nej")),
                        text);
            case BODY, BODIES, PLACES -> one(property, new Value.Name(text), text);
            case ORGANIZATION_NUMBER ->
                one(
                        property,
                        OrganizationNumbers.read(text)
                                .<Value>map(Value.OrganizationNumber::new)
                                .orElseGet(() -> unreadable("no organisation number of ten digits")),
                        text);
            case PERIOD -> period(text);
            case DAY ->
                one(
                        property,
                        Days.day(text).<Value>map(Value.Day::new).orElseGet(() -> unreadable("no day of the calendar")),
                        text);
            case AMOUNT -> one(property, number(Numbers.amount(text), "no amount in SEK"), text);
            case PERCENT -> one(property, number(Numbers.percent(text), "no percentage from 0 to 100"), text);
            case COUNT -> one(property, number(Numbers.count(text), "no whole number"), text);
            case PROSE -> one(property, new Value.Prose(text), text);
            case PRIVATE -> List.of();
        };
    }

    private static List<Read> one(Property property, Value value, String text) {
        return List.of(new Read(property, value, text));
    }

    private static Value.Unreadable unreadable(String reason) {
        return new Value.Unreadable(reason);
    }

    private static Value number(Optional<java.math.BigDecimal> number, String reason) {
        return number.<Value>map(Value.Quantity::new).orElseGet(() -> unreadable(reason));
    }

    /** A number that could name many projects, such as "saknas", would make one of them all. */
    private static Value identifier(String text) {
        boolean sound = IDENTIFIER.matcher(text).matches()
                && text.chars().filter(Character::isDigit).count() >= 4;
        return sound ? new Value.Words(text) : unreadable("no project number");
    }

    private static List<Read> area(String text) {
        Optional<Value.Code> objective = Codes.objective(text);
        if (objective.isPresent()) {
            return List.of(
                    new Read(Property.SPECIFIC_OBJECTIVE, objective.get(), text),
                    new Read(Property.PROGRAMME_AREA, Codes.areaOf(objective.get()), text));
        }
        return one(
                Property.PROGRAMME_AREA,
                Codes.area(text)
                        .<Value>map(code -> code)
                        .orElseGet(() -> unreadable("no number or letter of a programme area")),
                text);
    }

    private static List<Read> objective(Property property, String text) {
        return one(
                property,
                Codes.objective(text)
                        .<Value>map(code -> code)
                        .orElseGet(() -> unreadable("no notation of a specific objective")),
                text);
    }

    private static List<Read> fields(Property property, String text) {
        List<Value.Code> codes = Codes.fields(text);
        return codes.isEmpty()
                ? one(property, unreadable("no number of an intervention field"), text)
                : codes.stream().map(code -> new Read(property, code, text)).toList();
    }

    private static Value theme(String label, String text) {
        int dash = label.indexOf(" - ") >= 0 ? label.indexOf(" - ") : label.indexOf(" – ");
        String words = dash < 0 ? label : label.substring(dash + 3).strip();
        return truth(text)
                .<Value>map(applies -> new Value.Theme(words, applies))
                .orElseGet(() -> unreadable("neither Ja nor Nej"));
    }

    private static Optional<Boolean> truth(String text) {
        return switch (Spaces.collapse(text).toLowerCase(Locale.ROOT)) {
            case "ja", "yes", "sant", "true" -> Optional.of(true);
            case "nej", "no", "falskt", "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static List<Read> period(String text) {
        Optional<Days.Period> period = Days.period(text);
        if (period.isEmpty()) {
            Value none = unreadable("no period of one or two days");
            return List.of(new Read(Property.START_DATE, none, text), new Read(Property.END_DATE, none, text));
        }
        List<Read> ends = new java.util.ArrayList<>();
        period.get().start().ifPresent(found -> ends.add(end(Property.START_DATE, found, text)));
        period.get().end().ifPresent(found -> ends.add(end(Property.END_DATE, found, text)));
        return ends;
    }

    private static Read end(Property property, Days.Found found, String text) {
        Value value = found.day()
                .<Value>map(Value.Day::new)
                .orElseGet(() -> unreadable("\"" + found.asWritten() + "\" is no day of the calendar"));
        return new Read(property, value, text);
    }
}
