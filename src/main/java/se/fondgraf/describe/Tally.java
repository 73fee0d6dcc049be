package se.fondgraf.describe;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;

/**
 * Counts of a dataset, without its distinct objects. Memory grows with graphs, classes and properties, and not with the
 * data, because the data comes in batches, each with all statements about its subjects.
 */
final class Tally {
    /** Of one graph. */
    static final class GraphCount {
        long triples;
        long subjects;
        final Set<Node> properties = new HashSet<>();
        final Set<Node> classes = new HashSet<>();

        private void add(GraphCount other) {
            triples += other.triples;
            subjects += other.subjects;
            properties.addAll(other.properties);
            classes.addAll(other.classes);
        }
    }

    /** Of the things of one class, with all that any graph states about them. */
    static final class ClassCount {
        long entities;
        long triples;
        final Map<Node, Long> properties = new HashMap<>();

        /** The one whose IRI comes first. */
        String first = "";

        private void add(ClassCount other) {
            entities += other.entities;
            triples += other.triples;
            other.properties.forEach((property, count) -> properties.merge(property, count, Long::sum));
            candidate(other.first);
        }

        private void entity(Node subject) {
            entities++;
            candidate(subject.isURI() ? subject.getURI() : "");
        }

        private void candidate(String iri) {
            if (!iri.isEmpty() && (first.isEmpty() || iri.compareTo(first) < 0)) {
                first = iri;
            }
        }
    }

    private final String space;
    private final Map<Node, GraphCount> graphs = new HashMap<>();
    private final Map<Node, ClassCount> classes = new HashMap<>();
    private long subjects;
    private long entities;

    /** @param space what begins with it is an entity of the dataset */
    Tally(String space) {
        this.space = space;
    }

    Tally copy() {
        Tally copy = new Tally(space);
        copy.add(this);
        return copy;
    }

    /** Adds the counts of other data, which says nothing about any subject of this. */
    void add(Tally other) {
        other.graphs.forEach((graph, count) ->
                graphs.computeIfAbsent(graph, name -> new GraphCount()).add(count));
        other.classes.forEach((type, count) ->
                classes.computeIfAbsent(type, name -> new ClassCount()).add(count));
        subjects += other.subjects;
        entities += other.entities;
    }

    /**
     * Counts a batch.
     *
     * @param batch different quads; no other batch has one about any of its subjects
     */
    void add(Collection<Quad> batch) {
        Map<Node, List<ClassCount>> types = types(batch);
        Map<Node, Set<Node>> subjectsOf = new HashMap<>();
        for (Quad quad : batch) {
            Node graph = graph(quad);
            GraphCount count = graphs.computeIfAbsent(graph, name -> new GraphCount());
            count.triples++;
            count.properties.add(quad.getPredicate());
            subjectsOf.computeIfAbsent(graph, name -> new HashSet<>()).add(quad.getSubject());
            for (ClassCount type : types.getOrDefault(quad.getSubject(), List.of())) {
                type.triples++;
                type.properties.merge(quad.getPredicate(), 1L, Long::sum);
            }
        }
        Set<Node> all = new HashSet<>();
        subjectsOf.forEach((graph, named) -> {
            graphs.computeIfAbsent(graph, name -> new GraphCount()).subjects += named.size();
            all.addAll(named);
        });
        subjects += all.size();
        entities += all.stream()
                .filter(subject -> subject.isURI() && subject.getURI().startsWith(space))
                .count();
    }

    private Map<Node, List<ClassCount>> types(Collection<Quad> batch) {
        Map<Node, List<ClassCount>> types = new HashMap<>();
        for (Quad quad : batch) {
            if (quad.getPredicate().equals(RDF.Nodes.type)) {
                graphs.computeIfAbsent(graph(quad), name -> new GraphCount())
                        .classes
                        .add(quad.getObject());
                ClassCount count = classes.computeIfAbsent(quad.getObject(), type -> new ClassCount());
                List<ClassCount> mine = types.computeIfAbsent(quad.getSubject(), subject -> new ArrayList<>(2));
                if (!mine.contains(count)) {
                    mine.add(count);
                    count.entity(quad.getSubject());
                }
            }
        }
        return types;
    }

    private static Node graph(Quad quad) {
        return quad.isDefaultGraph() ? Quad.defaultGraphNodeGenerated : quad.getGraph();
    }

    /** Statements in all graphs. */
    long triples() {
        return graphs.values().stream().mapToLong(count -> count.triples).sum();
    }

    /** Different subjects in all graphs. */
    long subjects() {
        return subjects;
    }

    /** Those of them that are the dataset's own. */
    long entities() {
        return entities;
    }

    /** Different properties in all graphs. */
    Set<Node> properties() {
        Set<Node> all = new HashSet<>();
        graphs.values().forEach(count -> all.addAll(count.properties));
        return all;
    }

    /** By graph; the default graph by {@link Quad#defaultGraphNodeGenerated}. */
    Map<Node, GraphCount> graphs() {
        return graphs;
    }

    /** By class, of all graphs. */
    Map<Node, ClassCount> classes() {
        return classes;
    }
}
