package se.fondgraf.web;

import java.net.InetAddress;
import java.util.function.Predicate;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.server.handler.DoSHandler;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import se.fondgraf.web.http.CachedReplies;
import se.fondgraf.web.http.Clients;
import se.fondgraf.web.http.ProblemPages;
import se.fondgraf.web.http.Refusal;
import se.fondgraf.web.http.ReplyCache;

/**
 * What a request passes before any resource sees it: strict HTTP, a bound on what one address sends, replies that are
 * ready. Each request has a virtual thread, so that clients that send or read slowly hold nothing that others need.
 */
final class Entrance {
    /** Fuseki's own default is 5 MiB, cleared for each response, which takes most of the time of a short answer. */
    private static final int OUTPUT_BUFFER = 32 * 1024;

    private static final int OUTPUT_AGGREGATION = 8 * 1024;
    private static final int REQUEST_HEADER = 16 * 1024;

    /** Without a byte read or written; a running query does not count. */
    private static final long IDLE_MILLIS = 10_000;

    /** Bytes a second, on average, below which a client that reads an answer is cut off. */
    private static final long SLOWEST_READER = 2_000;

    /** How long running answers may take to end when the server stops. */
    static final long STOP_MILLIS = 5_000;

    /** Addresses that are counted at a time. */
    private static final int ADDRESSES = 50_000;

    private final Traffic traffic;
    private final Clients clients;
    private final ReplyCache cache;

    Entrance(Traffic traffic, Clients clients, ReplyCache cache) {
        this.traffic = traffic;
        this.clients = clients;
        this.cache = cache;
    }

    /** Puts it before what the server has, to listen on that host. */
    void before(Server jetty, String host) {
        ProblemPages problems = new ProblemPages();
        jetty.setErrorHandler(problems);
        jetty.getDescendants(ContextHandler.class).forEach(context -> context.setErrorHandler(problems));
        jetty.setHandler(new GracefulHandler(bounded(new CachedReplies(cache, jetty.getHandler()))));
        jetty.setStopTimeout(STOP_MILLIS);
        if (jetty.getThreadPool() instanceof QueuedThreadPool pool) {
            pool.setVirtualThreadsExecutor(VirtualThreads.getNamedVirtualThreadsExecutor("request-"));
        }
        for (Connector connector : jetty.getConnectors()) {
            if (connector instanceof ServerConnector http) {
                http.setHost(host);
                http.setIdleTimeout(IDLE_MILLIS);
                configure(http.getConnectionFactory(HttpConnectionFactory.class).getHttpConfiguration());
            }
        }
    }

    private static void configure(HttpConfiguration http) {
        http.setOutputBufferSize(OUTPUT_BUFFER);
        http.setOutputAggregationSize(OUTPUT_AGGREGATION);
        http.setRequestHeaderSize(REQUEST_HEADER);
        http.setHttpCompliance(HttpCompliance.STRICT);
        http.setMinResponseDataRate(SLOWEST_READER);
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
    }

    private Handler bounded(Handler rest) {
        int rate = traffic.rate().orElse(Traffic.USUAL);
        if (rate == 0) {
            return rest;
        }
        DoSHandler handler = new DoSHandler(
                rest,
                this::name,
                new DoSHandler.LeakingBucketTrackerFactory(rate),
                (request, response, callback) ->
                        ProblemPages.refuse(request, response, callback, Refusal.tooMany(rate)),
                ADDRESSES,
                false);
        if (traffic.rate().isEmpty()) {
            // Jetty counts a request without a name too, all such together; so those of this machine pass it by.
            handler.exclude((Predicate<Request>) this::isOurs);
        }
        return handler;
    }

    private String name(Request request) {
        return clients.of(request).map(Clients::name).orElse("unknown");
    }

    private boolean isOurs(Request request) {
        return clients.of(request).filter(InetAddress::isLoopbackAddress).isPresent();
    }
}
