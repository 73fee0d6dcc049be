package se.fondgraf.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.Accumulator;
import org.apache.jena.sparql.expr.aggregate.AggCount;
import org.apache.jena.sparql.expr.aggregate.AggCountVar;
import org.apache.jena.sparql.expr.aggregate.AggCountVarDistinct;
import org.apache.jena.sparql.expr.aggregate.AggMax;
import org.apache.jena.sparql.expr.aggregate.AggMaxDistinct;
import org.apache.jena.sparql.expr.aggregate.AggMin;
import org.apache.jena.sparql.expr.aggregate.AggMinDistinct;
import org.apache.jena.sparql.expr.aggregate.AggSum;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.expr.nodevalue.XSDFuncOp;
import org.jspecify.annotations.Nullable;

/** One aggregate of all groups. Groups are numbered from 0, and a new one has the next number. */
abstract class Aggregation {
    /** Takes a row into a group. */
    abstract void add(int group, Batch batch, int row);

    /** The number of the term that is the group's result, or {@link Batch#UNBOUND}. */
    abstract int result(int group);

    /** The aggregation for an aggregate of ARQ. Those that are not done here, ARQ does. */
    static Aggregation of(Execution execution, Schema schema, Aggregator aggregator) {
        QueryTerms terms = execution.terms();
        if (aggregator instanceof AggCount) {
            return new Count(execution);
        }
        if (aggregator.getExprList() == null || aggregator.getExprList().size() != 1) {
            return new ByArq(execution, schema, aggregator);
        }
        Expr argument = aggregator.getExprList().get(0);
        RowExpression expression = new ExpressionCompiler(execution, schema).compile(argument);
        return switch (aggregator) {
            case AggCountVar count -> new CountValues(execution, expression);
            case AggCountVarDistinct count -> new CountDistinct(execution, expression);
            case AggSum sum -> new Sum(terms, expression);
            case AggMin min -> new Extreme(terms, expression, 1);
            case AggMinDistinct min -> new Extreme(terms, expression, 1);
            case AggMax max -> new Extreme(terms, expression, -1);
            case AggMaxDistinct max -> new Extreme(terms, expression, -1);
            default -> new ByArq(execution, schema, aggregator);
        };
    }

    private static class Count extends Aggregation {
        private final Execution execution;
        private long[] counts = new long[16];

        Count(Execution execution) {
            this.execution = execution;
        }

        @Override
        void add(int group, Batch batch, int row) {
            if (group >= counts.length) {
                execution.take(8L * group);
                counts = Arrays.copyOf(counts, 2 * group);
            }
            counts[group]++;
        }

        @Override
        int result(int group) {
            return execution.terms().integer(group < counts.length ? counts[group] : 0);
        }
    }

    private static final class CountValues extends Count {
        private final RowExpression expression;

        CountValues(Execution execution, RowExpression expression) {
            super(execution);
            this.expression = expression;
        }

        @Override
        void add(int group, Batch batch, int row) {
            if (expression.number(batch, row) != Batch.UNBOUND) {
                super.add(group, batch, row);
            }
        }
    }

    private static final class CountDistinct extends Count {
        private final RowExpression expression;
        private final RowSet seen;

        CountDistinct(Execution execution, RowExpression expression) {
            super(execution);
            this.expression = expression;
            this.seen = new RowSet(execution, 2);
        }

        @Override
        void add(int group, Batch batch, int row) {
            seen.row()[0] = group;
            seen.row()[1] = expression.number(batch, row);
            int before = seen.size();
            if (seen.row()[1] != Batch.UNBOUND && seen.number() == before) {
                super.add(group, batch, row);
            }
        }
    }

    /** What keeps a value for each group; an error spoils the group. */
    private abstract static class Folding extends Aggregation {
        private final QueryTerms terms;
        private final RowExpression expression;
        private @Nullable NodeValue[] values = new NodeValue[16];
        private boolean[] spoilt = new boolean[16];

        Folding(QueryTerms terms, RowExpression expression) {
            this.terms = terms;
            this.expression = expression;
        }

        @Override
        void add(int group, Batch batch, int row) {
            if (group >= values.length) {
                values = Arrays.copyOf(values, 2 * group);
                spoilt = Arrays.copyOf(spoilt, 2 * group);
            }
            NodeValue value = expression.value(batch, row);
            NodeValue before = values[group];
            if (value == null) {
                spoilt[group] = true;
            } else if (!isIdempotent() || !isSame(value, before)) {
                try {
                    values[group] = fold(before, value);
                } catch (ExprEvalException e) {
                    spoilt[group] = true;
                }
            }
        }

        /** The same object, which values that were remembered often are; equal ones may take the long way. */
        @SuppressWarnings("ReferenceEquality")
        private static boolean isSame(NodeValue one, @Nullable NodeValue other) {
            return one == other;
        }

        abstract boolean isIdempotent();

        abstract NodeValue fold(@Nullable NodeValue before, NodeValue value);

        @Override
        int result(int group) {
            NodeValue value = values[group];
            return spoilt[group] || value == null ? Batch.UNBOUND : terms.number(value.asNode());
        }
    }

    private static final class Sum extends Folding {
        Sum(QueryTerms terms, RowExpression expression) {
            super(terms, expression);
        }

        @Override
        boolean isIdempotent() {
            return false;
        }

        @Override
        NodeValue fold(@Nullable NodeValue before, NodeValue value) {
            if (!value.isNumber()) {
                throw new ExprEvalException("not a number");
            }
            return before == null ? value : XSDFuncOp.numAdd(value, before);
        }
    }

    private static final class Extreme extends Folding {
        private final int sign;

        /** The smallest with sign 1, the largest with -1. */
        Extreme(QueryTerms terms, RowExpression expression, int sign) {
            super(terms, expression);
            this.sign = sign;
        }

        @Override
        boolean isIdempotent() {
            return true;
        }

        @Override
        NodeValue fold(@Nullable NodeValue before, NodeValue value) {
            return before == null || sign * ValueOrder.compare(before, value) > 0 ? value : before;
        }
    }

    private static final class ByArq extends Aggregation {
        private final Execution execution;
        private final Schema schema;
        private final Aggregator aggregator;
        private final List<Accumulator> accumulators = new ArrayList<>();

        ByArq(Execution execution, Schema schema, Aggregator aggregator) {
            this.execution = execution;
            this.schema = schema;
            this.aggregator = aggregator;
        }

        @Override
        void add(int group, Batch batch, int row) {
            if (group == accumulators.size()) {
                execution.take(200);
                accumulators.add(aggregator.createAccumulator());
            }
            RowBinding binding = new RowBinding(schema, execution.terms(), batch.columns(), row);
            accumulators.get(group).accumulate(binding.copy(), execution.context());
        }

        @Override
        int result(int group) {
            NodeValue value = accumulators.get(group).getValue();
            return value == null ? Batch.UNBOUND : execution.terms().number(value.asNode());
        }
    }
}
