package se.fondgraf.web.sparql;

import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.util.iterator.WrappedIterator;
import se.fondgraf.web.http.Refusal;

/** The triples of a CONSTRUCT or DESCRIBE, each once, up to the limit. */
final class GraphResult {
    private final Graph result;
    private final Limits limits;
    private final Deadline deadline;

    GraphResult(Graph result, Limits limits, Deadline deadline) {
        this.result = result;
        this.limits = limits;
        this.deadline = deadline;
    }

    /**
     * Adds the triples.
     *
     * @throws Refusal when they are too many
     */
    void add(Iterator<Triple> triples) {
        while (triples.hasNext()) {
            deadline.check();
            result.add(triples.next());
            if (result.size() > limits.rows()) {
                throw Refusal.tooManyRows("triples", limits.rows());
            }
        }
    }

    /**
     * Adds all statements about the things named or found, in any graph, and about the blank nodes these lead to.
     *
     * @throws Refusal when they are too many
     */
    void describe(Query query, Iterator<Binding> solutions, DatasetGraph dataset) {
        Set<Node> seen = new HashSet<>(query.getResultURIs());
        List<Var> variables = Var.varList(query.getResultVars());
        solutions.forEachRemaining(solution -> variables.stream()
                .filter(solution::contains)
                .map(solution::get)
                .filter(thing -> !thing.isLiteral())
                .forEach(seen::add));
        Set<Node> next = Set.copyOf(seen);
        while (!next.isEmpty()) {
            Set<Node> found = new HashSet<>();
            for (Node thing : next) {
                add(statements(dataset, thing, object -> {
                    if (object.isBlank() && seen.add(object)) {
                        found.add(object);
                    }
                }));
            }
            next = found;
        }
    }

    private static Iterator<Triple> statements(DatasetGraph dataset, Node thing, Consumer<Node> object) {
        return WrappedIterator.create(dataset.find(Node.ANY, thing, Node.ANY, Node.ANY))
                .mapWith(quad -> {
                    object.accept(quad.getObject());
                    return quad.asTriple();
                });
    }
}
