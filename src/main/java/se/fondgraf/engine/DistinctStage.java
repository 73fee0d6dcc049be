package se.fondgraf.engine;

/** Every row once, where it is met first. */
final class DistinctStage extends Stage {
    private final Execution execution;
    private final Stage input;

    DistinctStage(Execution execution, Stage input) {
        super(input.schema());
        this.execution = execution;
        this.input = input;
    }

    @Override
    boolean run(Sink sink) {
        int width = schema().width();
        int[] columns = schema().columnsIn(schema());
        RowSet seen = new RowSet(execution, width);
        Output out = new Output(execution, width, sink);
        boolean more = input.run(batch -> {
            execution.check();
            for (int row = 0; row < batch.size(); row++) {
                for (int i = 0; i < width; i++) {
                    seen.row()[i] = batch.column(i)[row];
                }
                int before = seen.size();
                if (seen.number() == before && !out.copy(batch, row, columns)) {
                    return false;
                }
            }
            return true;
        });
        return out.flush() && more;
    }
}
