package se.fondgraf.engine;

import org.apache.jena.sparql.expr.E_GreaterThan;
import org.apache.jena.sparql.expr.E_GreaterThanOrEqual;
import org.apache.jena.sparql.expr.E_LessThan;
import org.apache.jena.sparql.expr.E_LessThanOrEqual;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.NodeValue;
import org.jspecify.annotations.Nullable;

/**
 * Whether one value is less or greater than another. Strings are compared here; ARQ first finds out for every two
 * values what they are.
 */
final class OrderCondition extends RowExpression {
    private final ExprFunction2 comparison;
    private final RowExpression left;
    private final RowExpression right;

    /** A comparison {@linkplain #isFor of the four}, with its arguments. */
    OrderCondition(QueryTerms terms, ExprFunction2 comparison, RowExpression left, RowExpression right) {
        super(terms);
        this.comparison = comparison;
        this.left = left;
        this.right = right;
    }

    static boolean isFor(ExprFunction2 function) {
        return function instanceof E_LessThan
                || function instanceof E_LessThanOrEqual
                || function instanceof E_GreaterThan
                || function instanceof E_GreaterThanOrEqual;
    }

    @Override
    @Nullable
    NodeValue value(Batch batch, int row) {
        NodeValue first = left.value(batch, row);
        NodeValue second = right.value(batch, row);
        if (first == null || second == null) {
            return null;
        }
        return ValueOrder.isString(first) && ValueOrder.isString(second)
                ? NodeValue.booleanReturn(holds(ValueOrder.compare(first, second)))
                : ExpressionCompiler.evaluated(comparison, first, second);
    }

    private boolean holds(int sign) {
        return switch (comparison) {
            case E_LessThan less -> sign < 0;
            case E_LessThanOrEqual less -> sign <= 0;
            case E_GreaterThan greater -> sign > 0;
            default -> sign >= 0;
        };
    }
}
