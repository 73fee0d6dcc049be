package se.fondgraf.engine;

import java.util.NoSuchElementException;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.NiceIterator;

/** A graph over sorted triples, for whoever asks for {@code Triple}s. It cannot be written. */
final class CompactGraph extends GraphBase {
    private final TermDictionary terms;
    private final TripleIndex triples;

    CompactGraph(TermDictionary terms, TripleIndex triples) {
        this.terms = terms;
        this.triples = triples;
    }

    TripleIndex triples() {
        return triples;
    }

    @Override
    protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
        TripleCursor cursor = triples.cursor()
                .find(number(pattern.getSubject()), number(pattern.getPredicate()), number(pattern.getObject()));
        return new Matches(cursor);
    }

    @Override
    protected boolean graphBaseContains(Triple triple) {
        return triples.cursor()
                .find(number(triple.getSubject()), number(triple.getPredicate()), number(triple.getObject()))
                .next();
    }

    @Override
    protected int graphBaseSize() {
        return triples.size();
    }

    /** A graph that many read is not closed by one of them. */
    @Override
    public void close() {}

    private int number(Node node) {
        return node.isConcrete() ? terms.find(node) : TripleIndex.ANY;
    }

    private final class Matches extends NiceIterator<Triple> {
        private final TripleCursor cursor;
        private boolean ready;
        private boolean more;

        Matches(TripleCursor cursor) {
            this.cursor = cursor;
        }

        @Override
        public boolean hasNext() {
            if (!ready) {
                more = cursor.next();
                ready = true;
            }
            return more;
        }

        @Override
        public Triple next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            ready = false;
            return Triple.create(
                    terms.node(cursor.subject()), terms.node(cursor.predicate()), terms.node(cursor.object()));
        }
    }
}
