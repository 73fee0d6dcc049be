package se.fondgraf.engine;

import java.util.Arrays;
import org.apache.jena.sparql.expr.NodeValue;
import org.jspecify.annotations.Nullable;

/**
 * An expression of several variables, evaluated once for each combination of terms that they meet: lists of a few roles
 * are many rows and few combinations. Where combinations do not come again, that is noticed and given up.
 */
final class RememberedRows extends RowExpression {
    /** After so many rows it must have been worth it. */
    private static final int TRIAL = 1 << 11;

    /** More combinations than this are not remembered. */
    private static final int MOST = 1 << 16;

    private static final int NOT_NUMBERED = -2;

    private final RowExpression expression;
    private final int[] columns;
    private final RowSet seen;
    private @Nullable NodeValue[] values = new NodeValue[64];
    private int[] numbers = new int[64];
    private int asked;
    private boolean isWorthIt = true;

    /**
     * A pure expression.
     *
     * @param columns those that it depends on
     */
    RememberedRows(Execution execution, RowExpression expression, int[] columns) {
        super(execution.terms());
        this.expression = expression;
        this.columns = columns;
        this.seen = new RowSet(execution, columns.length);
    }

    @Override
    @Nullable
    NodeValue value(Batch batch, int row) {
        int place = place(batch, row);
        return place < 0 ? expression.value(batch, row) : values[place];
    }

    @Override
    int number(Batch batch, int row) {
        int place = place(batch, row);
        if (place < 0) {
            return expression.number(batch, row);
        }
        if (numbers[place] == NOT_NUMBERED) {
            NodeValue value = values[place];
            numbers[place] = value == null ? Batch.UNBOUND : terms().number(value.asNode());
        }
        return numbers[place];
    }

    /** Where the value for a row is; less than 0 when none is remembered. */
    private int place(Batch batch, int row) {
        if (!isWorthIt) {
            return -1;
        }
        if (++asked == TRIAL || seen.size() == MOST) {
            isWorthIt = seen.size() <= asked / 2 && seen.size() < MOST;
        }
        for (int i = 0; i < columns.length; i++) {
            seen.row()[i] = batch.column(columns[i])[row];
        }
        int before = seen.size();
        int place = seen.number();
        if (place == before) {
            if (place == values.length) {
                values = Arrays.copyOf(values, 2 * place);
                numbers = Arrays.copyOf(numbers, 2 * place);
            }
            values[place] = expression.value(batch, row);
            numbers[place] = NOT_NUMBERED;
        }
        return place;
    }
}
