package se.fondgraf.engine;

import java.util.Arrays;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprLib;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionEnv;
import org.jspecify.annotations.Nullable;

/**
 * An expression of one variable, evaluated once for each term that the variable meets. Most columns hold few distinct
 * terms: roles, languages, organisations.
 */
final class RememberedExpression extends RowExpression {
    /** More values than this are not remembered; they replace one another. */
    private static final int MOST = 1 << 18;

    private static final int EMPTY = -2;
    private static final int NOT_NUMBERED = -2;

    private final Expr expression;
    private final Var variable;
    private final int column;
    private final FunctionEnv environment;
    private int[] keys = filled(64);
    private @Nullable NodeValue[] values = new NodeValue[64];
    private int[] numbers = new int[64];
    private int size;

    /**
     * An expression.
     *
     * @param column the column of the variable, or less than 0 if it never has a value
     */
    RememberedExpression(QueryTerms terms, Expr expression, Var variable, int column, FunctionEnv environment) {
        super(terms);
        this.expression = expression;
        this.variable = variable;
        this.column = column;
        this.environment = environment;
    }

    private static int[] filled(int length) {
        int[] empty = new int[length];
        Arrays.fill(empty, EMPTY);
        return empty;
    }

    @Override
    @Nullable
    NodeValue value(Batch batch, int row) {
        int slot = slot(batch, row);
        return values[slot];
    }

    @Override
    int number(Batch batch, int row) {
        int slot = slot(batch, row);
        NodeValue value = values[slot];
        if (value == null) {
            return Batch.UNBOUND;
        }
        if (numbers[slot] == NOT_NUMBERED) {
            numbers[slot] = terms().number(value.asNode());
        }
        return numbers[slot];
    }

    @Override
    int key(Batch batch, int row) {
        return column < 0 ? Batch.UNBOUND : batch.column(column)[row];
    }

    @Override
    @Nullable
    NodeValue valueOf(int key) {
        return evaluate(key);
    }

    private int slot(Batch batch, int row) {
        int key = key(batch, row);
        int slot = RowSet.mix(key) & (keys.length - 1);
        if (size < MOST) {
            while (keys[slot] != EMPTY && keys[slot] != key) {
                slot = (slot + 1) & (keys.length - 1);
            }
        }
        if (keys[slot] == key) {
            return slot;
        }
        NodeValue value = evaluate(key);
        keys[slot] = key;
        values[slot] = value;
        numbers[slot] = NOT_NUMBERED;
        if (size < MOST && ++size > keys.length / 2) {
            grow();
            return slot(batch, row);
        }
        return slot;
    }

    private @Nullable NodeValue evaluate(int key) {
        Binding binding =
                key == Batch.UNBOUND ? BindingFactory.empty() : BindingFactory.binding(variable, terms().node(key));
        return ExprLib.evalOrNull(expression, binding, environment);
    }

    private void grow() {
        int[] oldKeys = keys;
        @Nullable NodeValue[] oldValues = values;
        int[] oldNumbers = numbers;
        keys = filled(oldKeys.length * 2);
        values = new NodeValue[keys.length];
        numbers = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != EMPTY) {
                int slot = RowSet.mix(oldKeys[i]) & (keys.length - 1);
                while (keys[slot] != EMPTY) {
                    slot = (slot + 1) & (keys.length - 1);
                }
                keys[slot] = oldKeys[i];
                values[slot] = oldValues[i];
                numbers[slot] = oldNumbers[i];
            }
        }
    }
}
