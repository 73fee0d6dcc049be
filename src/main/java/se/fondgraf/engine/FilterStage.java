package se.fondgraf.engine;

import java.util.List;

/** Rows for which every condition is true; an error is not true. */
final class FilterStage extends Stage {
    private final Execution execution;
    private final Stage input;
    private final List<RowExpression> conditions;
    private final int[] columns;

    FilterStage(Execution execution, Stage input, List<RowExpression> conditions) {
        super(input.schema());
        this.execution = execution;
        this.input = input;
        this.conditions = conditions;
        this.columns = schema().columnsIn(schema());
    }

    @Override
    boolean run(Sink sink) {
        Output out = new Output(execution, schema().width(), sink);
        boolean more = input.run(batch -> {
            execution.check();
            for (int row = 0; row < batch.size(); row++) {
                if (isTrue(conditions, batch, row) && !out.copy(batch, row, columns)) {
                    return false;
                }
            }
            return true;
        });
        return out.flush() && more;
    }

    static boolean isTrue(List<RowExpression> conditions, Batch batch, int row) {
        for (RowExpression condition : conditions) {
            if (!condition.isTrue(batch, row)) {
                return false;
            }
        }
        return true;
    }
}
