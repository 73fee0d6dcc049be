package se.fondgraf.web.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import se.fondgraf.search.EntityKind;
import se.fondgraf.store.Release;
import se.fondgraf.web.http.Addresses;
import se.fondgraf.web.http.Refusal;
import se.fondgraf.web.sparql.Queries;

/** Values of properties for things that were reconciled before. */
final class ExtensionAnswer {
    private static final int MOST_THINGS = 1000;
    private static final int MOST_PROPERTIES = 20;
    private static final Var THING = Var.alloc("thing");
    private static final Var VALUE = Var.alloc("value");
    private static final Var LABEL = Var.alloc("label");

    private final Queries queries;
    private final Addresses addresses;

    ExtensionAnswer(Queries queries, Addresses addresses) {
        this.queries = queries;
        this.addresses = addresses;
    }

    /**
     * The values, thing by thing in the order asked for.
     *
     * @throws Refusal 400 when {@code ids} or {@code properties} are not what the protocol says
     */
    ObjectNode answer(JsonNode asked, Release release, boolean swedish) throws InterruptedException {
        List<String> ids = ids(asked.path("ids"));
        List<Extension> properties = properties(asked.path("properties"));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode meta = answer.putArray("meta");
        ObjectNode rows = answer.putObject("rows");
        for (String id : ids) {
            ObjectNode row = rows.putObject(id);
            properties.forEach(property -> row.putArray(property.id()));
        }
        for (Extension property : properties) {
            meta.addObject().put("id", property.id()).put("name", property.name(swedish));
            for (Binding binding : values(property, ids, release)) {
                Optional<String> id = id(binding.get(THING).getURI());
                if (id.isPresent() && rows.path(id.get()).path(property.id()) instanceof ArrayNode cell) {
                    write(cell.addObject(), binding);
                }
            }
        }
        return answer;
    }

    private static List<String> ids(JsonNode ids) {
        if (!ids.isArray() || ids.size() > MOST_THINGS) {
            throw Refusal.badRequest("\"ids\" must be a list of at most %d ids.".formatted(MOST_THINGS));
        }
        List<String> read = new ArrayList<>();
        ids.forEach(id -> read.add(id.asText()));
        return read.stream().distinct().toList();
    }

    private static List<Extension> properties(JsonNode properties) {
        if (!properties.isArray() || properties.size() > MOST_PROPERTIES) {
            throw Refusal.badRequest(
                    "\"properties\" must be a list of at most %d properties.".formatted(MOST_PROPERTIES));
        }
        List<Extension> read = new ArrayList<>();
        for (JsonNode property : properties) {
            read.add(Extension.of(property.path("id").asText())
                    .orElseThrow(() -> Refusal.badRequest(
                            "There is no such property; /reconcile/properties?type=organization lists them.")));
        }
        return read;
    }

    private List<Binding> values(Extension property, List<String> ids, Release release) throws InterruptedException {
        List<Binding> things = ids.stream()
                .flatMap(id -> iri(id).stream())
                .map(iri -> BindingFactory.binding(THING, NodeFactory.createURI(iri)))
                .toList();
        if (things.isEmpty()) {
            return List.of();
        }
        Query query = QueryFactory.create("""
            PREFIX dcterms: <http://purl.org/dc/terms/>
            PREFIX fg: <https://w3id.org/fondgraf/ontology#>
            PREFIX geo: <http://www.opengis.net/ont/geosparql#>
            PREFIX org: <http://www.w3.org/ns/org#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            SELECT DISTINCT ?thing ?value ?label {
              ?thing %s ?value .
              OPTIONAL { ?value rdfs:label ?label FILTER(LANG(?label) = "sv") }
              FILTER(!isLiteral(?value) || LANG(?value) IN ("", "sv"))
            }
            ORDER BY ?thing ?value ?label
            """.formatted(property.path()), Syntax.syntaxSPARQL_11);
        query.setValuesDataBlock(List.of(THING), things);
        return queries.rows(query, release);
    }

    private void write(ObjectNode cell, Binding binding) {
        Node value = binding.get(VALUE);
        if (value.isURI()) {
            Optional<String> id = id(value.getURI());
            if (id.isPresent()) {
                String label = binding.contains(LABEL) ? binding.get(LABEL).getLiteralLexicalForm() : id.get();
                cell.put("id", id.get()).put("name", label);
            } else {
                cell.put("str", value.getURI());
            }
            return;
        }
        String text = value.getLiteralLexicalForm();
        if (XSDDatatype.XSDdate.equals(value.getLiteralDatatype())) {
            cell.put("date", text);
        } else if (XSDDatatype.XSDdecimal.equals(value.getLiteralDatatype())) {
            cell.put("float", new java.math.BigDecimal(text));
        } else {
            cell.put("str", text);
        }
    }

    /** The id of a thing of ours that can be reconciled. */
    private Optional<String> id(String iri) {
        String folder = addresses.base() + "id/";
        if (!iri.startsWith(folder)) {
            return Optional.empty();
        }
        String path = iri.substring(folder.length());
        int slash = path.indexOf('/');
        return slash > 0 && EntityKind.of(path.substring(0, slash)).isPresent()
                ? Optional.of(path.replaceFirst("/", "."))
                : Optional.empty();
    }

    private Optional<String> iri(String id) {
        return ThingIds.path(id).map(addresses::iri);
    }
}
