package se.fondgraf.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.jena.query.Query;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.util.NodeCmp;

/**
 * Rows in order. Each condition is turned into ranks, which takes a comparison of terms only for the distinct ones;
 * rows are then sorted by counting. Rows that no condition tells apart are ordered by their columns, by name, as ARQ
 * does.
 */
final class OrderStage extends Stage {
    private final Execution execution;
    private final Stage input;
    private final List<SortCondition> conditions;
    private final List<RowExpression> expressions;

    OrderStage(Execution execution, Stage input, List<SortCondition> conditions) {
        super(input.schema());
        this.execution = execution;
        this.input = input;
        this.conditions = conditions;
        ExpressionCompiler compiler = new ExpressionCompiler(execution, schema());
        this.expressions = conditions.stream()
                .map(condition -> compiler.compile(condition.getExpression()))
                .toList();
    }

    @Override
    boolean run(Sink sink) {
        ColumnTable keys = new ColumnTable(execution, expressions.size());
        ColumnTable rows = new ColumnTable(execution, schema().width());
        int[][] computed = new int[expressions.size()][Batch.ROWS];
        input.run(batch -> {
            for (int i = 0; i < computed.length; i++) {
                for (int row = 0; row < batch.size(); row++) {
                    computed[i][row] = expressions.get(i).key(batch, row);
                }
            }
            keys.addAll(new Batch(computed, batch.size()));
            rows.addAll(batch);
            return true;
        });
        int[] order = order(keys, rows);
        Output out = new Output(execution, schema().width(), sink);
        Batch all = new Batch(rows.columns(), rows.size());
        int[] columns = schema().columnsIn(schema());
        for (int row : order) {
            if (!out.copy(all, row, columns)) {
                return false;
            }
        }
        return out.flush();
    }

    private int[] order(ColumnTable keys, ColumnTable rows) {
        int size = rows.size();
        execution.take(8L * size);
        int[] order = IntStream.range(0, size).toArray();
        int[] spare = new int[size];
        for (int i = conditions.size() - 1; i >= 0; i--) {
            execution.check();
            int[] ranks = keys.column(i);
            int distinct =
                    rank(ranks, size, expressions.get(i), conditions.get(i).getDirection() == Query.ORDER_DESCENDING);
            int[] starts = new int[distinct + 1];
            for (int row = 0; row < size; row++) {
                starts[ranks[row] + 1]++;
            }
            for (int rank = 0; rank < distinct; rank++) {
                starts[rank + 1] += starts[rank];
            }
            for (int row : order) {
                spare[starts[ranks[row]]++] = row;
            }
            int[] sorted = spare;
            spare = order;
            order = sorted;
        }
        breakTies(order, keys, rows);
        return order;
    }

    /** Replaces keys by the ranks of their values, no value first, and returns how many ranks there are. */
    private int rank(int[] terms, int size, RowExpression expression, boolean descending) {
        RowSet distinct = new RowSet(execution, 1);
        for (int row = 0; row < size; row++) {
            distinct.row()[0] = terms[row];
            terms[row] = distinct.number();
        }
        int[] numbers = distinct.rows().column(0);
        List<Ranked> sorted = new ArrayList<>(distinct.size());
        for (int i = 0; i < distinct.size(); i++) {
            NodeValue value = expression.valueOf(numbers[i]);
            if (value != null) {
                sorted.add(new Ranked(i, ValueOrder.of(value)));
            }
        }
        Comparator<Ranked> comparator = (one, other) -> ValueOrder.compare(one.value, other.value);
        sorted.sort(comparator);
        int[] ranks = new int[distinct.size()];
        int rank = 0;
        for (int i = 0; i < sorted.size(); i++) {
            if (i == 0 || comparator.compare(sorted.get(i - 1), sorted.get(i)) != 0) {
                rank++;
            }
            ranks[sorted.get(i).distinct] = rank;
        }
        for (int row = 0; row < size; row++) {
            terms[row] = descending ? rank - ranks[terms[row]] : ranks[terms[row]];
        }
        return rank + 1;
    }

    private record Ranked(int distinct, ValueOrder value) {}

    private void breakTies(int[] order, ColumnTable keys, ColumnTable rows) {
        int from = 0;
        while (from < order.length) {
            int to = from + 1;
            while (to < order.length && isTie(keys, order[from], order[to])) {
                to++;
            }
            if (to - from > 1) {
                sortByColumns(order, from, to, rows);
            }
            from = to;
        }
    }

    private static boolean isTie(ColumnTable keys, int one, int other) {
        for (int[] ranks : keys.columns()) {
            if (ranks[one] != ranks[other]) {
                return false;
            }
        }
        return true;
    }

    private void sortByColumns(int[] order, int from, int to, ColumnTable rows) {
        execution.check();
        int[] columns = schema().variables().stream()
                .sorted(Comparator.comparing(Var::getVarName))
                .mapToInt(schema()::index)
                .toArray();
        Comparator<Integer> comparator = (one, other) -> {
            for (int column : columns) {
                int first = rows.column(column)[one];
                int second = rows.column(column)[other];
                if (first != second) {
                    return compareTerms(first, second);
                }
            }
            return 0;
        };
        int[] sorted = Arrays.stream(order, from, to)
                .boxed()
                .sorted(comparator)
                .mapToInt(Integer::intValue)
                .toArray();
        System.arraycopy(sorted, 0, order, from, sorted.length);
    }

    private int compareTerms(int first, int second) {
        if (first == Batch.UNBOUND || second == Batch.UNBOUND) {
            return first == Batch.UNBOUND ? -1 : 1;
        }
        return NodeCmp.compareRDFTerms(
                execution.terms().node(first), execution.terms().node(second));
    }
}
