package se.fondgraf.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import se.fondgraf.store.Release;

/** Reads all things with names out of a release, by SPARQL, so that it does not matter where the release is kept. */
final class EntityReader {
    private static final String PREFIXES = """
            PREFIX dcterms: <http://purl.org/dc/terms/>
            PREFIX fg: <https://w3id.org/fondgraf/ontology#>
            PREFIX org: <http://www.w3.org/ns/org#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            """;
    private static final String OTHER_NAMES =
            "SELECT ?thing ?name { ?thing a org:Organization ; skos:altLabel|skos:hiddenLabel ?name }";
    private static final String COUNTS = """
            SELECT ?thing (COUNT(DISTINCT ?project) AS ?projects)
            { ?project fg:participation/fg:organization ?thing }
            GROUP BY ?thing
            """;
    private static final String ORGANIZATIONS = """
            SELECT ?thing ?label ?number ?place ?placeLabel ?parentLabel {
              ?thing a org:Organization ; skos:prefLabel ?label .
              OPTIONAL { ?thing org:identifier ?number }
              OPTIONAL { ?thing fg:seat ?place . ?place skos:prefLabel ?placeLabel }
              OPTIONAL { ?thing org:unitOf ?parent . ?parent skos:prefLabel ?parentLabel }
            }
            """;
    private static final String MUNICIPALITIES = """
            SELECT ?thing ?label ?number ?countyLabel (?thing AS ?place) {
              ?thing a fg:Municipality ; skos:prefLabel ?label ; skos:notation ?number .
              OPTIONAL { ?thing fg:county ?county . ?county skos:prefLabel ?countyLabel }
            }
            """;
    private static final String PROJECTS = """
            SELECT ?thing ?label ?number ?start ?ownerLabel {
              ?thing a fg:Project ; dcterms:title ?label .
              OPTIONAL { ?thing dcterms:identifier ?number }
              OPTIONAL { ?thing fg:startDate ?start }
              OPTIONAL { ?thing fg:owner ?owner . ?owner skos:prefLabel ?ownerLabel }
            }
            """;

    private final Release release;
    private final Map<Node, List<String>> otherNames = new HashMap<>();
    private final Map<Node, Long> projects = new HashMap<>();

    EntityReader(Release release) {
        this.release = release;
    }

    /** Hands over every thing; one that has two values of a detail comes twice with one IRI. */
    void read(Consumer<Entity> entities) {
        rows(
                OTHER_NAMES,
                row -> otherNames
                        .computeIfAbsent(node(row, "thing"), thing -> new ArrayList<>(1))
                        .add(text(row, "name")));
        rows(COUNTS, row -> projects.put(node(row, "thing"), Long.valueOf(text(row, "projects"))));
        rows(
                ORGANIZATIONS,
                row -> entity(EntityKind.ORGANIZATION, row, "parentLabel", "placeLabel")
                        .ifPresent(entities));
        rows(
                MUNICIPALITIES,
                row -> entity(EntityKind.MUNICIPALITY, row, "countyLabel").ifPresent(entities));
        rows(
                PROJECTS,
                row -> entity(EntityKind.PROJECT, row, "ownerLabel", "start").ifPresent(entities));
    }

    private Optional<Entity> entity(EntityKind kind, Binding row, String... details) {
        Node thing = node(row, "thing");
        String iri = thing.getURI();
        int folder = iri.lastIndexOf("/" + kind.word() + "/");
        if (folder < 0) {
            return Optional.empty();
        }
        List<String> told = new ArrayList<>();
        for (String detail : details) {
            optional(row, detail).ifPresent(told::add);
        }
        return Optional.of(new Entity(
                kind,
                iri.substring(folder + kind.word().length() + 2),
                iri,
                text(row, "label"),
                otherNames.getOrDefault(thing, List.of()).stream().sorted().toList(),
                optional(row, "place").map(place -> place.substring(place.lastIndexOf('/') + 1)),
                optional(row, "number"),
                String.join(", ", told),
                kind == EntityKind.PROJECT ? 1 : projects.getOrDefault(thing, 0L)));
    }

    private void rows(String query, Consumer<Binding> use) {
        try (QueryExec execution = release.execute(QueryFactory.create(PREFIXES + query, Syntax.syntaxSPARQL_11))) {
            execution.select().forEachRemaining(use);
        }
    }

    private static Node node(Binding row, String variable) {
        return row.get(Var.alloc(variable));
    }

    private static String text(Binding row, String variable) {
        Node value = node(row, variable);
        return value.isURI() ? value.getURI() : value.getLiteralLexicalForm();
    }

    private static Optional<String> optional(Binding row, String variable) {
        return row.contains(Var.alloc(variable)) ? Optional.of(text(row, variable)) : Optional.empty();
    }
}
