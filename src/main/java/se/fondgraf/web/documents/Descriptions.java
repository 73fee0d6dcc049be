package se.fondgraf.web.documents;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.VOID;
import se.fondgraf.store.Release;
import se.fondgraf.web.documents.Description.Shortfall;
import se.fondgraf.web.documents.DocumentQuery.Incoming;
import se.fondgraf.web.sparql.Queries;

/** Asks the data for what documents say: three questions each, whatever the thing is. */
final class Descriptions {
    /** How many links of one kind to a thing a document holds; of more it says so and how to ask for them. */
    static final int LIMIT = 300;

    private static final int LABELS_AT_ONCE = 1_000;

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
        List<Incoming> incoming = incoming(thing, release);
        Query query = DocumentQuery.everything(thing, places.graph("matches"), incoming, LIMIT);
        Graph found = queries.graph(query, release);
        if (!found.contains(thing, Node.ANY, Node.ANY) && !found.contains(Node.ANY, Node.ANY, thing)) {
            if (!name.startsWith("graph/") || !exists(name, release)) {
                return Optional.empty();
            }
            describeGraph(thing, found, release);
        }
        List<Shortfall> shortfalls = incoming.stream()
                .filter(links -> links.count() > LIMIT)
                .map(links -> new Shortfall(
                        links.property(),
                        LIMIT,
                        links.count(),
                        DocumentQuery.all(thing, links).toString()))
                .toList();
        List<Triple> triples = new ArrayList<>(found.stream().toList());
        Labels labels = new Labels();
        label(thing, found, triples, labels, release);
        Node document = places.document(name);
        describe(document, thing, shortfalls, triples);
        return Optional.of(
                new Description(name, thing, document, new SortedGraph(triples), labels, shortfalls, query.toString()));
    }

    /** Whether there is anything to say about the thing of that document. */
    boolean exists(String name, Release release) throws InterruptedException {
        return queries.truth(DocumentQuery.exists(places.thing(name), name.startsWith("graph/")), release);
    }

    /** Nothing in a graph speaks of the graph itself. */
    private void describeGraph(Node graph, Graph found, Release release) throws InterruptedException {
        Node count = queries.rows(DocumentQuery.size(graph), release).getFirst().get(Var.alloc("n"));
        String end = graph.getURI().substring(graph.getURI().lastIndexOf('/') + 1);
        found.add(Triple.create(graph, RDF.Nodes.type, VOID.Dataset.asNode()));
        found.add(Triple.create(graph, VOID.triples.asNode(), count));
        found.add(Triple.create(graph, RDFS.Nodes.label, NodeFactory.createLiteralLang("Grafen " + end, "sv")));
        found.add(Triple.create(graph, RDFS.Nodes.label, NodeFactory.createLiteralLang("The graph " + end, "en")));
    }

    private List<Incoming> incoming(Node thing, Release release) throws InterruptedException {
        List<Incoming> incoming = new ArrayList<>();
        for (Binding row : queries.rows(DocumentQuery.counts(thing), release)) {
            Node property = row.get(Var.alloc("p"));
            if (property != null) {
                long count = ((Number) row.get(Var.alloc("n")).getLiteralValue()).longValue();
                incoming.add(new Incoming(Optional.ofNullable(row.get(Var.alloc("g"))), property, count));
            }
        }
        return incoming;
    }

    /** Adds what is mentioned by name, and remembers the names of the properties and classes too. */
    private void label(Node thing, Graph found, List<Triple> triples, Labels labels, Release release)
            throws InterruptedException {
        SortedSet<String> mentioned = new TreeSet<>();
        SortedSet<String> terms = new TreeSet<>();
        found.stream().forEach(triple -> {
            mention(triple.getSubject(), mentioned);
            mention(triple.getObject(), mentioned);
            mention(triple.getPredicate(), terms);
        });
        mentioned.remove(thing.getURI());
        terms.removeAll(mentioned);
        SortedSet<String> all = new TreeSet<>(mentioned);
        all.addAll(terms);
        List<String> asked = List.copyOf(all);
        for (int from = 0; from < asked.size(); from += LABELS_AT_ONCE) {
            List<Node> some = asked.subList(from, Math.min(asked.size(), from + LABELS_AT_ONCE)).stream()
                    .map(NodeFactory::createURI)
                    .toList();
            for (Triple triple : SortedGraph.of(queries.graph(DocumentQuery.labels(some), release))
                    .find()
                    .toList()) {
                if (!terms.contains(triple.getSubject().getURI())) {
                    triples.add(triple);
                }
                if (triple.getPredicate().equals(RDFS.Nodes.label)) {
                    labels.add(triple.getSubject(), triple.getObject());
                }
            }
        }
        new SortedGraph(found.find(Node.ANY, RDFS.Nodes.label, Node.ANY).toList())
                .find()
                .forEach(triple -> labels.add(triple.getSubject(), triple.getObject()));
    }

    /** Lines of pages and values of the web at large have no label here. */
    private void mention(Node node, SortedSet<String> mentioned) {
        if (node.isURI()) {
            String iri = node.getURI();
            if (iri.startsWith(Terms.FG)
                    || places.path(iri).filter(path -> !path.contains("#")).isPresent()) {
                mentioned.add(iri);
            }
        }
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
