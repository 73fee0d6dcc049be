package se.fondgraf.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import se.fondgraf.web.http.Clients;
import se.fondgraf.web.operation.AccessLog;
import se.fondgraf.web.operation.Metrics;
import se.fondgraf.web.operation.MetricsServer;

/** Whoever looks on as requests are answered: the access log, the metrics, both or nobody. */
final class Observer implements RequestLog, AutoCloseable {
    private final OptionalInt port;
    private final Optional<AccessLog> log;
    private final Optional<Metrics> metrics;
    private Optional<MetricsServer> shown = Optional.empty();

    /**
     * Opens the log.
     *
     * @param areas the first steps of the paths that are answered
     * @throws IOException when it cannot be written
     */
    Observer(Observation wanted, Clients clients, Supplier<String> release, Set<String> areas) throws IOException {
        this.port = wanted.metricsPort();
        this.log = wanted.accessLog().isPresent()
                ? Optional.of(AccessLog.of(wanted.accessLog().get(), clients::of))
                : Optional.empty();
        this.metrics = port.isPresent() ? Optional.of(new Metrics(release, areas)) : Optional.empty();
    }

    /** Adds a value to the metrics, read when somebody asks. */
    void show(String name, String description, Supplier<Number> value) {
        metrics.ifPresent(all -> all.with(name, description, value));
    }

    @Override
    public void log(Request request, Response response) {
        metrics.ifPresent(all -> all.log(request, response));
        log.ifPresent(file -> file.log(request, response));
    }

    /**
     * Shows the metrics.
     *
     * @throws UncheckedIOException when their port cannot be had
     */
    void start() {
        metrics.ifPresent(all -> {
            try {
                shown = Optional.of(new MetricsServer(port.orElse(0), all));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot show metrics on port " + port.orElse(0), e);
            }
        });
    }

    /** The port of the metrics. */
    OptionalInt port() {
        return shown.map(server -> OptionalInt.of(server.port())).orElse(OptionalInt.empty());
    }

    @Override
    public void close() {
        shown.ifPresent(MetricsServer::close);
        metrics.ifPresent(Metrics::close);
        log.ifPresent(AccessLog::close);
    }
}
