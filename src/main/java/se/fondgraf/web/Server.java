package se.fondgraf.web;

import java.net.URI;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.jena.fuseki.Fuseki;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.fuseki.server.OperationRegistry;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.server.handler.GracefulHandler;
import se.fondgraf.query.QueryLibrary;
import se.fondgraf.store.Store;
import se.fondgraf.web.html.Assets;
import se.fondgraf.web.html.Frame;
import se.fondgraf.web.http.Exchanges;
import se.fondgraf.web.http.Front;
import se.fondgraf.web.http.ProblemPages;
import se.fondgraf.web.http.Route;
import se.fondgraf.web.library.QueryList;
import se.fondgraf.web.library.QueryResource;
import se.fondgraf.web.sparql.Queries;
import se.fondgraf.web.sparql.SparqlResource;

/**
 * The web server: embedded Fuseki with one operation, the query endpoint at {@code /sparql}. No other operation of
 * Fuseki is registered, so nothing can be changed, uploaded or administered through it.
 */
public final class Server implements AutoCloseable {
    /** Where the endpoint is. */
    static final String PATH = "/sparql";

    private static final String LICENCE = "http://creativecommons.org/publicdomain/zero/1.0/";

    /** Fuseki's own default is 5 MiB, cleared for each response, which takes most of the time of a short answer. */
    private static final int OUTPUT_BUFFER = 32 * 1024;

    private static final int OUTPUT_AGGREGATION = 8 * 1024;
    private static final int REQUEST_HEADER = 16 * 1024;

    /** Without a byte read or written; a running query does not count. */
    private static final long IDLE_MILLIS = 10_000;

    /** How long running answers may take to end when the server stops. */
    private static final long STOP_MILLIS = 5_000;

    /** Enough for the queries that wait, the queries that run, and short requests beside them. */
    private static final int THREADS = 200;

    /** Held, because a logger that nobody holds forgets its level. */
    private static final List<Logger> QUIET =
            List.of(Logger.getLogger("org.apache.jena"), Logger.getLogger("org.eclipse.jetty"));

    private final ServerSettings settings;
    private final Queries queries;
    private final FusekiServer fuseki;

    /** A server over the store, not started. It reads whatever the store holds when a request comes. */
    public Server(Store store, ServerSettings settings) {
        quiet();
        this.settings = settings;
        this.queries = new Queries(store, settings.limits());
        Assets assets = new Assets();
        Frame frame = new Frame(assets, LICENCE);
        Exchanges exchanges = new Exchanges(frame);
        Operation query = Operation.alloc("https://w3id.org/fondgraf/ontology#query", "query", "SPARQL 1.1 query");
        this.fuseki = FusekiServer.create(OperationRegistry.createEmpty(), Fuseki.getContext())
                .fusekiModules(FusekiModules.empty())
                .port(settings.port())
                .numServerThreads(8, THREADS)
                .registerOperation(query, new FusekiQuery(new SparqlResource(queries), exchanges))
                // Fuseki wants a dataset; the operation reads the store instead, since a load replaces its dataset.
                .addDataset(PATH, DatasetGraphFactory.empty())
                .addOperation(PATH, query)
                .addServlet("/*", new Front(routes(store, assets), exchanges))
                .build();
        configureJetty();
    }

    /** Everything but the endpoint. */
    private List<Route> routes(Store store, Assets assets) {
        QueryLibrary library = QueryLibrary.bundled();
        return List.of(
                Route.read("/health", new Health(store)),
                Route.read(Assets.PATH + "*", assets),
                Route.read("/queries", new QueryList(library)),
                Route.ask("/queries/*", new QueryResource(library, queries, settings.base())));
    }

    private void configureJetty() {
        org.eclipse.jetty.server.Server jetty = fuseki.getJettyServer();
        ProblemPages problems = new ProblemPages();
        jetty.setErrorHandler(problems);
        jetty.getDescendants(ContextHandler.class).forEach(context -> context.setErrorHandler(problems));
        jetty.setHandler(new GracefulHandler(jetty.getHandler()));
        jetty.setStopTimeout(STOP_MILLIS);
        for (Connector connector : jetty.getConnectors()) {
            if (connector instanceof ServerConnector http) {
                http.setHost(settings.host());
                http.setIdleTimeout(IDLE_MILLIS);
                HttpConfiguration configuration =
                        http.getConnectionFactory(HttpConnectionFactory.class).getHttpConfiguration();
                configuration.setOutputBufferSize(OUTPUT_BUFFER);
                configuration.setOutputAggregationSize(OUTPUT_AGGREGATION);
                configuration.setRequestHeaderSize(REQUEST_HEADER);
                configuration.setHttpCompliance(HttpCompliance.STRICT);
                configuration.setSendServerVersion(false);
            }
        }
    }

    /** Jena logs what requests hold, Fuseki each request, Jetty its start; only failures are of use here. */
    private static void quiet() {
        for (Logger logger : QUIET) {
            if (logger.getLevel() == null) {
                logger.setLevel(Level.SEVERE);
            }
        }
    }

    /**
     * Starts to listen.
     *
     * @throws org.apache.jena.fuseki.FusekiException when it cannot, for example because the port is taken
     */
    public void start() {
        fuseki.start();
    }

    /** The port it listens on; the one taken when the settings said 0. */
    public int port() {
        return fuseki.getHttpPort();
    }

    /** Where it answers, ending in a slash. */
    public URI address() {
        String host = settings.host();
        return URI.create("http://%s:%d/".formatted(host.contains(":") ? "[" + host + "]" : host, port()));
    }

    /** The number of queries that run at this moment. */
    int running() {
        return queries.running();
    }

    /** Stops listening, lets running answers end for up to five seconds, and returns. Stopping twice does nothing. */
    public void stop() {
        fuseki.stop();
        queries.close();
    }

    @Override
    public void close() {
        stop();
    }
}
