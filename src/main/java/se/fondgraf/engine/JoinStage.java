package se.fondgraf.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.sparql.core.Var;

/**
 * A join of rows that were found apart. The right side is held in a hash table by those common columns that have a
 * value in every row of both sides; other common columns must be equal or without value.
 */
final class JoinStage extends Stage {
    /** What is wanted of the rows of the left side. */
    enum Kind {
        /** With each row of the right that goes with it. */
        INNER,
        /** The same, and alone when there is none. */
        LEFT,
        /** Only if no row of the right goes with it. */
        MINUS
    }

    private final Execution execution;
    private final Kind kind;
    private final Stage left;
    private final Stage right;
    private final List<RowExpression> conditions;
    private final int[] leftKeys;
    private final int[] rightKeys;
    private final int[] leftChecks;
    private final int[] rightChecks;

    /** For each column, the left and the right one it comes from; less than 0 for none. */
    private final int[] fromLeft;

    private final int[] fromRight;
    private Optional<Build> built = Optional.empty();

    /** The right side: rows with the same hash are chained, in order. */
    private static final class Build {
        private final int[][] columns;
        private final int[] heads;
        private final int[] next;

        Build(int[][] columns, int[] heads, int[] next) {
            this.columns = columns;
            this.heads = heads;
            this.next = next;
        }
    }

    /**
     * A join.
     *
     * @param right draws from nothing, so that it is the same for every run
     * @param schema the columns of both for a join, of the left for MINUS
     * @param conditions that a pair must fulfil too, over that schema
     */
    JoinStage(Execution execution, Kind kind, Stage left, Stage right, Schema schema, List<RowExpression> conditions) {
        super(schema);
        this.execution = execution;
        this.kind = kind;
        this.left = left;
        this.right = right;
        this.conditions = conditions;
        List<Var> keys = new ArrayList<>();
        List<Var> checks = new ArrayList<>();
        for (Var variable : left.schema().variables()) {
            if (right.schema().has(variable)) {
                (isKey(left.schema(), right.schema(), variable) ? keys : checks).add(variable);
            }
        }
        leftKeys = keys.stream().mapToInt(left.schema()::index).toArray();
        rightKeys = keys.stream().mapToInt(right.schema()::index).toArray();
        leftChecks = checks.stream().mapToInt(left.schema()::index).toArray();
        rightChecks = checks.stream().mapToInt(right.schema()::index).toArray();
        fromLeft = schema.columnsIn(left.schema());
        fromRight = schema.columnsIn(right.schema());
    }

    /** Whether a common column always has a value on both sides. */
    static boolean isKey(Schema left, Schema right, Var variable) {
        return left.isCertain(variable) && right.isCertain(variable);
    }

    @Override
    boolean run(Sink sink) {
        Build build = built.orElseGet(this::build);
        Output out = new Output(execution, schema().width(), sink);
        boolean more = left.run(batch -> {
            execution.check();
            for (int row = 0; row < batch.size(); row++) {
                if (!probe(build, batch, row, out)) {
                    return false;
                }
            }
            return true;
        });
        return out.flush() && more;
    }

    private Build build() {
        ColumnTable rows = ColumnTable.of(execution, right);
        int slots = Math.max(16, Integer.highestOneBit(Math.max(1, rows.size())) * 2);
        execution.take(4L * (slots + rows.size()));
        int[] heads = new int[slots];
        int[] next = new int[rows.size()];
        for (int row = rows.size() - 1; row >= 0; row--) {
            int slot = hash(rows.columns(), rightKeys, row) & (slots - 1);
            next[row] = heads[slot];
            heads[slot] = row + 1;
        }
        Build build = new Build(rows.columns(), heads, next);
        built = Optional.of(build);
        return build;
    }

    private static int hash(int[][] columns, int[] keys, int row) {
        int hash = 17;
        for (int key : keys) {
            hash = RowSet.mix(hash ^ columns[key][row]);
        }
        return hash;
    }

    private boolean probe(Build build, Batch batch, int row, Output out) {
        int slot = hash(batch.columns(), leftKeys, row) & (build.heads.length - 1);
        boolean matched = false;
        for (int other = build.heads[slot] - 1; other >= 0; other = build.next[other] - 1) {
            if (!goesWith(batch, row, build, other)) {
                continue;
            }
            if (kind == Kind.MINUS) {
                return true;
            }
            write(batch, row, build, other, out);
            if (conditions.isEmpty() || FilterStage.isTrue(conditions, out.written(), out.row())) {
                matched = true;
                if (!out.next()) {
                    return false;
                }
            }
        }
        return kind == Kind.INNER || matched || out.copy(batch, row, fromLeft);
    }

    private boolean goesWith(Batch batch, int row, Build build, int other) {
        for (int i = 0; i < leftKeys.length; i++) {
            if (batch.column(leftKeys[i])[row] != build.columns[rightKeys[i]][other]) {
                return false;
            }
        }
        for (int i = 0; i < leftChecks.length; i++) {
            int one = batch.column(leftChecks[i])[row];
            int two = build.columns[rightChecks[i]][other];
            if (one != two && one != Batch.UNBOUND && two != Batch.UNBOUND) {
                return false;
            }
        }
        return true;
    }

    private void write(Batch batch, int row, Build build, int other, Output out) {
        for (int i = 0; i < fromLeft.length; i++) {
            int value = fromLeft[i] < 0 ? Batch.UNBOUND : batch.column(fromLeft[i])[row];
            if (value == Batch.UNBOUND && fromRight[i] >= 0) {
                value = build.columns[fromRight[i]][other];
            }
            out.column(i)[out.row()] = value;
        }
    }
}
