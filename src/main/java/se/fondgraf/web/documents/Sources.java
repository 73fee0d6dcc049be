package se.fondgraf.web.documents;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;

/** Where the values of one thing stand, by the claims about it; and the claims that are not asserted. */
final class Sources {
    /**
     * A value that a page has and the data does not assert.
     *
     * @param value as read; empty when it was not read
     * @param asWritten as the page has it; empty for running text
     * @param lines of the page
     */
    record Other(Node property, Optional<Node> value, Optional<String> asWritten, List<Node> lines) {}

    private record Fact(Node property, Optional<Node> value) {}

    private final Map<Fact, List<Node>> lines = new HashMap<>();
    private final List<Other> others = new ArrayList<>();

    Sources(Description description) {
        SortedGraph graph = description.graph();
        for (Node claim : graph.subjects()) {
            List<Node> properties = graph.values(claim, Terms.PROPERTY);
            if (graph.values(claim, Terms.ABOUT).contains(description.thing()) && !properties.isEmpty()) {
                take(graph, claim, properties.getFirst());
            }
        }
    }

    private void take(SortedGraph graph, Node claim, Node property) {
        Optional<Node> value = graph.values(claim, Terms.VALUE).stream().findFirst();
        List<Node> from = graph.values(claim, Terms.DERIVED_FROM);
        boolean asserted = graph.values(claim, Terms.ASSERTED).stream()
                .anyMatch(truth ->
                        truth.isLiteral() && truth.getLiteralLexicalForm().equals("true"));
        if (asserted) {
            lines.computeIfAbsent(new Fact(property, value), fact -> new ArrayList<>())
                    .addAll(from);
        } else {
            Optional<String> written =
                    graph.values(claim, Terms.AS_WRITTEN).stream().findFirst().map(Node::getLiteralLexicalForm);
            others.add(new Other(property, value, written, from));
        }
    }

    /** The lines that state the value; for running text, whose claims hold no copy, those that state the property. */
    List<Node> of(Node property, Node value) {
        List<Node> exact = lines.getOrDefault(new Fact(property, Optional.of(value)), List.of());
        return exact.isEmpty() ? lines.getOrDefault(new Fact(property, Optional.empty()), List.of()) : exact;
    }

    List<Other> others() {
        return List.copyOf(others);
    }
}
