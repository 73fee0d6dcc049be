package se.fondgraf.query;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a query of the library says of itself, in {@code #+} lines at the very top of its file. After {@code #+} and a
 * space each line is one {@code key: value} of a flat YAML mapping; a value is plain, or double-quoted where YAML would
 * read a plain one as something else. All keys are required, and no others are allowed:
 *
 * <pre>
 * #+ name: shared-projects                                 the name of the file without .rq
 * #+ title.sv: …                                           also title.en, summary.sv, summary.en
 * #+ parameter.a.type: iri                                 iri, integer, string or level
 * #+ parameter.a.class: org:Organization                   what an iri should be; for iri alone
 * #+ parameter.a.example: organization/proaros             or default: holds when no value is given
 * #+ parameter.a.label.sv: …                               also label.en
 * #+ tags: organization, network                           lower case, separated by commas
 * </pre>
 *
 * <p>Each parameter has a line {@code VALUES ?a { term }} in the query, alone on its line and with the term that its
 * example or default stands for. It may be repeated, the same each time, in sub-queries that need the value too.
 */
record QueryHeader(String name, Text title, Text summary, List<QueryParameter> parameters, List<String> tags) {
    private static final Pattern TAG = Pattern.compile("[a-z][a-z-]*");
    private static final Pattern CLASS = Pattern.compile("[a-z]+:[A-Za-z]+");
    private static final Pattern OWN_KEY = Pattern.compile("name|tags|(title|summary)\\.(sv|en)");
    private static final Pattern PARAMETER_KEY =
            Pattern.compile("parameter\\.([A-Za-z][A-Za-z0-9]*)\\.(type|class|default|example|label\\.sv|label\\.en)");

    QueryHeader {
        parameters = List.copyOf(parameters);
        tags = List.copyOf(tags);
    }

    /**
     * Reads the header of a file, or nothing when the file has none.
     *
     * @throws QueryFileException on the first line that is not as described above
     */
    static Optional<QueryHeader> read(String file, String text) {
        HeaderLines lines = HeaderLines.read(file, text);
        return lines.isEmpty() ? Optional.empty() : Optional.of(of(lines));
    }

    private static QueryHeader of(HeaderLines lines) {
        Set<String> parameters = new LinkedHashSet<>();
        for (String key : lines.keys()) {
            var matcher = PARAMETER_KEY.matcher(key);
            if (matcher.matches()) {
                parameters.add(matcher.group(1));
            } else if (!OWN_KEY.matcher(key).matches()) {
                throw lines.error(key, "unknown key " + key);
            }
        }
        return new QueryHeader(
                lines.required("name"),
                text(lines, "title"),
                text(lines, "summary"),
                parameters.stream().map(name -> parameter(lines, name)).toList(),
                tags(lines));
    }

    private static Text text(HeaderLines lines, String key) {
        return new Text(lines.required(key + ".sv"), lines.required(key + ".en"));
    }

    private static List<String> tags(HeaderLines lines) {
        List<String> tags = new ArrayList<>();
        for (String tag : lines.required("tags").split(", ", -1)) {
            if (!TAG.matcher(tag).matches() || tags.contains(tag)) {
                throw lines.error("tags", "tags are different lower-case words separated by a comma and a space");
            }
            tags.add(tag);
        }
        return tags;
    }

    private static QueryParameter parameter(HeaderLines lines, String name) {
        String start = "parameter." + name + ".";
        String word = lines.required(start + "type");
        ParameterType type = ParameterType.of(word)
                .orElseThrow(() -> lines.error(
                        start + "type",
                        "unknown type " + word + "; it is one of "
                                + String.join(
                                        ", ",
                                        Stream.of(ParameterType.values())
                                                .map(ParameterType::word)
                                                .toList())));
        Optional<String> byDefault = lines.value(start + "default");
        Optional<String> example = lines.value(start + "example");
        if (byDefault.isPresent() == example.isPresent()) {
            throw lines.error(start + "type", "parameter " + name + " needs either a default or an example");
        }
        return new QueryParameter(
                name,
                type,
                rangeClass(lines, start + "class", type),
                byDefault.or(() -> example).orElseThrow(),
                byDefault.isPresent(),
                text(lines, start + "label"));
    }

    private static Optional<String> rangeClass(HeaderLines lines, String key, ParameterType type) {
        if (type != ParameterType.IRI) {
            if (lines.value(key).isPresent()) {
                throw lines.error(key, "only an iri has a class");
            }
            return Optional.empty();
        }
        String rangeClass = lines.required(key);
        if (!CLASS.matcher(rangeClass).matches()) {
            throw lines.error(key, "a class is written as a prefixed name, such as org:Organization");
        }
        return Optional.of(rangeClass);
    }
}
