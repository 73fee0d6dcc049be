package se.fondgraf.store;

import java.time.Duration;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.http.QueryExecHTTP;
import org.apache.jena.sparql.exec.http.QueryExecHTTPBuilder;

/** What a remote store holds at the moment. It holds the data alone, so pages have no text. */
public final class RemoteRelease implements Release {
    private final RemoteEndpoint endpoint;
    private final RemoteGraphs graphs;
    private final String version;

    RemoteRelease(RemoteEndpoint endpoint, RemoteGraphs graphs, String version) {
        this.endpoint = endpoint;
        this.graphs = graphs;
        this.version = version;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public PageTexts pages() {
        return PageTexts.none();
    }

    @Override
    public QueryExec execute(Query query) {
        QueryExecHTTPBuilder builder =
                QueryExecHTTP.service(endpoint.address().toString()).query(query);
        if (!query.hasDatasetDescription()) {
            graphs.defaultGraphs().forEach(builder::addDefaultGraphURI);
            graphs.namedGraphs().forEach(builder::addNamedGraphURI);
        }
        return builder.build();
    }

    /** The graphs of the data when a query names none. */
    public RemoteGraphs graphs() {
        return graphs;
    }

    /**
     * The whole answer to a query that has been checked.
     *
     * @param asked the graphs it is asked of; none leaves that to the query's own text
     * @param accept media types
     * @param time that the answer may take
     * @param bytes the most that are taken
     * @throws RemoteException when it does not come whole within that time and size
     */
    public RemoteAnswer ask(String query, RemoteGraphs asked, String accept, Duration time, long bytes) {
        return endpoint.ask(query, asked, accept, time, bytes);
    }
}
