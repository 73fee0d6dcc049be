package se.fondgraf.store;

import java.util.List;

/**
 * The graphs of a remote store that a query is asked of, by their IRIs.
 *
 * @param defaultGraphs that together are the default graph; with no graphs at all, what the store takes for its own
 */
public record RemoteGraphs(List<String> defaultGraphs, List<String> namedGraphs) {
    /** The graphs beside the core, under the base. */
    private static final List<String> NAMED = List.of("graph/provenance", "graph/matches", "graph/derived");

    public RemoteGraphs {
        defaultGraphs = List.copyOf(defaultGraphs);
        namedGraphs = List.copyOf(namedGraphs);
    }

    /** What the store itself takes for its default graph and its named ones. */
    static RemoteGraphs asTheyAre() {
        return new RemoteGraphs(List.of(), List.of());
    }

    /** The core in a graph of its own, the others as they are called in files. */
    static RemoteGraphs withCore(String core, String base) {
        return new RemoteGraphs(List.of(core), NAMED.stream().map(base::concat).toList());
    }
}
