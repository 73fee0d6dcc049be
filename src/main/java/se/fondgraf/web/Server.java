package se.fondgraf.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.fuseki.Fuseki;
import org.apache.jena.fuseki.FusekiException;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.fuseki.server.OperationRegistry;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import se.fondgraf.query.QueryLibrary;
import se.fondgraf.store.Store;
import se.fondgraf.web.description.Descriptions;
import se.fondgraf.web.description.ReleaseFiles;
import se.fondgraf.web.documents.Dereferencing;
import se.fondgraf.web.dump.DumpResource;
import se.fondgraf.web.dump.PublishedReleases;
import se.fondgraf.web.html.Assets;
import se.fondgraf.web.html.Frame;
import se.fondgraf.web.http.Addresses;
import se.fondgraf.web.http.Clients;
import se.fondgraf.web.http.Exchanges;
import se.fondgraf.web.http.Front;
import se.fondgraf.web.http.Refusal;
import se.fondgraf.web.http.ReplyCache;
import se.fondgraf.web.http.Route;
import se.fondgraf.web.library.Described;
import se.fondgraf.web.library.QueryList;
import se.fondgraf.web.library.QueryResource;
import se.fondgraf.web.reconcile.Reconciliation;
import se.fondgraf.web.sparql.EndpointDescription;
import se.fondgraf.web.sparql.Queries;
import se.fondgraf.web.sparql.SparqlResource;
import se.fondgraf.web.sparql.Spool;

/**
 * The web server: embedded Fuseki with one operation, the query endpoint at {@code /sparql}. No other operation of
 * Fuseki is registered, so nothing can be changed, uploaded or administered through it.
 */
public final class Server implements AutoCloseable {
    /** Where the endpoint is. */
    static final String PATH = "/sparql";

    /** For connections and timers; requests and queries have threads of their own. */
    private static final int THREADS = 16;

    /** Before the end of a stop, how long there is for refusing what still runs. */
    private static final long REFUSING_MILLIS = 1_000;

    private static final Logger LOG = Logger.getLogger(Server.class.getName());

    /** Held, because a logger that nobody holds forgets its level. */
    private static final List<Logger> QUIET =
            List.of(Logger.getLogger("org.apache.jena"), Logger.getLogger("org.eclipse.jetty"));

    private final ServerSettings settings;
    private final Spool spool;
    private final Queries queries;
    private final ReplyCache cache;
    private final List<Route> routes;
    private final Optional<PublishedReleases> dumps;
    private final FusekiServer fuseki;
    private final Observer observer;

    /** A server over the store, not started. It reads whatever the store holds when a request comes. */
    public Server(Store store, ServerSettings settings) {
        quiet();
        this.settings = settings;
        this.spool = new Spool(settings.spool(), Spool.room(settings.limits()));
        this.queries = new Queries(store, settings.limits(), spool);
        this.dumps = settings.dumps().map(PublishedReleases::new);
        this.cache = new ReplyCache(() -> served(store));
        Assets assets = new Assets();
        Frame frame = new Frame(assets, settings.operator().licence());
        Exchanges exchanges = new Exchanges(frame, cache);
        Addresses addresses = addresses();
        this.routes = routes(store, assets, addresses, frame);
        this.fuseki = fuseki(
                new SparqlResource(queries, new EndpointDescription(queries, addresses, PATH), frame),
                new Front(routes, exchanges),
                exchanges);
        Clients clients = new Clients(settings.traffic().trustedProxies());
        new Entrance(settings.traffic(), clients, cache).before(fuseki.getJettyServer(), settings.host());
        this.observer = observer(store, clients, routes);
        fuseki.getJettyServer().setRequestLog(observer);
    }

    /** Changes with anything that replies are made of. */
    private String served(Store store) {
        String version = store.current().version();
        return dumps.isEmpty() ? version : version + "\n" + dumps.get().changes();
    }

