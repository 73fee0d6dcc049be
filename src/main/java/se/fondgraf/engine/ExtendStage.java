package se.fondgraf.engine;

import org.apache.jena.sparql.core.Var;

/** A new column, computed from the others; without a value where that is an error. */
final class ExtendStage extends Stage {
    private final Execution execution;
    private final Stage input;
    private final RowExpression expression;

    ExtendStage(Execution execution, Stage input, Var variable, RowExpression expression) {
        super(input.schema().with(variable, false));
        this.execution = execution;
        this.input = input;
        this.expression = expression;
    }

    @Override
    boolean run(Sink sink) {
        int width = input.schema().width();
        int[] computed = new int[Batch.ROWS];
        return input.run(batch -> {
            execution.check();
            int[][] columns = new int[width + 1][];
            System.arraycopy(batch.columns(), 0, columns, 0, width);
            for (int row = 0; row < batch.size(); row++) {
                computed[row] = expression.number(batch, row);
            }
            columns[width] = computed;
            return sink.accept(new Batch(columns, batch.size()));
        });
    }
}
