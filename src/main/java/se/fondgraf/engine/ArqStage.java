package se.fondgraf.engine;

import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.iterator.QueryIterRoot;

/** An operator that is left to ARQ, for each batch of the input. */
final class ArqStage extends Stage {
    private final Execution execution;
    private final Stage input;
    private final ExecutionContext context;
    private final Function<QueryIterator, QueryIterator> operator;

    /**
     * An operator.
     *
     * @param op whose variables are to be columns
     * @param context what the operator runs in
     * @param operator runs it over rows
     */
    ArqStage(
            Execution execution,
            Stage input,
            Op op,
            ExecutionContext context,
            Function<QueryIterator, QueryIterator> operator) {
        super(schema(input.schema(), op));
        this.execution = execution;
        this.input = input;
        this.context = context;
        this.operator = operator;
    }

    private static Schema schema(Schema input, Op op) {
        Schema schema = input;
        for (Var variable : OpVars.visibleVars(op)) {
            schema = schema.with(variable, false);
        }
        return schema;
    }

    @Override
    boolean run(Sink sink) {
        Output out = new Output(execution, schema().width(), sink);
        boolean more = input.run(batch -> {
            QueryIterator solutions = operator.apply(input.isUnit() ? QueryIterRoot.create(context) : rows(batch));
            try {
                while (solutions.hasNext()) {
                    if (!write(solutions.next(), out)) {
                        return false;
                    }
                }
                return true;
            } finally {
                solutions.close();
            }
        });
        return out.flush() && more;
    }

    private QueryIterator rows(Batch batch) {
        Iterator<Binding> bindings = IntStream.range(0, batch.size())
                .<Binding>mapToObj(row -> new RowBinding(input.schema(), execution.terms(), batch.columns(), row))
                .iterator();
        return QueryIterPlainWrapper.create(bindings, context);
    }

    private boolean write(Binding solution, Output out) {
        List<Var> variables = schema().variables();
        for (int i = 0; i < variables.size(); i++) {
            Node value = solution.get(variables.get(i));
            out.column(i)[out.row()] =
                    value == null ? Batch.UNBOUND : execution.terms().number(value);
        }
        return out.next();
    }
}
