package se.fondgraf.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_ReverseLink;
import org.apache.jena.sparql.path.Path;

/**
 * Decides in which order the triple patterns of a group are looked up: next always the one with fewest matches a row.
 */
final class PatternPlanner {
    private final Execution execution;
    private final TripleIndex triples;

    PatternPlanner(Execution execution, TripleIndex triples) {
        this.execution = execution;
        this.triples = triples;
    }

    /** Whether the patterns are made of terms and variables alone. */
    static boolean canPlan(List<Triple> patterns) {
        return patterns.stream()
                .allMatch(pattern -> isPlain(pattern.getSubject())
                        && isPlain(pattern.getPredicate())
                        && isPlain(pattern.getObject()));
    }

    private static boolean isPlain(Node node) {
        return node.isVariable() || node.isConcrete();
    }

    /** The stages that look the patterns up for every row of the input. */
    Stage plan(List<Triple> patterns, Stage input, Live live) {
        Map<Var, Integer> known = known(input);
        List<Triple> left = new ArrayList<>(patterns);
        Stage stage = input;
        while (!left.isEmpty()) {
            Triple next = cheapest(left, stage.schema(), known);
            left.remove(next);
            Set<Var> later = new HashSet<>();
            left.forEach(pattern -> later.addAll(variables(pattern)));
            Schema schema = with(stage.schema(), variables(next))
                    .keep(variable -> live.has(variable) || later.contains(variable));
            PatternStage.Pattern pattern =
                    new PatternStage.Pattern(next.getSubject(), next.getPredicate(), next.getObject());
            stage = new PatternStage(execution, stage, triples, List.of(pattern), schema);
        }
        return stage;
    }

    private static Schema with(Schema schema, List<Var> variables) {
        Schema larger = schema;
        for (Var variable : variables) {
            larger = larger.with(variable, true);
        }
        return larger;
    }

    private static List<Var> variables(Triple pattern) {
        return variables(pattern.getSubject(), pattern.getPredicate(), pattern.getObject());
    }

    private static List<Var> variables(Node... nodes) {
        List<Var> variables = new ArrayList<>();
        for (Node node : nodes) {
            if (node.isVariable()) {
                variables.add(Var.alloc(node));
            }
        }
        return variables;
    }

    /** The values of variables that have the same in every row, as those of VALUES with one row. */
    private static Map<Var, Integer> known(Stage input) {
        Map<Var, Integer> known = new HashMap<>();
        if (input instanceof TableStage table && table.rows().size() == 1) {
            for (int i = 0; i < table.schema().width(); i++) {
                int value = table.rows().column(i)[0];
                if (value != Batch.UNBOUND) {
                    known.put(table.schema().variables().get(i), value);
                }
            }
        }
        return known;
    }

    private Triple cheapest(List<Triple> patterns, Schema bound, Map<Var, Integer> known) {
        Triple best = patterns.getFirst();
        double least = Double.MAX_VALUE;
        for (Triple pattern : patterns) {
            double matches = matches(pattern, bound, known);
            if (matches < least) {
                least = matches;
                best = pattern;
            }
        }
        return best;
    }

    /** How many matches a row will have, on average. */
    private double matches(Triple pattern, Schema bound, Map<Var, Integer> known) {
        int subject = constant(pattern.getSubject(), known);
        int predicate = constant(pattern.getPredicate(), known);
        int object = constant(pattern.getObject(), known);
        double count = triples.count(subject, predicate, object);
        if (subject == TripleIndex.ANY && isBound(pattern.getSubject(), bound)) {
            count /= Math.max(1, triples.subjects(predicate));
        }
        if (object == TripleIndex.ANY && isBound(pattern.getObject(), bound)) {
            count /= Math.max(1, triples.objects(predicate));
        }
        if (predicate == TripleIndex.ANY && isBound(pattern.getPredicate(), bound)) {
            count /= Math.max(1, triples.distinct(Order.PREDICATE_SUBJECT_OBJECT));
        }
        return count;
    }

    private static boolean isBound(Node node, Schema bound) {
        return bound.has(Var.alloc(node));
    }

    private int constant(Node node, Map<Var, Integer> known) {
        int number = node.isVariable()
                ? known.getOrDefault(Var.alloc(node), TripleIndex.ANY)
                : execution.terms().number(node);
        return number >= execution.terms().known() ? TermDictionary.ABSENT : number;
    }

    /** The stage for a property path of one step, {@code p}, {@code ^p} or several of them with {@code |}. */
    Optional<Stage> plan(TriplePath path, Stage input, Live live) {
        List<PatternStage.Pattern> patterns = new ArrayList<>();
        boolean simple = path.isTriple()
                ? patterns.add(new PatternStage.Pattern(path.getSubject(), path.getPredicate(), path.getObject()))
                : collect(path.getSubject(), path.getPath(), path.getObject(), patterns);
        if (!simple || !isPlain(path.getSubject()) || !isPlain(path.getObject())) {
            return Optional.empty();
        }
        List<Var> variables = path.isTriple()
                ? variables(path.getSubject(), path.getPredicate(), path.getObject())
                : variables(path.getSubject(), path.getObject());
        Schema schema = with(input.schema(), variables).keep(live::has);
        return Optional.of(new PatternStage(execution, input, triples, patterns, schema));
    }

    private static boolean collect(Node subject, Path path, Node object, List<PatternStage.Pattern> patterns) {
        return switch (path) {
            case P_Link link -> patterns.add(new PatternStage.Pattern(subject, link.getNode(), object));
            case P_ReverseLink link -> patterns.add(new PatternStage.Pattern(object, link.getNode(), subject));
            case P_Inverse inverse -> collect(object, inverse.getSubPath(), subject, patterns);
            case P_Alt either ->
                collect(subject, either.getLeft(), object, patterns)
                        && collect(subject, either.getRight(), object, patterns);
            default -> false;
        };
    }
}
