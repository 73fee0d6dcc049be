package se.fondgraf.web.sparql;

import java.util.Iterator;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphReadOnly;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphReadOnly;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;
import se.fondgraf.engine.TransparentView;

/**
 * The data as one query sees it: every statement read asks whether the query may go on. Whatever ARQ does with the
 * data, long paths and sorts of costly keys among it, thus ends soon after the deadline.
 */
final class GuardedDataset extends DatasetGraphReadOnly implements TransparentView {
    private final Deadline deadline;
    private final Graph defaultGraph;

    GuardedDataset(DatasetGraph dataset, Deadline deadline) {
        super(dataset, dataset.getContext().copy());
        this.deadline = deadline;
        this.defaultGraph = new GuardedGraph(dataset.getDefaultGraph());
    }

    @Override
    public Graph getDefaultGraph() {
        return defaultGraph;
    }

    @Override
    public Graph getGraph(Node name) {
        return new GuardedGraph(get().getGraph(name));
    }

    @Override
    public Graph getUnionGraph() {
        return new GuardedGraph(get().getUnionGraph());
    }

    @Override
    public Iterator<Quad> find(Node graph, Node subject, Node predicate, Node object) {
        return new GuardedIterator<>(get().find(graph, subject, predicate, object));
    }

    @Override
    public Iterator<Quad> findNG(Node graph, Node subject, Node predicate, Node object) {
        return new GuardedIterator<>(get().findNG(graph, subject, predicate, object));
    }

    private final class GuardedGraph extends GraphReadOnly {
        GuardedGraph(Graph graph) {
            super(graph);
        }

        @Override
        public ExtendedIterator<Triple> find(Triple pattern) {
            deadline.check();
            return new GuardedIterator<>(super.find(pattern));
        }

        @Override
        public ExtendedIterator<Triple> find(Node subject, Node predicate, Node object) {
            deadline.check();
            return new GuardedIterator<>(super.find(subject, predicate, object));
        }

        @Override
        public boolean contains(Triple triple) {
            deadline.check();
            return super.contains(triple);
        }

        @Override
        public boolean contains(Node subject, Node predicate, Node object) {
            deadline.check();
            return super.contains(subject, predicate, object);
        }
    }

    private final class GuardedIterator<T> extends WrappedIterator<T> {
        GuardedIterator(Iterator<T> iterator) {
            super(iterator, true);
        }

        @Override
        public T next() {
            deadline.check();
            return super.next();
        }

        @Override
        public void forEachRemaining(Consumer<? super T> action) {
            while (hasNext()) {
                action.accept(next());
            }
        }
    }
}
