package se.fondgraf.engine;

import org.apache.jena.sparql.core.Var;

/** Rows in which a variable has a certain value, or none and then gets it. */
final class BindStage extends Stage {
    private final Execution execution;
    private final Stage input;
    private final Var variable;
    private final int value;

    BindStage(Execution execution, Stage input, Var variable, int value) {
        super(input.schema().with(variable, true));
        this.execution = execution;
        this.input = input;
        this.variable = variable;
        this.value = value;
    }

    @Override
    boolean run(Sink sink) {
        int column = input.schema().index(variable);
        int target = schema().index(variable);
        int[] columns = schema().columnsIn(input.schema());
        Output out = new Output(execution, schema().width(), sink);
        boolean more = input.run(batch -> {
            for (int row = 0; row < batch.size(); row++) {
                int bound = column < 0 ? Batch.UNBOUND : batch.column(column)[row];
                if (bound == Batch.UNBOUND || bound == value) {
                    int to = out.row();
                    for (int i = 0; i < columns.length; i++) {
                        out.column(i)[to] = i == target ? value : batch.column(columns[i])[row];
                    }
                    if (!out.next()) {
                        return false;
                    }
                }
            }
            return true;
        });
        return out.flush() && more;
    }
}
