package se.fondgraf.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.Op1;
import org.apache.jena.sparql.algebra.op.OpConditional;
import org.apache.jena.sparql.algebra.op.OpDisjunction;
import org.apache.jena.sparql.algebra.op.OpDistinctReduced;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpProject;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpUnion;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.NodeValue;

/**
 * Sorted rows of a union whose alternatives each give the first sort key a constant, as {@code BIND(1 AS ?length)}
 * does: all rows of one alternative come before all of the next. Sorted one by one in that order they are the same
 * rows, and whoever wants the first few need not look at the alternatives after.
 */
final class SortedAlternatives {
    private final Var key;
    private final List<SortCondition> conditions;
    private final List<Alternative> alternatives = new ArrayList<>();

    private record Alternative(Op op, NodeValue constant) {}

    private SortedAlternatives(Var key, List<SortCondition> conditions) {
        this.key = key;
        this.conditions = conditions;
    }

    /**
     * The rows of an operator, in parts.
     *
     * @param ops one after the other; none when the operator is not of this form
     * @param areApart whether rows of different parts always differ: not when the key is projected away
     */
    private record Parts(List<Op> ops, boolean areApart) {
        static final Parts NONE = new Parts(List.of(), false);

        Parts within(Op1 outer, boolean keepsApart) {
            return new Parts(ops.stream().<Op>map(outer::copy).toList(), keepsApart && areApart);
        }
    }

    /** Operators that give the rows of this one, one after the other; empty when it is not of this form. */
    static List<Op> of(Op sorted) {
        return parts(sorted, Optional.empty()).ops;
    }

    /**
     * The parts.
     *
     * @param kept the variables that a projection above keeps; empty for all
     */
    private static Parts parts(Op sorted, Optional<List<Var>> kept) {
        return switch (sorted) {
            case OpOrder order -> parts(order.getSubOp(), order.getConditions(), kept);
            case OpDistinctReduced distinct -> {
                Parts parts = parts(distinct.getSubOp(), kept);
                // DISTINCT within each part is DISTINCT over all only then.
                yield parts.areApart ? parts.within(distinct, true) : Parts.NONE;
            }
            case OpProject project -> {
                Parts parts = parts(project.getSubOp(), Optional.of(project.getVars()));
                yield parts.within(project, kept.isEmpty());
            }
            default -> Parts.NONE;
        };
    }

    private static Parts parts(Op sub, List<SortCondition> conditions, Optional<List<Var>> kept) {
        List<Op> ops = of(sub, conditions, UnaryOperator.identity());
        Expr key = conditions.getFirst().getExpression();
        return new Parts(
                ops,
                key.isVariable()
                        && kept.map(variables -> variables.contains(key.asVar()))
                                .orElse(true));
    }

    private static List<Op> of(Op op, List<SortCondition> conditions, UnaryOperator<Op> below) {
        Expr first = conditions.getFirst().getExpression();
        if (!first.isVariable()) {
            return List.of();
        }
        return switch (op) {
            case OpDistinctReduced distinct ->
                of(distinct.getSubOp(), conditions, sub -> below.apply(distinct.copy(sub)));
            case OpProject project
            when project.getVars().contains(first.asVar()) ->
                of(project.getSubOp(), conditions, sub -> below.apply(project.copy(sub)));
            case OpUnion union -> new SortedAlternatives(first.asVar(), conditions).parts(union, below);
            case OpDisjunction union -> new SortedAlternatives(first.asVar(), conditions).parts(union, below);
            default -> List.of();
        };
    }

    private List<Op> parts(Op union, UnaryOperator<Op> below) {
        if (!collect(union)) {
            return List.of();
        }
        boolean descending = conditions.getFirst().getDirection() == Query.ORDER_DESCENDING;
        Comparator<Alternative> order = (one, other) -> ValueOrder.compare(one.constant, other.constant);
        List<Alternative> sorted = alternatives.stream()
                .sorted(descending ? order.reversed() : order)
                .toList();
        List<Op> parts = new ArrayList<>();
        Op part = sorted.getFirst().op;
        for (int i = 1; i < sorted.size(); i++) {
            if (order.compare(sorted.get(i - 1), sorted.get(i)) == 0) {
                part = OpUnion.create(part, sorted.get(i).op);
            } else {
                parts.add(new OpOrder(below.apply(part), conditions));
                part = sorted.get(i).op;
            }
        }
        parts.add(new OpOrder(below.apply(part), conditions));
        return parts.size() == 1 ? List.of() : List.copyOf(parts);
    }

    /** Whether all alternatives have a constant. */
    private boolean collect(Op op) {
        return switch (op) {
            case OpUnion union -> collect(union.getLeft()) && collect(union.getRight());
            case OpDisjunction union -> union.getElements().stream().allMatch(this::collect);
            default ->
                constant(op)
                        .map(value -> alternatives.add(new Alternative(op, value)))
                        .orElse(false);
        };
    }

    /** The value of the key in every row of an operator. */
    private Optional<NodeValue> constant(Op op) {
        return switch (op) {
            case OpExtend extend
            when extend.getVarExprList().contains(key) ->
                Optional.of(extend.getVarExprList().getExpr(key))
                        .filter(Expr::isConstant)
                        .map(Expr::getConstant);
            case OpExtend extend -> constant(extend.getSubOp());
            case OpFilter filter -> constant(filter.getSubOp());
            case OpConditional optional -> constant(optional.getLeft());
            case OpLeftJoin optional -> constant(optional.getLeft());
            case OpJoin join -> constant(Stream.of(join.getLeft(), join.getRight()));
            case OpSequence sequence -> constant(sequence.getElements().stream());
            default -> Optional.empty();
        };
    }

    private Optional<NodeValue> constant(Stream<Op> ops) {
        return ops.flatMap(op -> constant(op).stream()).findFirst();
    }
}
