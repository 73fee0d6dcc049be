package se.fondgraf.describe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;

/**
 * Passes a dataset's quads on and counts them, and at the end states the dataset's description, so that it is part of
 * what it describes.
 *
 * <p>Repetitions are passed on and counted once. To know them without holding the data, this relies on the order in
 * which a conversion states it: everything about a project, with its participations, pages, claims and decisions,
 * without a break, and everything about an organisation likewise. All other subjects (ontology, codes, places) are held
 * until the end.
 */
public final class DescribedQuads implements Consumer<Quad>, AutoCloseable {
    /** The description's own counts are part of it; they settle in three rounds. */
    private static final int ROUNDS = 8;

    private final Description description;
    private final Consumer<Quad> out;
    private final Tally tally;
    private final DistinctHashes objects = new DistinctHashes();
    private final SubjectGroup group;
    private final Set<Quad> batch = new HashSet<>();
    private final Set<Quad> rest = new HashSet<>();

    /** @param out takes the quads, and the description after them */
    public DescribedQuads(Description description, Consumer<Quad> out) {
        this.description = description;
        this.out = out;
        this.tally = new Tally(space(description));
        this.group = new SubjectGroup(description.base());
    }

    @Override
    public void accept(Quad quad) {
        out.accept(quad);
        count(quad);
    }

    private void count(Quad quad) {
        switch (group.next(quad.getSubject())) {
            case NONE -> rest.add(quad);
            case SAME -> batch.add(quad);
            case OTHER -> {
                countBatch();
                batch.add(quad);
            }
        }
    }

    /**
     * Counts quads that go out another way, as far as several threads can at once.
     *
     * @param quads everything about one project
     * @return what is left to do, by the thread that counts all else
     */
    public Runnable prepare(Collection<Quad> quads) {
        SubjectGroup groups = new SubjectGroup(description.base());
        Set<Quad> own = new HashSet<>();
        List<Quad> others = new ArrayList<>();
        for (Quad quad : quads) {
            boolean shared = groups.next(quad.getSubject()) == SubjectGroup.Step.NONE;
            (shared ? others : own).add(quad);
        }
        Tally counted = new Tally(space(description));
        counted.add(own);
        long[] hashes =
                own.stream().mapToLong(quad -> NodeHash.of(quad.getObject())).toArray();
        return () -> {
            countBatch();
            tally.add(counted);
            Arrays.stream(hashes).forEach(objects::add);
            rest.addAll(others);
        };
    }

    private static String space(Description description) {
        return description.base() + "id/";
    }

    private void countBatch() {
        count(batch);
        batch.clear();
    }

    private void count(Collection<Quad> quads) {
        tally.add(quads);
        quads.forEach(quad -> objects.add(NodeHash.of(quad.getObject())));
    }

    /** States the description. Nothing may be passed on afterwards. */
    public void finish() {
        countBatch();
        count(rest);
        rest.clear();
        GraphOrder.sorted(described())
                .forEach(triple -> out.accept(Quad.create(Quad.defaultGraphNodeGenerated, triple)));
    }

    /**
     * The description whose counts are those of the data with itself. Its own triples, properties and classes do not
     * depend on the numbers, so they are right in the second round. The number of distinct objects is itself an object,
     * and in rare data no number is right; then it is left out.
     */
    private Graph described() {
        Graph described = description.graph(tally, objects.count());
        for (int round = 0; round < ROUNDS; round++) {
            Graph next = description.graph(with(described), objectsWith(described));
            if (same(next, described)) {
                return next;
            }
            described = next;
        }
        for (int round = 0; round < ROUNDS; round++) {
            described = description.graph(with(described), 0);
        }
        return described;
    }

    /** There are no blank nodes in a description. */
    private static boolean same(Graph one, Graph other) {
        return one.size() == other.size() && one.stream().allMatch(other::contains);
    }

    private Tally with(Graph described) {
        Tally all = tally.copy();
        all.add(described.stream()
                .map(triple -> Quad.create(Quad.defaultGraphNodeGenerated, triple))
                .toList());
        return all;
    }

    private long objectsWith(Graph described) {
        Set<Node> more = new HashSet<>();
        described.stream().map(Triple::getObject).forEach(more::add);
        return objects.count()
                + more.stream()
                        .filter(node -> !objects.contains(NodeHash.of(node)))
                        .count();
    }

    @Override
    public void close() {
        objects.close();
    }
}
