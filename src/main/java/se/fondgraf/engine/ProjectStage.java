package se.fondgraf.engine;

/** Some of the columns, in another order; columns that the input has not stay without values. */
final class ProjectStage extends Stage {
    private final Stage input;

    ProjectStage(Stage input, Schema schema) {
        super(schema);
        this.input = input;
    }

    @Override
    boolean run(Sink sink) {
        int[] from = schema().columnsIn(input.schema());
        int[] unbound = new int[Batch.ROWS];
        java.util.Arrays.fill(unbound, Batch.UNBOUND);
        return input.run(batch -> {
            int[][] columns = new int[from.length][];
            for (int i = 0; i < from.length; i++) {
                columns[i] = from[i] < 0 ? unbound : batch.column(from[i]);
            }
            return sink.accept(new Batch(columns, batch.size()));
        });
    }
}
