package se.fondgraf.engine;

import org.apache.jena.sparql.expr.NodeValue;
import org.jspecify.annotations.Nullable;

/** A variable: the value in its column. */
final class ColumnExpression extends RowExpression {
    private final int column;

    /** A column of the rows, or less than 0 for a variable that has none and so never has a value. */
    ColumnExpression(QueryTerms terms, int column) {
        super(terms);
        this.column = column;
    }

    @Override
    @Nullable
    NodeValue value(Batch batch, int row) {
        int number = number(batch, row);
        return number == Batch.UNBOUND ? null : terms().value(number);
    }

    @Override
    int number(Batch batch, int row) {
        return column < 0 ? Batch.UNBOUND : batch.column(column)[row];
    }
}
