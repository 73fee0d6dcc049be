package se.fondgraf.web.sparql;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReaderRegistry;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExecResult;
import org.apache.jena.sparql.graph.GraphFactory;
import org.jspecify.annotations.Nullable;
import se.fondgraf.store.RemoteAnswer;
import se.fondgraf.store.RemoteException;
import se.fondgraf.store.RemoteGraphs;
import se.fondgraf.store.RemoteRelease;
import se.fondgraf.web.http.Refusal;

/**
 * A question to a remote store. It is checked as every other, sent as text, and its answer read to the end before any
 * of it is used, so that a store that cuts its answers does not make ours shorter.
 */
final class RemoteExecution implements Execution {
    private static final String ROWS = "application/sparql-results+json";
    private static final String TRIPLES = "application/n-triples, text/turtle;q=0.5";

    private final Query query;
    private final RemoteGraphs graphs;
    private final RemoteRelease release;
    private final Limits limits;
    private final Deadline deadline;

    RemoteExecution(Question question, RemoteRelease release, Limits limits, Deadline deadline) {
        this.query = question.query();
        this.graphs = graphs(question, release);
        this.release = release;
        this.limits = limits;
        this.deadline = deadline;
    }

    /** The graphs that the request names; else none, when the query names some itself; else those of the data. */
    private static RemoteGraphs graphs(Question question, RemoteRelease release) {
        DatasetDescription named = question.graphs();
        if (!named.isEmpty()) {
            return new RemoteGraphs(named.getDefaultGraphURIs(), named.getNamedGraphURIs());
        }
        return question.query().hasDatasetDescription() ? new RemoteGraphs(List.of(), List.of()) : release.graphs();
    }

    @Override
    public Iterator<Binding> rows() {
        return rows(query).iterator();
    }

    private List<Binding> rows(Query select) {
        QueryExecResult result = result(select);
        List<Binding> rows = new ArrayList<>();
        reading(() -> {
            result.rowSet().forEachRemaining(row -> {
                deadline.check();
                if (rows.size() >= limits.rows()) {
                    throw Refusal.tooManyRows("rows", limits.rows());
                }
                rows.add(row);
            });
            return true;
        });
        return rows;
    }

    @Override
    public boolean truth() {
        @Nullable Boolean truth = result(query).booleanResult();
        if (truth == null) {
            throw unreadable();
        }
        return truth;
    }

    private QueryExecResult result(Query asked) {
        RemoteAnswer answer = ask(asked, ROWS);
        return reading(() -> RowSetReaderRegistry.getFactory(ResultSetLang.RS_JSON)
                .create(ResultSetLang.RS_JSON)
                .readAny(new ByteArrayInputStream(answer.bytes()), ARQ.getContext()));
    }

    @Override
    public Graph graph() {
        Graph result = GraphMemFactory.createGraphMem2();
        result.getPrefixMapping().setNsPrefixes(query.getPrefixMapping());
        GraphResult collected = new GraphResult(result, limits, deadline);
        if (query.isConstructType()) {
            collected.add(triples(query).find());
        } else {
            Set<Node> things = things();
            if (!things.isEmpty()) {
                collected.add(triples(describing(things)).find());
            }
        }
        return result;
    }

    private Graph triples(Query construct) {
        RemoteAnswer answer = ask(construct, TRIPLES);
        return reading(() -> {
            Graph graph = GraphFactory.createGraphMem();
            String type = answer.mediaType().replaceAll(";.*", "").strip();
            @Nullable Lang lang = RDFLanguages.contentTypeToLang(type);
            RDFParser.source(new ByteArrayInputStream(answer.bytes()))
                    .forceLang(lang == null || lang.equals(Lang.RDFXML) ? Lang.TURTLE : lang)
                    .parse(graph);
            return graph;
        });
    }

    /** The things that are named, and those that the pattern finds. */
    private Set<Node> things() {
        Set<Node> things = new LinkedHashSet<>(query.getResultURIs());
        if (!query.getProjectVars().isEmpty()) {
            Query select = QueryFactory.create(query);
            select.setQuerySelectType();
            List<Var> variables = select.getProjectVars();
            rows(select)
                    .forEach(row -> variables.stream()
                            .filter(row::contains)
                            .map(row::get)
                            .filter(Node::isURI)
                            .forEach(things::add));
        }
        return things;
    }

    /** Every engine has its own idea of DESCRIBE; this is ours: all statements about the things, in any graph. */
    private static Query describing(Set<Node> things) {
        String names = things.stream().map(NodeFmtLib::strNT).collect(Collectors.joining(" "));
        return QueryFactory.create("CONSTRUCT { ?s ?p ?o } WHERE { VALUES ?s { " + names
                + " } { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }");
    }

    private RemoteAnswer ask(Query asked, String accept) {
        QueryText.algebra(asked);
        deadline.check();
        try {
            return release.ask(asked.serialize(), graphs, accept, limits.time(), limits.bytes());
        } catch (RemoteException e) {
            throw switch (e.kind()) {
                case UNAVAILABLE -> Refusal.of(503, String.valueOf(e.getMessage()));
                case BROKEN -> Refusal.of(502, String.valueOf(e.getMessage()));
                case TOO_LARGE -> Refusal.tooManyBytes(limits.bytes());
            };
        }
    }

    /** Reads what came; whatever is wrong with it is the store's fault. */
    private static <T> T reading(java.util.function.Supplier<T> reading) {
        try {
            return reading.get();
        } catch (Refusal refusal) {
            throw refusal;
        } catch (RuntimeException e) {
            throw unreadable();
        }
    }

    private static Refusal unreadable() {
        return Refusal.of(502, "The store behind this server gave an answer that is cut or no result of a query.");
    }

    /** Nothing is held. */
    @Override
    public void close() {}
}
