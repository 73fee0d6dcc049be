package se.fondgraf.page;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@link JsonPage}s back. What is read has the right form; whether it is true and free of contact data is
 * {@link StrangePage}'s to say.
 */
final class JsonPageReader {
    private static final Set<String> PAGE = Set.of(
            "form",
            "project",
            "page",
            "layout",
            "sha256",
            "address",
            "ownerDomain",
            "statements",
            "text",
            "endsWithNewline",
            "account",
            "notices");

    private static final Set<String> STATEMENT =
            Set.of("property", "value", "unreadable", "asWritten", "lines", "rank");
    /** Of real numbers the longest have eleven digits. */
    private static final int MOST_DIGITS = 30;

    private static final ObjectReader JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(8)
                            .maxNumberLength(100)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build()
            .readerFor(JsonNode.class);

    private JsonPageReader() {}

    /** @throws RejectedPageException when the bytes are no page in this form, with where in it and why */
    static Page read(byte[] bytes) throws RejectedPageException {
        JsonNode node = json(bytes);
        isObject(node, "the line", PAGE);
        if (!JsonPage.FORM.equals(text(node, "form"))) {
            throw wrong("form is not \"" + JsonPage.FORM + "\", the only one that is read");
        }
        List<String> lines = lines(node);
        PublishedText text = new PublishedText(lines, truth(node, "endsWithNewline"));
        List<Statement> statements = new ArrayList<>();
        for (JsonNode statement : array(node, "statements")) {
            statements.add(statement(statement, "statements[" + statements.size() + "]", lines));
        }
        ProjectRecord record = new ProjectRecord(
                layout(text(node, "layout")),
                text(node, "sha256"),
                optional(node, "address"),
                optional(node, "ownerDomain"),
                statements);
        if (!record.sha256().matches("[0-9a-f]{64}")) {
            throw wrong("sha256 is not 64 hex digits in lower case");
        }
        return new Page(record, text, account(node, lines.size()), notices(node, lines.size()));
    }

    private static JsonNode json(byte[] bytes) throws RejectedPageException {
        try {
            return JSON.readValue(bytes);
        } catch (JacksonException e) {
            // Jackson's own words would repeat what stands there.
            int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
            throw wrong("is not JSON" + (column > 0 ? ", at column " + column : ""));
        } catch (IOException e) {
            throw wrong("is not JSON");
        }
    }

    private static List<String> lines(JsonNode node) throws RejectedPageException {
        List<String> lines = new ArrayList<>();
        for (JsonNode line : array(node, "text")) {
            if (!line.isTextual()) {
                throw wrong("text[" + lines.size() + "] is not a text");
            }
            lines.add(line.textValue());
        }
        return lines;
    }

    private static Layout layout(String name) throws RejectedPageException {
        return Arrays.stream(Layout.values())
                .filter(layout -> layout.name().equals(name))
                .findFirst()
                .orElseThrow(() -> wrong("layout is none of A to F"));
    }

    private static Statement statement(JsonNode node, String where, List<String> text) throws RejectedPageException {
        isObject(node, where, STATEMENT);
        Optional<Property> property = Property.ofKey(at(where, () -> text(node, "property")))
                .filter(known -> known != Property.PERIOD && known != Property.CONTACT);
        if (property.isEmpty()) {
            throw wrong(where + ".property is none that a page states: " + shown(text(node, "property")));
        }
        Lines lines = at(where, () -> lines(node, text.size()));
        Optional<String> unreadable = at(where, () -> optional(node, "unreadable"));
        if (unreadable.isPresent() && node.has("value")) {
            throw wrong(where + " has both a value and a reason why there is none");
        }
        Value value = unreadable.isPresent()
                ? new Value.Unreadable(unreadable.get())
                : at(where, () -> value(property.get(), node, lines, text));
        String asWritten = at(where, () -> optional(node, "asWritten")).orElse("");
        if (asWritten.isEmpty() != (value instanceof Value.Prose)) {
            throw wrong(where + ".asWritten belongs to every value but running text");
        }
        return new Statement(property.get(), value, asWritten, lines, at(where, () -> rank(node)));
    }

    private static int rank(JsonNode node) throws RejectedPageException {
        JsonNode rank = node.path("rank");
        if (!rank.isInt() || rank.intValue() < 0) {
            throw wrong("rank is not a whole number from 0");
        }
        return rank.intValue();
    }

    private static Value value(Property property, JsonNode node, Lines lines, List<String> text)
            throws RejectedPageException {
        return switch (property.form()) {
            case WORDS, NUMBER, YEARS -> new Value.Words(text(node, "value"));
            case BODY, BODIES, PLACES -> new Value.Name(text(node, "value"));
            case ORGANIZATION_NUMBER -> new Value.OrganizationNumber(text(node, "value"));
            case AMOUNT, PERCENT, COUNT -> new Value.Quantity(number(node.path("value")));
            case DAY -> new Value.Day(day(text(node, "value")));
            case TRUTH -> new Value.Truth(truth(node, "value"));
            case THEME -> {
                JsonNode theme = node.path("value");
                isObject(theme, "value", Set.of("theme", "applies"));
                yield new Value.Theme(text(theme, "theme"), truth(theme, "applies"));
            }
            case CODE, CODES -> {
                JsonNode code = node.path("value");
                isObject(code, "value", Set.of("notation", "words"));
                yield new Value.Code(text(code, "notation"), optional(code, "words"));
            }
            case PROSE -> new Value.Prose(optional(node, "value").orElseGet(() -> lines.prose(text)));
            case PERIOD, PRIVATE -> throw new IllegalArgumentException("never stated: " + property);
        };
    }

