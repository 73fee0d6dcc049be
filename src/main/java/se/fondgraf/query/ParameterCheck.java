package se.fondgraf.query;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;

/** Holds a header against its query: each parameter has its {@code VALUES} lines, and each such line its parameter. */
final class ParameterCheck {
    private final String file;
    private final String text;
    private final Query query;
    private final HeaderLines lines;
    private final Map<String, List<Node>> blocks;

    ParameterCheck(String file, String text, Query query) {
        this.file = file;
        this.text = text;
        this.query = query;
        this.lines = HeaderLines.read(file, text);
        this.blocks = ParameterBlocks.terms(query);
    }

    /**
     * Checks all of them.
     *
     * @throws QueryFileException at the first parameter or line that has no counterpart, or another term
     */
    void check(QueryHeader header) {
        header.parameters().forEach(this::checkBlocks);
        List<String> declared =
                header.parameters().stream().map(QueryParameter::name).toList();
        for (String variable : blocks.keySet()) {
            if (!declared.contains(variable)) {
                int line = ParameterBlocks.lines(text, variable).stream()
                        .findFirst()
                        .orElse(1);
                throw new QueryFileException(
                        file, line, "VALUES ?" + variable + " is not declared as a parameter in the header");
            }
        }
    }

    private void checkBlocks(QueryParameter parameter) {
        String key = "parameter." + parameter.name() + ".";
        List<Node> terms = blocks.getOrDefault(parameter.name(), List.of());
        if (terms.isEmpty() || ParameterBlocks.lines(text, parameter.name()).size() != terms.size()) {
            throw lines.error(key, "the query lacks a line VALUES ?" + parameter.name() + " { … }");
        }
        String sampleKey = key + (parameter.optional() ? "default" : "example");
        Node sample = parameter
                .type()
                .term(parameter.sample(), new ShortForms(LibraryQuery.DEFAULT_BASE, query.getPrefixMapping()))
                .orElseThrow(() ->
                        lines.error(sampleKey, "must be " + parameter.type().expectation()));
        if (!terms.stream().allMatch(sample::equals)) {
            throw lines.error(sampleKey, "the line VALUES ?" + parameter.name() + " holds another term");
        }
    }
}
