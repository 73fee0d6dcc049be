package se.fondgraf.web.operation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.NanoTime;

/** Counts of a running server, in the text format of Prometheus. */
public final class Metrics implements RequestLog, AutoCloseable {
    /** Made of our own names and statuses, so that no client can make up new ones. */
    private record Series(String area, int status) {}

    private static final String OTHER = "other";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collector = new JvmGcMetrics();
    private final Supplier<String> release;
    private final Set<String> areas;
    private final Map<Series, Timer> requests = new ConcurrentHashMap<>();

    /**
     * Metrics of a server.
     *
     * @param release the version being served
     * @param areas the first steps of the paths that it answers, such as {@code sparql}; others are counted together
     */
    public Metrics(Supplier<String> release, Set<String> areas) {
        this.release = release;
        this.areas = Set.copyOf(areas);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        collector.bindTo(registry);
    }

    /** Adds a value that goes up and down, read when somebody asks. */
    public Metrics with(String name, String description, Supplier<Number> value) {
        Gauge.builder(name, value)
                .description(description)
                .strongReference(true)
                .register(registry);
        return this;
    }

    @Override
    public void log(Request request, Response response) {
        Series series = new Series(area(request.getHttpURI().getPath()), response.getStatus());
        requests.computeIfAbsent(series, this::timer)
                .record(NanoTime.since(request.getBeginNanoTime()), TimeUnit.NANOSECONDS);
    }

    private String area(String path) {
        if (path == null || path.length() < 2) {
            return "/".equals(path) ? "start" : OTHER;
        }
        int end = path.indexOf('/', 1);
        String first = end < 0 ? path.substring(1) : path.substring(1, end);
        return areas.contains(first) ? first : OTHER;
    }

    private Timer timer(Series series) {
        return Timer.builder("fondgraf.requests")
                .description("Requests by the first step of their path and the status of the answer")
                .tag("area", series.area())
                .tag("status", String.valueOf(series.status()))
                .serviceLevelObjectives(
                        Duration.ofMillis(1),
                        Duration.ofMillis(10),
                        Duration.ofMillis(100),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(10))
                .register(registry);
    }

    /** Everything, as Prometheus reads it. */
    public String text() {
        return registry.scrape()
                + "# HELP fondgraf_release_info The release being served\n# TYPE fondgraf_release_info gauge\n"
                + "fondgraf_release_info{version=\"" + release.get() + "\"} 1.0\n";
    }

    @Override
    public void close() {
        collector.close();
        registry.close();
    }
}
