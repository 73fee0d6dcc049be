package se.fondgraf.engine;

import java.util.Arrays;
import org.apache.jena.sparql.core.Var;

/**
 * Each row with what an optional part finds for it, or alone where that finds nothing. The optional part is run once
 * for every batch, and a column of marks tells which row a result belongs to.
 */
final class OptionalStage extends Stage {
    private final Execution execution;
    private final Stage input;
    private final Feed feed;
    private final Stage optional;
    private final Var mark;

    /**
     * A left join by lookup.
     *
     * @param feed what the optional part draws from: the input with the mark as the last column
     * @param mark the column of marks, which the optional part keeps
     */
    OptionalStage(Execution execution, Stage input, Feed feed, Stage optional, Var mark) {
        super(input.schema().and(optional.schema().keep(variable -> !variable.equals(mark)), true));
        this.execution = execution;
        this.input = input;
        this.feed = feed;
        this.optional = optional;
        this.mark = mark;
    }

    @Override
    boolean run(Sink sink) {
        Output out = new Output(execution, schema().width(), sink);
        int[] found = schema().columnsIn(optional.schema());
        int[] alone = schema().columnsIn(input.schema());
        int first = QueryTerms.MARKERS;
        int[] marks = new int[Batch.ROWS];
        Arrays.setAll(marks, row -> first + row);
        int markColumn = optional.schema().index(mark);
        boolean[] matched = new boolean[Batch.ROWS];
        boolean more = input.run(batch -> {
            Arrays.fill(matched, false);
            feed.hand(marked(batch, marks));
            boolean wanted = optional.run(results -> {
                for (int row = 0; row < results.size(); row++) {
                    matched[results.column(markColumn)[row] - first] = true;
                    if (!out.copy(results, row, found)) {
                        return false;
                    }
                }
                return true;
            });
            for (int row = 0; wanted && row < batch.size(); row++) {
                wanted = matched[row] || out.copy(batch, row, alone);
            }
            return wanted;
        });
        return out.flush() && more;
    }

    private static Batch marked(Batch batch, int[] marks) {
        int width = batch.columns().length;
        int[][] columns = Arrays.copyOf(batch.columns(), width + 1);
        columns[width] = marks;
        return new Batch(columns, batch.size());
    }
}