    private FusekiServer fuseki(SparqlResource endpoint, Front front, Exchanges exchanges) {
        Operation query = Operation.alloc("https://w3id.org/fondgraf/ontology#query", "query", "SPARQL 1.1 query");
        return FusekiServer.create(OperationRegistry.createEmpty(), Fuseki.getContext())
                .fusekiModules(FusekiModules.empty())
                .port(settings.port())
                .numServerThreads(8, THREADS)
                .registerOperation(query, new FusekiQuery(endpoint, exchanges))
                // Fuseki wants a dataset; the operation reads the store instead, since a load replaces its dataset.
                .addDataset(PATH, DatasetGraphFactory.empty())
                .addOperation(PATH, query)
                .addServlet("/*", front)
                .build();
    }

    /** Everything but the endpoint. */
    private List<Route> routes(Store store, Assets assets, Addresses addresses, Frame frame) {
        QueryLibrary library = QueryLibrary.bundled();
        List<Route> all = new ArrayList<>(List.of(
                Route.read("/health", new Health(store)),
                Route.read(Assets.PATH + "*", assets),
                Route.read("/dumps/*", new DumpResource(dumps, frame)),
                Route.read("/queries", new QueryList(library, frame)),
                Described.of(
                        Route.ask("/queries/*", new QueryResource(library, queries, settings.base())),
                        queries,
                        settings.base())));
        Reconciliation.routes(queries, addresses, assets, frame).stream()
                .map(route ->
                        route.path().startsWith("/queries/") ? Described.of(route, queries, settings.base()) : route)
                .forEach(all::add);
        all.addAll(Dereferencing.routes(
                queries, addresses, frame, settings.operator().licence()));
        all.addAll(Descriptions.routes(
                queries,
                addresses,
                settings.operator(),
                frame,
                library,
                dumps.<ReleaseFiles>map(releases -> releases).orElse(ReleaseFiles.NONE),
                this::routes));
        return all;
    }

    private List<Route> routes() {
        return routes;
    }

    private Addresses addresses() {
        return new Addresses(
                settings.base(), () -> settings.home().orElseGet(() -> address().toString()));
    }

    private Observer observer(Store store, Clients clients, List<Route> routes) {
        Set<String> areas = Stream.concat(routes.stream().map(Route::path), Stream.of(PATH))
                .map(path -> path.split("[/.*]+", -1)[1])
                .collect(Collectors.toSet());
        try {
            Observer watching = new Observer(
                    settings.observation(), clients, () -> store.current().version(), areas);
            watching.show("fondgraf.queries.running", "Queries that run at this moment", queries::running);
            watching.show("fondgraf.queries.refused", "Queries turned away since the start", queries::refused);
            watching.show("fondgraf.results.spooled.bytes", "Bytes of results on disk", spool::used);
            watching.show("fondgraf.replies.kept.bytes", "Bytes of replies kept ready", cache::bytes);
            watching.show("fondgraf.replies.kept.hits", "Requests answered from there since the start", cache::hits);
            return watching;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the access log", e);
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
        observer.start();
        try {
            fuseki.start();
        } catch (RuntimeException e) {
            observer.close();
            throw e;
        }
    }

    /** The port of the metrics; empty when there are none. */
    public OptionalInt metricsPort() {
        return observer.port();
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

    /** The releases that it offers for download, if it was told of a folder. */
    public Optional<PublishedReleases> dumps() {
        return dumps;
    }

    /** The number of queries that run at this moment. */
    int running() {
        return queries.running();
    }

    /** The number of requests that were answered from replies kept ready. */
    long kept() {
        return cache.hits();
    }

    /** The bytes of results that are on disk at this moment. */
    long spooled() {
        return spool.used();
    }

    /** Stops listening, lets running answers end for up to five seconds, and returns. Stopping twice does nothing. */
    public void stop() {
        Thread ending = Thread.ofVirtual().start(this::endQueries);
        try {
            fuseki.stop();
        } catch (FusekiException e) {
            LOG.log(Level.INFO, "an answer did not end in time", e);
        }
        ending.interrupt();
        queries.close();
        observer.close();
    }

    /** A client that is told why fares better than one whose connection breaks. */
    private void endQueries() {
        try {
            Thread.sleep(Entrance.STOP_MILLIS - REFUSING_MILLIS);
            queries.end(Refusal.of(503, "The server is stopping."));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
    }
}
