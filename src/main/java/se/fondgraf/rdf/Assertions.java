package se.fondgraf.rdf;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import se.fondgraf.page.ProjectRecord;
import se.fondgraf.page.Property;
import se.fondgraf.page.Statement;

/**
 * Which values of a property are asserted, where captures or labels differ: those of the first capture that has a
 * usable one, and of the first label there; all of them for a property that may have several, else the first.
 * Everything else stays a claim that is not asserted.
 */
final class Assertions {
    private Assertions() {}

    /** The asserted values; empty when no capture has a usable one. */
    static Set<Node> of(Property property, List<ProjectRecord> captures, Function<Statement, Optional<Node>> value) {
        for (ProjectRecord capture : captures) {
            List<Statement> stated = capture.of(property);
            if (stated.isEmpty()) {
                continue;
            }
            List<Statement> usable = stated.stream()
                    .filter(statement -> value.apply(statement).isPresent())
                    .toList();
            if (!usable.isEmpty()) {
                int rank = usable.getFirst().rank();
                Stream<Statement> best = property.isList()
                        ? usable.stream().filter(statement -> statement.rank() == rank)
                        : usable.stream().limit(1);
                return new HashSet<>(best.flatMap(statement -> value.apply(statement).stream())
                        .toList());
            }
        }
        return Set.of();
    }
}
