package se.fondgraf.engine;

import java.util.List;

/** The rows of several alternatives, for each batch of the input. */
final class UnionStage extends Stage {
    private final Stage input;
    private final Feed feed;
    private final List<Stage> alternatives;

    /**
     * A union.
     *
     * @param feed what the alternatives draw from
     * @param alternatives all with the schema of the union
     */
    UnionStage(Stage input, Feed feed, List<Stage> alternatives, Schema schema) {
        super(schema);
        this.input = input;
        this.feed = feed;
        this.alternatives = alternatives.stream()
                .<Stage>map(stage -> new ProjectStage(stage, schema))
                .toList();
    }

    @Override
    boolean run(Sink sink) {
        return input.run(batch -> {
            for (Stage alternative : alternatives) {
                feed.hand(batch);
                if (!alternative.run(sink)) {
                    return false;
                }
            }
            return true;
        });
    }
}
