package se.fondgraf.web.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;
import se.fondgraf.rdf.Iris;
import se.fondgraf.web.http.Addresses;
import se.fondgraf.web.sparql.Limits;
import se.fondgraf.web.sparql.Queries;

/** Reading and asking must find the same. */
class DataInPlaceTest {
    private final Places places = new Places(new Addresses(Iris.DEFAULT_BASE, () -> "http://localhost/"));

    @Test
    void readsWhatTheQueriesAskFor() throws InterruptedException {
        try (Published published = Published.seeds();
                Queries queries = new Queries(published.store, Limits.standard())) {
            DatasetGraph data = published.store.current().dataset();
            DataInPlace read = new DataInPlace(data, places);
            DataByQueries asked = new DataByQueries(queries, queries.release(), places);
            Set<Node> things = things(data);
            assertTrue(things.size() > 400, "all kinds of things");
            for (Node thing : things) {
                for (int limit : new int[] {3, Descriptions.LIMIT}) {
                    Gathered one = read.gather(thing, limit);
                    Gathered other = asked.gather(thing, limit);
                    assertEquals(other.incoming(), one.incoming(), thing::toString);
                    assertEquals(sorted(other.statements()), sorted(one.statements()), thing::toString);
                    assertEquals(sorted(other.names()), sorted(one.names()), thing::toString);
                    assertEquals(sorted(other.terms()), sorted(one.terms()), thing::toString);
                }
                assertEquals(asked.exists(thing, false), read.exists(thing, false), thing::toString);
            }
            for (String name : new String[] {"matches", "provenance", "none"}) {
                Node graph = places.graph(name);
                assertEquals(asked.exists(graph, true), read.exists(graph, true), name);
                assertEquals(asked.size(graph), read.size(graph), name);
            }
        }
    }

    private Set<Node> things(DatasetGraph data) {
        Set<Node> things = new LinkedHashSet<>();
        data.find().forEachRemaining(quad -> {
            for (Node node : new Node[] {quad.getSubject(), quad.getObject()}) {
                if (node.isURI() && places.name(node.getURI()).isPresent()) {
                    things.add(node);
                }
            }
        });
        things.add(NodeFactory.createURI(Iris.DEFAULT_BASE + "id/project/none"));
        return things;
    }

    private static Collection<String> sorted(Collection<Triple> triples) {
        return new TreeSet<>(triples.stream().map(Triple::toString).toList());
    }
}
