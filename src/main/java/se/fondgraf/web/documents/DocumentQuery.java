package se.fondgraf.web.documents;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementTriplesBlock;
import org.apache.jena.sparql.syntax.Template;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;

/**
 * The questions behind a document. Terms take the place of variables in the parsed query; no query is put together as
 * text.
 */
final class DocumentQuery {
    private static final String PREFIXES = "PREFIX fg: <" + Terms.FG + ">\n";

    /** How many links of each kind lead to a thing. */
    private static final Query COUNTS = QueryFactory.create(
            PREFIXES
                    + """
                    SELECT ?g ?p (COUNT(*) AS ?n)
                    WHERE {
                      { ?s ?p ?this FILTER(?p NOT IN (%s)) }
                      UNION
                      { GRAPH ?g { ?s ?p ?this } FILTER(?p IN (fg:about, fg:mention, fg:candidate)) }
                    }
                    GROUP BY ?g ?p
                    ORDER BY ?g ?p
                    """.formatted(Terms.SHORTCUTS.stream()
                            .map(node -> "<" + node.getURI() + ">")
                            .collect(Collectors.joining(", "))),
            Syntax.syntaxSPARQL_11);

    /** A body that is only a candidate for a name is nobody's subject. */
    private static final Query EXISTENCE = QueryFactory.create(PREFIXES + """
                    ASK {
                      { ?this ?p ?o } UNION { GRAPH ?g { ?this ?p ?o } }
                      UNION { ?s ?p ?this } UNION { GRAPH ?g { ?s fg:candidate ?this } }
                    }
                    """, Syntax.syntaxSPARQL_11);

    private static final Query CONTENT =
            QueryFactory.create("ASK { { ?this ?p ?o } UNION { GRAPH ?this { ?s ?p ?o } } }", Syntax.syntaxSPARQL_11);

    private static final Query SIZE =
            QueryFactory.create("SELECT (COUNT(*) AS ?n) { GRAPH ?this { ?s ?p ?o } }", Syntax.syntaxSPARQL_11);

    private static final Var LABELLED = Var.alloc("thing");
    private static final Var PROPERTY = Var.alloc("property");
    private static final Var VALUE = Var.alloc("value");

    /**
     * Links of one kind that lead to the thing.
     *
     * @param graph that holds them, or empty for the core
     * @param property of the links
     * @param count how many there are
     */
    record Incoming(Optional<Node> graph, Node property, long count) {}

    private DocumentQuery() {}

    /**
     * Whether anything is said about the thing, or in it when it is a graph.
     *
     * @param graph whether it is one
     */
    static Query exists(Node thing, boolean graph) {
        return QueryTransformOps.replaceVars(graph ? CONTENT : EXISTENCE, Map.of(Var.alloc("this"), thing));
    }

    /** The number of statements in a graph. */
    static Query size(Node graph) {
        return QueryTransformOps.replaceVars(SIZE, Map.of(Var.alloc("this"), graph));
    }

    static Query counts(Node thing) {
        return QueryTransformOps.replaceVars(COUNTS, Map.of(Var.alloc("this"), thing));
    }

    /**
     * Everything about the thing: its own statements, the links to it, and the statements of what explains it.
     *
     * @param matches the graph of decisions about names
     * @param limit for the links of each kind
     */
    static Query everything(Node thing, Node matches, List<Incoming> incoming, int limit) {
        Map<Var, Node> terms = new HashMap<>();
        terms.put(Var.alloc("this"), thing);
        terms.put(Var.alloc("matches"), matches);
        List<String> parts = new ArrayList<>(
                List.of("{ ?this ?p ?o BIND(?this AS ?s) }", "{ GRAPH ?any { ?this ?p ?o } BIND(?this AS ?s) }"));
        for (int i = 0; i < incoming.size(); i++) {
            Incoming links = incoming.get(i);
            terms.put(Var.alloc("link" + i), links.property());
            Var in = Var.alloc("in" + i);
            links.graph().ifPresent(graph -> terms.put(in, graph));
            String held = held(i, links, limit);
            if (Terms.EXPLAINING.contains(links.property())) {
                parts.add(
                        links.graph().isPresent()
                                ? "{ " + held + " GRAPH ?in" + i + " { ?s ?p ?o } }"
                                : "{ " + held + " ?s ?p ?o }");
            } else {
                parts.add("{ " + held + " BIND(?link" + i + " AS ?p) BIND(?this AS ?o) }");
            }
            if (links.property().equals(Terms.ORGANIZATION) || links.property().equals(Terms.PROJECT)) {
                parts.add("{ " + held.replace("?s ", "?m ") + " GRAPH ?matches { ?s fg:mention ?m ; ?p ?o } }");
            }
        }
        String text = PREFIXES + "CONSTRUCT { ?s ?p ?o }\nWHERE {\n" + String.join("\nUNION\n", parts) + "\n}";
        return QueryTransformOps.replaceVars(QueryFactory.create(text, Syntax.syntaxSPARQL_11), terms);
    }

    private static String held(int number, Incoming links, int limit) {
        String pattern = links.graph().isPresent()
                ? "GRAPH ?in" + number + " { ?s ?link" + number + " ?this }"
                : "?s ?link" + number + " ?this .";
        return links.count() <= limit
                ? pattern
                : "{ SELECT ?s WHERE { " + pattern + " } ORDER BY ?s LIMIT " + limit + " }";
    }

    /** All things that a link of one kind leads from to the thing. */
    static Query all(Node thing, Incoming links) {
        Map<Var, Node> terms = new HashMap<>();
        terms.put(Var.alloc("this"), thing);
        terms.put(Var.alloc("link"), links.property());
        links.graph().ifPresent(graph -> terms.put(Var.alloc("in"), graph));
        String pattern = links.graph().isPresent() ? "GRAPH ?in { ?thing ?link ?this }" : "?thing ?link ?this";
        Query query = QueryFactory.create(
                "SELECT DISTINCT ?thing WHERE { " + pattern + " } ORDER BY ?thing", Syntax.syntaxSPARQL_11);
        return QueryTransformOps.replaceVars(query, terms);
    }

    /** Labels, and the dates of projects. */
    static Query labels(Collection<Node> things) {
        ElementGroup where = new ElementGroup();
        where.addElement(table(LABELLED, things));
        where.addElement(table(PROPERTY, Terms.NAMING));
        Triple statement = Triple.create(LABELLED, PROPERTY, VALUE);
        ElementTriplesBlock block = new ElementTriplesBlock();
        block.addTriple(statement);
        where.addElement(block);
        Query query = new Query();
        query.setQueryConstructType();
        query.setConstructTemplate(new Template(BasicPattern.wrap(List.of(statement))));
        query.setQueryPattern(where);
        return query;
    }

    private static ElementData table(Var variable, Collection<Node> values) {
        List<Binding> rows = values.stream()
                .map(value -> BindingFactory.binding(variable, value))
                .toList();
        return new ElementData(List.of(variable), rows);
    }
}
