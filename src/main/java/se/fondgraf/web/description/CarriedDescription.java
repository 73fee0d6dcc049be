package se.fondgraf.web.description;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.VOID;
import se.fondgraf.describe.Description;
import se.fondgraf.describe.Operator;
import se.fondgraf.store.Release;
import se.fondgraf.web.sparql.Queries;

/** The description that a release carries in its core, asked for by SPARQL and kept until there is another release. */
final class CarriedDescription {
    private static final String QUERY = """
            PREFIX dcat: <http://www.w3.org/ns/dcat#>
            PREFIX dcterms: <http://purl.org/dc/terms/>
            PREFIX sh: <http://www.w3.org/ns/shacl#>
            PREFIX void: <http://rdfs.org/ns/void#>
            CONSTRUCT { ?s ?p ?o } WHERE {
              { VALUES ?s { <DATASET> } ?s ?p ?o }
              UNION { <DATASET> dcterms:publisher|dcterms:temporal|dcat:contactPoint|void:subset|sh:declare ?s . ?s ?p ?o }
              UNION { <DATASET> void:classPartition ?s . ?s ?p ?o }
              UNION { <DATASET> void:classPartition/void:propertyPartition ?s . ?s ?p ?o }
              UNION { ?s sh:prefixes <DATASET> . ?s ?p ?o }
            }
            """;

    /**
     * What was found.
     *
     * @param version of the release
     * @param graph the description
     * @param modified when the data last changed
     */
    record Carried(String version, Graph graph, LocalDate modified) {}

    private final Queries queries;
    private final Operator operator;
    private final String base;
    private final Query query;
    private final AtomicReference<Carried> last =
            new AtomicReference<>(new Carried("", Graph.emptyGraph, LocalDate.EPOCH));

    CarriedDescription(Queries queries, Operator operator, String base) {
        this.queries = queries;
        this.operator = operator;
        this.base = base;
        this.query = QueryFactory.create(QUERY.replace("DATASET", Description.dataset(base)));
    }

    Carried of(Release release) throws InterruptedException {
        Carried known = last.get();
        if (known.version().equals(release.version())) {
            return known;
        }
        Graph graph = queries.graph(query, release);
        if (graph.isEmpty()) {
            graph = undescribed(release);
        }
        Carried found = new Carried(release.version(), graph, modified(graph));
        last.set(found);
        return found;
    }

    /** Data that another program loaded: the operator's words, and the count that can be asked for. */
    private Graph undescribed(Release release) throws InterruptedException {
        Graph graph = Description.uncounted(base, operator, release.version());
        Node triples = queries.rows(QueryFactory.create("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"), release)
                .getFirst()
                .get(Var.alloc("n"));
        graph.add(Triple.create(dataset(), VOID.triples.asNode(), triples));
        return graph;
    }

    private LocalDate modified(Graph graph) {
        return graph.stream(dataset(), DCTerms.modified.asNode(), Node.ANY)
                .map(triple -> LocalDate.parse(triple.getObject().getLiteralLexicalForm()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the description does not say when the data changed"));
    }

    private Node dataset() {
        return NodeFactory.createURI(Description.dataset(base));
    }
}
