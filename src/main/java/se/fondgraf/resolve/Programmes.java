package se.fondgraf.resolve;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import se.fondgraf.page.ProjectRecord;
import se.fondgraf.page.Property;
import se.fondgraf.page.Statement;
import se.fondgraf.page.Value;

/** The programme periods: which one a project belongs to, and the identifiers that pages give for them. */
public final class Programmes {
    public static final String FIRST = "2007-2013";
    public static final String SECOND = "2014-2020";
    public static final String THIRD = "2021-2027";

    /** All periods, oldest first. */
    public static final List<String> ALL = List.of(FIRST, SECOND, THIRD);

    /** Numbers of the period from 2021: {@code 22-044-S07}. */
    private static final Pattern LATE_NUMBER = Pattern.compile("\\d{2}-\\d{3}-\\p{L}\\d{1,3}");

    private final Map<String, SortedMap<String, Integer>> identifiers = new TreeMap<>();

    /** The period that this capture states, or else the one that its number or its layout belongs to. */
    public static String of(ProjectRecord record) {
        return record.best(Property.PROGRAMME)
                .map(Statement::value)
                .map(value -> value instanceof Value.Words words ? words.text() : "")
                .flatMap(text -> ALL.stream().filter(text::contains).findFirst())
                .orElseGet(() -> inferred(record));
    }

    private static String inferred(ProjectRecord record) {
        return switch (record.layout()) {
            case A -> FIRST;
            case E, F -> THIRD;
            case B, C, D ->
                record.words(Property.IDENTIFIER)
                                .filter(number -> LATE_NUMBER.matcher(number).matches())
                                .isPresent()
                        ? THIRD
                        : SECOND;
        };
    }

    /** An identifier that a page gives for its programme. */
    public record Identified(String years, String identifier) {}

    /** The identifiers that a capture gives for its programme. */
    public static List<Identified> identified(ProjectRecord record) {
        return record.of(Property.PROGRAMME_IDENTIFIER).stream()
                .map(statement -> new Identified(of(record), statement.asWritten()))
                .toList();
    }

    /** Takes in what one capture gives. The order of gathering does not matter. */
    public void add(List<Identified> capture) {
        capture.forEach(identified -> identifiers
                .computeIfAbsent(identified.years(), years -> new TreeMap<>())
                .merge(identified.identifier(), 1, Integer::sum));
    }

    /** The identifier that most captures give for that period; of equals, the first in order. */
    public Optional<String> identifier(String years) {
        return identifiers.getOrDefault(years, new TreeMap<>()).entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey);
    }
}
