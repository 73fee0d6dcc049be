package se.fondgraf.engine;

import java.util.Iterator;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.jena.atlas.iterator.IteratorDelayedInitialization;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpDistinctReduced;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpProject;
import org.apache.jena.sparql.algebra.op.OpSlice;
import org.apache.jena.sparql.algebra.op.OpTopN;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.main.OpExecutor;
import org.apache.jena.sparql.engine.main.OpExecutorFactory;

/**
 * ARQ's executor with another way for those parts of a query that need all their rows before the first goes out: sorted
 * and grouped ones. They are evaluated on term numbers, by {@link Stage}s. Everything else streams as it always did, so
 * that a query for ten rows stops after ten.
 */
final class ColumnExecutor extends OpExecutor {
    private final CompactDataset dataset;

    ColumnExecutor(ExecutionContext context, CompactDataset dataset) {
        super(context);
        this.dataset = dataset;
    }

    static OpExecutorFactory factory(CompactDataset dataset) {
        return context -> new ColumnExecutor(context, dataset);
    }

    @Override
    protected QueryIterator exec(Op op, QueryIterator input) {
        if (input.isJoinIdentity() && needsAllRows(op) && readsDefaultGraph()) {
            input.close();
            return QueryIterPlainWrapper.create(
                    new IteratorDelayedInitialization<Binding>() {
                        @Override
                        protected Iterator<Binding> initializeIterator() {
                            return rows(op);
                        }
                    },
                    execCxt);
        }
        return super.exec(op, input);
    }

    /** Runs an operator as ARQ does. What is below it may come back here. */
    QueryIterator execByArq(Op op, QueryIterator input) {
        return super.exec(op, input);
    }

    private static boolean needsAllRows(Op op) {
        return switch (op) {
            case OpOrder order -> true;
            case OpGroup group -> true;
            case OpTopN top -> true;
            case OpProject project -> needsAllRows(project.getSubOp());
            case OpDistinctReduced distinct -> needsAllRows(distinct.getSubOp());
            case OpSlice slice -> needsAllRows(slice.getSubOp());
            case OpExtend extend -> needsAllRows(extend.getSubOp());
            case OpFilter filter -> needsAllRows(filter.getSubOp());
            default -> false;
        };
    }

    /** The very graph and dataset, not equal ones. */
    @SuppressWarnings("ReferenceEquality")
    private boolean readsDefaultGraph() {
        DatasetGraph read = execCxt.getDataset();
        if (read == null || execCxt.getActiveGraph() != read.getDefaultGraph()) {
            return false;
        }
        while (read instanceof TransparentView && read instanceof DatasetGraphWrapper view) {
            read = view.getWrapped();
        }
        return read == dataset;
    }

    private Iterator<Binding> rows(Op op) {
        Execution execution = new Execution(dataset, execCxt);
        Planner.Scope scope = new Planner.Scope(Optional.empty(), dataset.defaultTriples(), execCxt);
        Planner planner = new Planner(execution, Purity.hasSubquery(op));
        Stage stage = CachedStage.of(execution, op, scope, () -> planner.plan(op, Live.ALL, scope));
        ColumnTable rows = ColumnTable.of(execution, stage);
        return IntStream.range(0, rows.size())
                .<Binding>mapToObj(row -> new RowBinding(stage.schema(), execution.terms(), rows.columns(), row))
                .iterator();
    }
}
