package se.fondgraf.engine;

import java.util.Iterator;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBase;
import org.jspecify.annotations.Nullable;

/** A row as ARQ sees it. Its terms are made when they are asked for. */
final class RowBinding extends BindingBase {
    private final Schema schema;
    private final QueryTerms terms;
    private final int[][] columns;
    private final int row;

    /** A view of a row; good for as long as the columns are. */
    RowBinding(Schema schema, QueryTerms terms, int[][] columns, int row) {
        super(null);
        this.schema = schema;
        this.terms = terms;
        this.columns = columns;
        this.row = row;
    }

    /** The same row, good for as long as anybody wants it. */
    RowBinding copy() {
        int[][] own = new int[columns.length][];
        for (int i = 0; i < own.length; i++) {
            own[i] = new int[] {columns[i][row]};
        }
        return new RowBinding(schema, terms, own, 0);
    }

    @Override
    protected Iterator<Var> vars1() {
        return IntStream.range(0, schema.width())
                .filter(this::isBound)
                .mapToObj(schema.variables()::get)
                .iterator();
    }

    private boolean isBound(int column) {
        return columns[column][row] != Batch.UNBOUND;
    }

    @Override
    protected int size1() {
        return (int) IntStream.range(0, schema.width()).filter(this::isBound).count();
    }

    @Override
    protected boolean isEmpty1() {
        return size1() == 0;
    }

    @Override
    protected boolean contains1(Var variable) {
        int column = schema.index(variable);
        return column >= 0 && isBound(column);
    }

    @Override
    protected @Nullable Node get1(Var variable) {
        int column = schema.index(variable);
        return column >= 0 && isBound(column) ? terms.node(columns[column][row]) : null;
    }

    @Override
    protected Binding detachWithOriginalParent() {
        return copy();
    }

    @Override
    protected Binding detachWithNewParent(Binding newParent) {
        return copy();
    }
}
