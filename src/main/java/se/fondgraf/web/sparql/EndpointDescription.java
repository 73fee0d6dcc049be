package se.fondgraf.web.sparql;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import se.fondgraf.describe.ServiceDescription;
import se.fondgraf.describe.ServiceDescription.QueryLimits;
import se.fondgraf.describe.ServiceDescription.ResultFormat;
import se.fondgraf.store.Release;
import se.fondgraf.web.http.Addresses;
import se.fondgraf.web.http.Format;

/** The endpoint as it describes itself, with what its release holds and its limits. */
public final class EndpointDescription implements SparqlResource.Description {
    private static final Query SIZE = QueryFactory.create("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }");
    private static final Query GRAPHS =
            QueryFactory.create("SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g");

    private final Queries queries;
    private final Addresses addresses;
    private final String path;
    private final ReentrantLock counting = new ReentrantLock();
    private volatile Size counted = new Size("", 0, Collections.emptySortedMap());

    /**
     * How much a release holds.
     *
     * @param core statements of the default graph
     * @param named statements by graph
     */
    private record Size(String version, long core, SortedMap<String, Long> named) {}

    /**
     * The description of the endpoint.
     *
     * @param path where it answers
     */
    public EndpointDescription(Queries queries, Addresses addresses, String path) {
        this.queries = queries;
        this.addresses = addresses;
        this.path = path;
    }

    @Override
    public Graph of(Release release) throws InterruptedException {
        Size size = size(release);
        Limits limits = queries.limits();
        return new ServiceDescription(
                        addresses.absolute(path),
                        addresses.base(),
                        formats(),
                        size.core(),
                        size.named(),
                        new QueryLimits(
                                limits.time().toMillis() / 1000.0,
                                limits.rows(),
                                limits.bytes(),
                                Limits.QUERY_BYTES,
                                limits.concurrent()))
                .graph();
    }

    /** Counted once for each release, however many ask: an engine elsewhere may have to look at all that it holds. */
    private Size size(Release release) throws InterruptedException {
        Size known = counted;
        if (known.version().equals(release.version())) {
            return known;
        }
        counting.lockInterruptibly();
        try {
            if (!counted.version().equals(release.version())) {
                counted = count(release);
            }
            return counted;
        } finally {
            counting.unlock();
        }
    }

    private Size count(Release release) throws InterruptedException {
        SortedMap<String, Long> named = new TreeMap<>();
        for (Binding row : queries.rows(GRAPHS, release)) {
            named.put(row.get(Var.alloc("g")).getURI(), number(row));
        }
        return new Size(release.version(), number(queries.rows(SIZE, release).getFirst()), named);
    }

    private static List<ResultFormat> formats() {
        return Stream.concat(Format.ROWS.stream(), Format.GRAPHS.stream())
                .map(EndpointDescription::name)
                .toList();
    }

    private static ResultFormat name(Format format) {
        return switch (format) {
            case JSON -> ResultFormat.SPARQL_RESULTS_JSON;
            case XML -> ResultFormat.SPARQL_RESULTS_XML;
            case CSV -> ResultFormat.SPARQL_RESULTS_CSV;
            case TSV -> ResultFormat.SPARQL_RESULTS_TSV;
            case TURTLE -> ResultFormat.TURTLE;
            case N_TRIPLES -> ResultFormat.N_TRIPLES;
            case JSON_LD -> ResultFormat.JSON_LD;
            case RDF_XML -> ResultFormat.RDF_XML;
            case HTML, TEXT -> throw new IllegalStateException("no format of results");
        };
    }

    private static long number(Binding row) {
        return ((Number) row.get(Var.alloc("n")).getLiteralValue()).longValue();
    }
}
