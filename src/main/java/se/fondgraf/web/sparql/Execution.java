package se.fondgraf.web.sparql;

import java.util.Iterator;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.engine.binding.Binding;
import se.fondgraf.store.Release;
import se.fondgraf.store.RemoteRelease;
import se.fondgraf.store.Snapshot;

/** One question put to one release under its limits. Only the method that fits the query's form may be called, once. */
sealed interface Execution extends AutoCloseable permits LocalExecution, RemoteExecution {
    /** Begins; nothing is evaluated yet. */
    static Execution of(Question question, Release release, Limits limits, Deadline deadline) {
        return switch (release) {
            case RemoteRelease remote -> new RemoteExecution(question, remote, limits, deadline);
            case Snapshot snapshot -> new LocalExecution(question, snapshot.dataset(), limits, deadline);
        };
    }

    /** The rows of a SELECT, up to the limit; the iterator throws a refusal when there are more. */
    Iterator<Binding> rows();

    /** The answer to an ASK. */
    boolean truth();

    /** The triples of a CONSTRUCT or DESCRIBE, each once, with the prefixes of the data and the query. */
    Graph graph();

    @Override
    void close();
}
