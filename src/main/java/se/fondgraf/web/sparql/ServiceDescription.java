package se.fondgraf.web.sparql;

import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import se.fondgraf.store.Release;
import se.fondgraf.web.http.Addresses;
import se.fondgraf.web.http.Format;

/** The endpoint in the words of SPARQL 1.1 Service Description: only what is true of it. */
public final class ServiceDescription implements SparqlResource.Description {
    private static final String SD = "http://www.w3.org/ns/sparql-service-description#";
    private static final String VOID = "http://rdfs.org/ns/void#";
    private static final String FORMATS = "http://www.w3.org/ns/formats/";
    private static final String SIMPLE = "http://www.w3.org/ns/entailment/Simple";

    private static final List<String> RESULT_FORMATS = List.of(
            "SPARQL_Results_JSON",
            "SPARQL_Results_XML",
            "SPARQL_Results_CSV",
            "SPARQL_Results_TSV",
            "Turtle",
            "N-Triples",
            "JSON-LD",
            "RDF_XML");

    private static final Query SIZE = QueryFactory.create("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }");
    private static final Query GRAPHS =
            QueryFactory.create("SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g");

    private final Queries queries;
    private final Addresses addresses;
    private final String path;

    /**
     * The description of the endpoint.
     *
     * @param path where it answers
     */
    public ServiceDescription(Queries queries, Addresses addresses, String path) {
        if (RESULT_FORMATS.size() != Format.ROWS.size() + Format.GRAPHS.size()) {
            throw new IllegalStateException("each format has its IRI");
        }
        this.queries = queries;
        this.addresses = addresses;
        this.path = path;
    }

    @Override
    public Graph of(Release release) throws InterruptedException {
        Statements about = new Statements();
        about.graph.getPrefixMapping().setNsPrefix("sd", SD).setNsPrefix("void", VOID);
        Node service = iri(addresses.absolute(path));
        Node dataset = iri(addresses.absolute(path) + "#dataset");
        Node defaultGraph = iri(addresses.absolute(path) + "#default-graph");
        about.say(service, RDF.type.getURI(), iri(SD + "Service"));
        about.say(service, SD + "endpoint", service);
        about.say(service, SD + "supportedLanguage", iri(SD + "SPARQL11Query"));
        RESULT_FORMATS.forEach(name -> about.say(service, SD + "resultFormat", iri(FORMATS + name)));
        about.say(service, SD + "defaultEntailmentRegime", iri(SIMPLE));
        about.say(service, SD + "defaultDataset", dataset);
        for (String sentence : queries.limits().sentences()) {
            about.say(service, RDFS.comment.getURI(), NodeFactory.createLiteralLang(sentence, "en"));
        }
        about.say(dataset, RDF.type.getURI(), iri(SD + "Dataset"));
        about.say(dataset, SD + "defaultGraph", defaultGraph);
        about.say(defaultGraph, RDF.type.getURI(), iri(SD + "Graph"));
        about.say(
                defaultGraph,
                VOID + "triples",
                number(queries.rows(SIZE, release).getFirst()));
        for (Binding row : queries.rows(GRAPHS, release)) {
            Node name = row.get(Var.alloc("g"));
            Node named =
                    iri(addresses.absolute(path) + "#graph-" + name.getURI().replaceAll(".*[/#:]", ""));
            Node graph = iri(named.getURI() + "-content");
            about.say(dataset, SD + "namedGraph", named);
            about.say(named, RDF.type.getURI(), iri(SD + "NamedGraph"));
            about.say(named, SD + "name", name);
            about.say(named, SD + "graph", graph);
            about.say(graph, RDF.type.getURI(), iri(SD + "Graph"));
            about.say(graph, VOID + "triples", number(row));
        }
        return about.graph;
    }

    private static Node number(Binding row) {
        return NodeFactory.createLiteralDT(row.get(Var.alloc("n")).getLiteralLexicalForm(), XSDDatatype.XSDinteger);
    }

    private static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }

    private static final class Statements {
        private final Graph graph = GraphMemFactory.createGraphMem2();

        void say(Node subject, String property, Node object) {
            graph.add(Triple.create(subject, iri(property), object));
        }
    }
}
