package se.fondgraf.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code #+ key: value} lines of a query file, with the line of each, checked to be flat YAML without surprises.
 */
final class HeaderLines {
    private static final String MARK = "#+";
    private static final Pattern LINE = Pattern.compile("#\\+ ([A-Za-z][A-Za-z0-9.]*): (\\S|\\S.*\\S)");
    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\[\"\\\\])*\"");
    /** What YAML takes for something else than a plain string. */
    private static final Pattern NOT_PLAIN = Pattern.compile("[-?:,\\[\\]{}#&*!|>'\"%@`].*|.*: .*|.* #.*|.*:");

    private record Entry(String value, int line) {}

    private final String file;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private HeaderLines(String file) {
        this.file = file;
    }

    static HeaderLines read(String file, String text) {
        HeaderLines header = new HeaderLines(file);
        List<String> lines = text.lines().toList();
        boolean over = false;
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).startsWith(MARK)) {
                over = true;
            } else if (over) {
                throw new QueryFileException(file, i + 1, "header lines stand together at the top of the file");
            } else {
                header.add(lines.get(i), i + 1);
            }
        }
        return header;
    }

    private void add(String text, int line) {
        Matcher matcher = LINE.matcher(text);
        if (!matcher.matches()) {
            throw new QueryFileException(file, line, "a header line is written #+ key: value");
        }
        if (entries.containsKey(matcher.group(1))) {
            throw new QueryFileException(file, line, "the key " + matcher.group(1) + " stands twice");
        }
        entries.put(matcher.group(1), new Entry(scalar(matcher.group(2), line), line));
    }

    private String scalar(String value, int line) {
        if (QUOTED.matcher(value).matches()) {
            return value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1");
        }
        if (NOT_PLAIN.matcher(value).matches()) {
            throw new QueryFileException(file, line, "YAML would misread this value; put it in double quotes");
        }
        return value;
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    Set<String> keys() {
        return entries.keySet();
    }

    Optional<String> value(String key) {
        return Optional.ofNullable(entries.get(key)).map(Entry::value);
    }

    String required(String key) {
        return value(key).orElseThrow(() -> error(key, "the header lacks " + key));
    }

    /** An error at the line of that key; where it has none, at its nearest relative, else at the top. */
    QueryFileException error(String key, String message) {
        String relatives = key.startsWith("parameter.") ? key.substring(0, key.indexOf('.', 10) + 1) : key;
        int line = Optional.ofNullable(entries.get(key))
                .or(() -> entries.entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith(relatives))
                        .map(Map.Entry::getValue)
                        .findFirst())
                .map(Entry::line)
                .orElse(1);
        return new QueryFileException(file, line, message);
    }
}
