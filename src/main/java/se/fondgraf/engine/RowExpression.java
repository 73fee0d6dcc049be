package se.fondgraf.engine;

import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.XSDFuncOp;
import org.jspecify.annotations.Nullable;

/** An expression over rows. */
abstract class RowExpression {
    private final QueryTerms terms;

    RowExpression(QueryTerms terms) {
        this.terms = terms;
    }

    final QueryTerms terms() {
        return terms;
    }

    /** The value for a row; null where it is an error or has none. */
    abstract @Nullable NodeValue value(Batch batch, int row);

    /** The number of the value's term, {@link Batch#UNBOUND} where there is none. */
    int number(Batch batch, int row) {
        NodeValue value = value(batch, row);
        return value == null ? Batch.UNBOUND : terms.number(value.asNode());
    }

    /** A number that says what the value will be: rows with equal keys have equal values. */
    int key(Batch batch, int row) {
        return number(batch, row);
    }

    /** The value for a key, null where there is none. */
    @Nullable
    NodeValue valueOf(int key) {
        return key == Batch.UNBOUND ? null : terms.value(key);
    }

    /** Whether the effective boolean value is true. */
    boolean isTrue(Batch batch, int row) {
        return truth(batch, row) == Truth.TRUE;
    }

    /** The effective boolean value. */
    Truth truth(Batch batch, int row) {
        NodeValue value = value(batch, row);
        if (value == null) {
            return Truth.ERROR;
        }
        try {
            return Truth.of(XSDFuncOp.effectiveBooleanValue(value));
        } catch (ExprEvalException e) {
            return Truth.ERROR;
        }
    }

    /** SPARQL's three truth values. */
    enum Truth {
        TRUE,
        FALSE,
        ERROR;

        static Truth of(boolean value) {
            return value ? TRUE : FALSE;
        }

        Truth and(Truth other) {
            if (this == FALSE || other == FALSE) {
                return FALSE;
            }
            return this == TRUE && other == TRUE ? TRUE : ERROR;
        }

        Truth or(Truth other) {
            if (this == TRUE || other == TRUE) {
                return TRUE;
            }
            return this == FALSE && other == FALSE ? FALSE : ERROR;
        }

        @Nullable
        NodeValue value() {
            return switch (this) {
                case TRUE -> NodeValue.TRUE;
                case FALSE -> NodeValue.FALSE;
                case ERROR -> null;
            };
        }
    }
}