    private static BigDecimal number(JsonNode node) throws RejectedPageException {
        if (!node.isNumber()) {
            throw wrong("value is not a number");
        }
        BigDecimal number = node.decimalValue();
        if (number.scale() < 0 || number.scale() > MOST_DIGITS || number.precision() > MOST_DIGITS) {
            throw wrong("value is not a number of at most " + MOST_DIGITS + " digits without exponent");
        }
        return number;
    }

    private static LocalDate day(String text) throws RejectedPageException {
        try {
            if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException e) {
            // Told below, with all that is no day.
        }
        throw wrong("value is not a day of the calendar, YYYY-MM-DD");
    }

    private static List<LineUse> account(JsonNode node, int count) throws RejectedPageException {
        List<LineUse> uses = new ArrayList<>();
        int row = 0;
        for (JsonNode item : array(node, "account")) {
            String where = "account[" + row++ + "]";
            isObject(item, where, Set.of("lines", "kind", "detail"));
            Lines lines = at(where, () -> lines(item, count));
            if (lines.first() != uses.size() + 1) {
                throw wrong(where + ".lines do not follow those before");
            }
            LineUse use = new LineUse(
                    kind(at(where, () -> text(item, "kind")), where), at(where, () -> text(item, "detail")));
            for (int i = lines.first(); i <= lines.last(); i++) {
                uses.add(use);
            }
        }
        if (uses.size() != count) {
            throw wrong("account is not of every line of the text");
        }
        return uses;
    }

    private static LineUse.Kind kind(String name, String where) throws RejectedPageException {
        return Arrays.stream(LineUse.Kind.values())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> wrong(where + ".kind is none of value, structure, furniture, dropped, unmapped"));
    }

    private static List<Notice> notices(JsonNode node, int count) throws RejectedPageException {
        List<Notice> notices = new ArrayList<>();
        for (JsonNode item : array(node, "notices")) {
            String where = "notices[" + notices.size() + "]";
            isObject(item, where, Set.of("line", "reason"));
            JsonNode line = item.path("line");
            if (!line.isMissingNode() && (!line.isInt() || line.intValue() < 1 || line.intValue() > count)) {
                throw wrong(where + ".line is no line of the text");
            }
            notices.add(new Notice(line.intValue(), at(where, () -> text(item, "reason"))));
        }
        return notices;
    }

    private static Lines lines(JsonNode node, int count) throws RejectedPageException {
        JsonNode lines = node.path("lines");
        boolean two = lines.isArray()
                && lines.size() == 2
                && lines.get(0).isInt()
                && lines.get(1).isInt();
        int first = two ? lines.get(0).intValue() : 0;
        int last = two ? lines.get(1).intValue() : 0;
        if (first < 1 || last < first || last > count) {
            throw wrong("lines are not the first and last of lines of the text");
        }
        return new Lines(first, last);
    }

    private static void isObject(JsonNode node, String where, Set<String> keys) throws RejectedPageException {
        if (!node.isObject()) {
            throw wrong(where + " is not a JSON object");
        }
        Set<String> unknown = new HashSet<>();
        node.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(keys);
        if (!unknown.isEmpty()) {
            throw wrong(where + " has a field that is not known: "
                    + shown(unknown.stream().min(String::compareTo).orElseThrow()));
        }
    }

    private static String text(JsonNode node, String key) throws RejectedPageException {
        JsonNode text = node.path(key);
        if (!text.isTextual() || text.textValue().isEmpty()) {
            throw wrong(key + (text.isMissingNode() ? " is missing" : " is not a text"));
        }
        return text.textValue();
    }

    private static Optional<String> optional(JsonNode node, String key) throws RejectedPageException {
        return node.has(key) ? Optional.of(text(node, key)) : Optional.empty();
    }

    private static boolean truth(JsonNode node, String key) throws RejectedPageException {
        JsonNode truth = node.path(key);
        if (!truth.isBoolean()) {
            throw wrong(key + (truth.isMissingNode() ? " is missing" : " is neither true nor false"));
        }
        return truth.booleanValue();
    }

    private static JsonNode array(JsonNode node, String key) throws RejectedPageException {
        JsonNode array = node.path(key);
        if (!array.isArray()) {
            throw wrong(key + (array.isMissingNode() ? " is missing" : " is not an array"));
        }
        return array;
    }

    /** A piece of what a stranger wrote, safe to show. */
    private static String shown(String text) {
        return PrivatePatterns.mask(Excerpt.of(text));
    }

    private static RejectedPageException wrong(String reason) {
        return new RejectedPageException(0, reason);
    }

    private interface Step<T> {
        T take() throws RejectedPageException;
    }

    /** The same complaint with the place before it. */
    private static <T> T at(String where, Step<T> step) throws RejectedPageException {
        try {
            return step.take();
        } catch (RejectedPageException e) {
            throw wrong(where + "." + e.reason());
        }
    }
}
