package se.fondgraf.engine;

/** Rows from one place to another. */
final class SliceStage extends Stage {
    private final Execution execution;
    private final Stage input;
    private final long from;
    private final long to;

    /**
     * Some rows of a stage.
     *
     * @param from the number of the first, from 0
     * @param length how many
     */
    SliceStage(Execution execution, Stage input, long from, long length) {
        super(input.schema());
        this.execution = execution;
        this.input = input;
        this.from = from;
        this.to = length > Long.MAX_VALUE - from ? Long.MAX_VALUE : from + length;
    }

    @Override
    boolean run(Sink sink) {
        Output out = new Output(execution, schema().width(), sink);
        int[] columns = schema().columnsIn(schema());
        long[] seen = {0};
        boolean[] wanted = {true};
        if (to > from) {
            input.run(batch -> {
                for (int row = 0; row < batch.size() && seen[0] < to; row++) {
                    if (seen[0]++ >= from && !out.copy(batch, row, columns)) {
                        wanted[0] = false;
                        return false;
                    }
                }
                return seen[0] < to;
            });
        }
        return out.flush() && wanted[0];
    }
}
