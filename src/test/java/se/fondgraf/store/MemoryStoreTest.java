package se.fondgraf.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.TxnType;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.Test;

class MemoryStoreTest {
    private static final Node GRAPH = iri("graph");
    private final MemoryStore store = new MemoryStore();

    private static Node iri(String name) {
        return NodeFactory.createURI("https://example.org/" + name);
    }

    private static Triple triple(String name) {
        return Triple.create(iri(name), iri("p"), iri("o"));
    }

    @Test
    void holdsTriplesQuadsAndPrefixesWithoutRepetition() {
        store.load("test", stream -> {
            stream.prefix("ex", "https://example.org/");
            stream.triple(triple("a"));
            stream.triple(triple("a"));
            stream.quad(Quad.create(Quad.defaultGraphIRI, triple("b")));
            stream.quad(Quad.create(GRAPH, triple("a")));
        });
        Snapshot data = store.current();
        assertEquals(2, data.triples());
        assertEquals(3, data.quads());
        assertTrue(data.dataset().getDefaultGraph().contains(triple("b")));
        assertTrue(data.dataset().getGraph(GRAPH).contains(triple("a")));
        assertEquals("https://example.org/", data.dataset().prefixes().get("ex"));
    }

    @Test
    void isEmptyAtFirst() {
        assertEquals(0, store.current().quads());
        assertFalse(store.current().dataset().find().hasNext());
    }

    @Test
    void loadReplacesAndEarlierReadersKeepTheirs() {
        store.load("test", stream -> stream.triple(triple("old")));
        Snapshot before = store.current();
        store.load("test", stream -> stream.triple(triple("new")));
        assertTrue(before.dataset().getDefaultGraph().contains(triple("old")));
        assertEquals(1, before.dataset().getDefaultGraph().size());
        assertTrue(store.current().dataset().getDefaultGraph().contains(triple("new")));
        assertEquals(1, store.current().triples());
    }

    @Test
    void failedLoadLeavesTheOldData() {
        store.load("test", stream -> stream.triple(triple("old")));
        Snapshot before = store.current();
        IllegalStateException failure = new IllegalStateException("disk");
        assertSame(
                failure,
                assertThrows(
                        IllegalStateException.class,
                        () -> store.load("test", stream -> {
                            stream.triple(triple("new"));
                            throw failure;
                        })));
        assertSame(before, store.current());
    }

    @Test
    void streamKeptAfterTheLoadWritesNothing() {
        AtomicReference<StreamRDF> kept = new AtomicReference<>();
        store.load("test", kept::set);
        assertThrows(IllegalStateException.class, () -> kept.get().triple(triple("late")));
        assertEquals(0, store.current().dataset().getDefaultGraph().size());
    }

    @Test
    void cannotBeWritten() {
        store.load("test", stream -> stream.quad(Quad.create(GRAPH, triple("a"))));
        DatasetGraph dataset = store.current().dataset();
        Graph named = dataset.getGraph(GRAPH);
        List<Runnable> writes = List.of(
                () -> dataset.add(Quad.create(GRAPH, triple("b"))),
                () -> dataset.delete(Quad.create(GRAPH, triple("a"))),
                () -> dataset.deleteAny(Node.ANY, Node.ANY, Node.ANY, Node.ANY),
                () -> dataset.addGraph(GRAPH, dataset.getDefaultGraph()),
                () -> dataset.removeGraph(GRAPH),
                dataset::clear,
                () -> dataset.getDefaultGraph().add(triple("b")),
                () -> named.add(triple("b")),
                () -> named.delete(triple("a")),
                named::clear,
                () -> dataset.prefixes().add("x", "https://example.org/x"),
                () -> named.getPrefixMapping().setNsPrefix("x", "https://example.org/x"),
                () -> dataset.begin(TxnType.WRITE),
                () -> dataset.begin(ReadWrite.WRITE),
                () -> dataset.begin(TxnType.READ_PROMOTE));
        for (Runnable write : writes) {
            RuntimeException refused = assertThrows(RuntimeException.class, write::run);
            assertTrue(
                    refused instanceof JenaException || refused instanceof UnsupportedOperationException,
                    refused::toString);
        }
        assertEquals(1, store.current().dataset().stream().count());
    }

    @Test
    void readersDoNotWaitForEachOther() throws Exception {
        DatasetGraph dataset = store.current().dataset();
        CountDownLatch bothInside = new CountDownLatch(2);
        Runnable reader = () -> Txn.executeRead(dataset, () -> {
            bothInside.countDown();
            try {
                assertTrue(bothInside.await(10, TimeUnit.SECONDS));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        Thread other = Thread.ofPlatform().start(reader);
        reader.run();
        other.join();
        assertEquals(0, bothInside.getCount());
    }
}
