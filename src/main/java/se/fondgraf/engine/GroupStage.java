package se.fondgraf.engine;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprVar;

/** Rows grouped by the values of expressions, with aggregates of each group, in the order in which groups are met. */
final class GroupStage extends Stage {
    private final Execution execution;
    private final Stage input;
    private final OpGroup group;
    private final List<RowExpression> keys;

    GroupStage(Execution execution, Stage input, OpGroup group) {
        super(schema(input.schema(), group));
        this.execution = execution;
        this.input = input;
        this.group = group;
        ExpressionCompiler compiler = new ExpressionCompiler(execution, input.schema());
        this.keys = group.getGroupVars().getVars().stream()
                .map(variable -> compiler.compile(key(group, variable)))
                .toList();
    }

    private static Expr key(OpGroup group, Var variable) {
        return Optional.ofNullable(group.getGroupVars().getExpr(variable)).orElseGet(() -> new ExprVar(variable));
    }

    private static Schema schema(Schema input, OpGroup group) {
        Schema schema = Schema.EMPTY;
        for (Var variable : group.getGroupVars().getVars()) {
            boolean isPlain = group.getGroupVars().getExpr(variable) == null;
            schema = schema.with(variable, isPlain && input.isCertain(variable));
        }
        for (ExprAggregator aggregate : group.getAggregators()) {
            schema = schema.with(
                    aggregate.getVar(), aggregate.getAggregator().getName().equals("COUNT"));
        }
        return schema;
    }

    @Override
    boolean run(Sink sink) {
        RowSet groups = new RowSet(execution, keys.size());
        List<Aggregation> aggregations = group.getAggregators().stream()
                .map(aggregate -> Aggregation.of(execution, input.schema(), aggregate.getAggregator()))
                .toList();
        input.run(batch -> {
            execution.check();
            for (int row = 0; row < batch.size(); row++) {
                for (int i = 0; i < groups.row().length; i++) {
                    groups.row()[i] = keys.get(i).number(batch, row);
                }
                int number = groups.number();
                for (Aggregation aggregation : aggregations) {
                    aggregation.add(number, batch, row);
                }
            }
            return true;
        });
        Output out = new Output(execution, schema().width(), sink);
        if (groups.size() == 0) {
            return (!keys.isEmpty() || writeEmpty(out)) && out.flush();
        }
        for (int number = 0; number < groups.size(); number++) {
            for (int i = 0; i < keys.size(); i++) {
                out.column(i)[out.row()] = groups.rows().column(i)[number];
            }
            for (int i = 0; i < aggregations.size(); i++) {
                out.column(keys.size() + i)[out.row()] = aggregations.get(i).result(number);
            }
            if (!out.next()) {
                return false;
            }
        }
        return out.flush();
    }

    /** Without GROUP BY there is one group even of nothing. */
    private boolean writeEmpty(Output out) {
        for (int i = 0; i < group.getAggregators().size(); i++) {
            Node value = group.getAggregators().get(i).getAggregator().getValueEmpty();
            out.column(i)[out.row()] =
                    value == null ? Batch.UNBOUND : execution.terms().number(value);
        }
        return out.next();
    }
}
