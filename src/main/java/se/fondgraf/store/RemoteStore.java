package se.fondgraf.store;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import se.fondgraf.name.Hash;

/**
 * The data in a SPARQL endpoint elsewhere, where others load it. Its version is a hash of the version that its dataset
 * has in the data and of the number of its triples, asked again every ten seconds while requests come; so a client may
 * be told for as long that nothing has changed.
 */
public final class RemoteStore implements Store {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long AGAIN_NANOS = Duration.ofSeconds(10).toNanos();
    private static final long MOST_BYTES = 1 << 20;
    private static final int DIGITS = 16;
    private static final String VERSIONS = "SELECT DISTINCT ?version WHERE { { ?dataset"
            + " <http://www.w3.org/ns/dcat#version> ?version } UNION { ?dataset"
            + " <http://purl.org/dc/terms/hasVersion> ?version } } ORDER BY STR(?version)";
    private static final String COUNT = "SELECT (COUNT(*) AS ?triples) WHERE { ?s ?p ?o }";

    private final RemoteEndpoint endpoint;
    private final RemoteGraphs graphs;
    private final AtomicReference<RemoteRelease> current;
    private final AtomicLong asked = new AtomicLong(System.nanoTime());
    private final AtomicBoolean asking = new AtomicBoolean();

    private RemoteStore(RemoteEndpoint endpoint, RemoteGraphs graphs) {
        this.endpoint = endpoint;
        this.graphs = graphs;
        this.current = new AtomicReference<>(new RemoteRelease(endpoint, graphs, version()));
    }

    /**
     * Opens a store, and asks it what it holds.
     *
     * @param core the graph that holds the core; empty when that is the store's own default graph
     * @param base of the data's IRIs, under which the other graphs are
     * @throws StoreException when it does not answer
     */
    public static RemoteStore open(URI address, Optional<String> core, String base) {
        RemoteGraphs graphs =
                core.map(graph -> RemoteGraphs.withCore(graph, base)).orElseGet(RemoteGraphs::asTheyAre);
        try {
            return new RemoteStore(new RemoteEndpoint(address), graphs);
        } catch (RemoteException e) {
            throw new StoreException("the store " + address + " cannot be used: " + e.getMessage(), e);
        }
    }

    @Override
    public RemoteRelease current() {
        if (System.nanoTime() - asked.get() > AGAIN_NANOS && asking.compareAndSet(false, true)) {
            try {
                String version = version();
                if (!version.equals(current.get().version())) {
                    current.set(new RemoteRelease(endpoint, graphs, version));
                }
            } catch (RemoteException e) {
                // What is asked next will tell; until then the version is the last one known.
            } finally {
                asked.set(System.nanoTime());
                asking.set(false);
            }
        }
        return current.get();
    }

    /**
     * Asks now what the store holds.
     *
     * @return whether that is another release
     * @throws StoreException when it does not answer; what is asked next goes to it all the same
     */
    public boolean lookAgain() {
        try {
            String version = version();
            asked.set(System.nanoTime());
            RemoteRelease old = current.get();
            return !version.equals(old.version())
                    && current.compareAndSet(old, new RemoteRelease(endpoint, graphs, version));
        } catch (RemoteException e) {
            throw new StoreException("the store cannot be asked: " + e.getMessage(), e);
        }
    }

    private String version() {
        String told = answer(VERSIONS) + answer(COUNT);
        return Hash.ofBytes(told.getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
    }

    private String answer(String query) {
        byte[] bytes = endpoint.ask(query, graphs, "application/sparql-results+json", PATIENCE, MOST_BYTES)
                .bytes();
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        endpoint.close();
    }
}
