package se.fondgraf.web.documents;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.VOID;
import se.fondgraf.store.Release;
import se.fondgraf.web.documents.Description.Shortfall;
import se.fondgraf.web.documents.DocumentQuery.Incoming;
import se.fondgraf.web.sparql.Queries;

/** What documents say: read where the data is on this machine, asked for by queries where it is not. */
final class Descriptions {
    /** How many links of one kind to a thing a document holds; of more it says so and how to ask for them. */
    static final int LIMIT = 300;

    private final Queries queries;
    private final Places places;
    private final Node licence;

    Descriptions(Queries queries, Places places, String licence) {
        this.queries = queries;
        this.places = places;
        this.licence = NodeFactory.createURI(licence);
    }

    /** The release to ask. */
    Release release() {
        return queries.release();
    }

    /** What there is to say about the thing of that document; empty when there is no such thing. */
    Optional<Description> find(String name, Release release) throws InterruptedException {
        Node thing = places.thing(name);
        Gathered gathered = ask(release, data -> data.gather(thing, LIMIT), data -> data.gather(thing, LIMIT));
        List<Triple> triples = new ArrayList<>(gathered.statements());
        if (gathered.statements().stream()
                .noneMatch(triple ->
                        triple.getSubject().equals(thing) || triple.getObject().equals(thing))) {
            if (!isGraph(name) || !exists(name, release)) {
                return Optional.empty();
            }
            describeGraph(thing, ask(release, data -> data.size(thing), data -> data.size(thing)), triples);
        }
        Labels labels = new Labels();
        Stream.of(triples, gathered.names(), gathered.terms())
                .flatMap(Collection::stream)
                .forEach(labels::add);
        triples.addAll(gathered.names());
        Node document = places.document(name);
        List<Shortfall> shortfalls = shortfalls(thing, gathered.incoming());
        describe(document, thing, shortfalls, triples);
        return Optional.of(new Description(
                name,
                thing,
                document,
                new SortedGraph(triples),
                labels,
                shortfalls,
                () -> DocumentQuery.everything(thing, places.graph("matches"), gathered.incoming(), LIMIT)
                        .toString()));
    }

    private static List<Shortfall> shortfalls(Node thing, List<Incoming> incoming) {
        return incoming.stream()
                .filter(links -> links.count() > LIMIT)
                .map(links -> new Shortfall(
                        links.property(),
                        LIMIT,
                        links.count(),
                        DocumentQuery.all(thing, links).toString()))
                .toList();
    }

    private static boolean isGraph(String name) {
        return name.startsWith("graph/");
    }

    /** Whether there is anything to say about the thing of that document. */
    boolean exists(String name, Release release) throws InterruptedException {
        Node thing = places.thing(name);
        return ask(release, data -> data.exists(thing, isGraph(name)), data -> data.exists(thing, isGraph(name)));
    }

    /** What is asked of data that is elsewhere; it can be interrupted. */
    @FunctionalInterface
    private interface Asking<T> {
        T of(DataByQueries data) throws InterruptedException;
    }

    private <T> T ask(Release release, Function<DataInPlace, T> here, Asking<T> elsewhere) throws InterruptedException {
        Optional<T> read = queries.read(release, data -> here.apply(new DataInPlace(data, places)));
        return read.isPresent() ? read.get() : elsewhere.of(new DataByQueries(queries, release, places));
    }

    /** Nothing in a graph speaks of the graph itself. */
    private static void describeGraph(Node graph, Node size, List<Triple> triples) {
        String end = graph.getURI().substring(graph.getURI().lastIndexOf('/') + 1);
        triples.add(Triple.create(graph, RDF.Nodes.type, VOID.Dataset.asNode()));
        triples.add(Triple.create(graph, VOID.triples.asNode(), size));
        triples.add(Triple.create(graph, RDFS.Nodes.label, NodeFactory.createLiteralLang("Grafen " + end, "sv")));
        triples.add(Triple.create(graph, RDFS.Nodes.label, NodeFactory.createLiteralLang("The graph " + end, "en")));
    }

    private void describe(Node document, Node thing, List<Shortfall> shortfalls, List<Triple> triples) {
        triples.add(Triple.create(document, RDF.Nodes.type, FOAF.Document.asNode()));
        triples.add(Triple.create(document, FOAF.primaryTopic.asNode(), thing));
        triples.add(Triple.create(document, DCTerms.license.asNode(), licence));
        Node dataset = NodeFactory.createURI(places.base() + "dataset");
        triples.add(Triple.create(document, VOID.inDataset.asNode(), dataset));
        triples.add(Triple.create(document, DCTerms.isPartOf.asNode(), dataset));
        for (Shortfall shortfall : shortfalls) {
            String sentence =
                    "This document holds %d of the %d links of the property %s to the thing; rdfs:seeAlso gives all."
                            .formatted(
                                    shortfall.held(),
                                    shortfall.all(),
                                    shortfall.property().getURI());
            triples.add(Triple.create(document, RDFS.Nodes.comment, NodeFactory.createLiteralLang(sentence, "en")));
            triples.add(Triple.create(
                    document, RDFS.Nodes.seeAlso, NodeFactory.createURI(places.absolute(asked(shortfall.query())))));
        }
    }

    /** The path that gives a query's answer. */
    static String asked(String query) {
        return "/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    }
}
