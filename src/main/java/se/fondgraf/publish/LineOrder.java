package se.fondgraf.publish;

/** Where the graph stands in a line, and so what comes together when lines are sorted. */
enum LineOrder {
    /** Subject, predicate, object, then the graph unless it is the default one: as N-Quads has it. */
    GRAPH_LAST,
    /** The graph, then subject, predicate and object, for syntaxes that write one graph after the other. */
    GRAPH_FIRST
}
