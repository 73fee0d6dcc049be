package se.fondgraf.web.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.fondgraf.name.Hash;

/** Leads a request to its resource, and sends what comes of it: a reply, a refusal, or that we failed. */
public final class Exchanges {
    private static final Logger LOG = LoggerFactory.getLogger(Exchanges.class);

    /** Headers that decide over a reply. */
    private static final List<String> DECIDING =
            List.of("Accept", "Accept-Language", "If-None-Match", "Range", "If-Range");

    private final AtomicLong failures = new AtomicLong();
    private final Flights flights = new Flights();
    private final RefusalPage page;
    private final ReplyCache cache;

    /**
     * Exchanges.
     *
     * @param page how refusals look to people
     * @param cache where replies are kept that anyone may keep
     */
    public Exchanges(RefusalPage page, ReplyCache cache) {
        this.page = page;
        this.cache = cache;
    }

    /** Answers the request, whatever happens. */
    public void handle(HttpServletRequest request, HttpServletResponse response, Route route) {
        try {
            answer(request, response, route);
        } catch (IOException e) {
            LOG.debug("the client left", e);
            breakOff(request, e);
        }
    }

    /** So that nobody takes for whole what was sent so far: the connection ends in the midst of the answer. */
    private static void breakOff(HttpServletRequest request, Throwable why) {
        ServletContextRequest.getServletContextRequest(request)
                .getServletChannel()
                .abort(why);
    }

    /** Turns the request down. */
    public void refuse(HttpServletRequest request, HttpServletResponse response, Refusal refusal) {
        try {
            ProblemPages.send(request, response, refusal, page);
        } catch (IOException e) {
            LOG.debug("the client left", e);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Route route) throws IOException {
        try {
            if (request.getMethod().equals("OPTIONS")) {
                options(request, response, route.methods());
                return;
            }
            if (!route.methods().contains(request.getMethod())) {
                throw Refusal.method(route.methods());
            }
            Sender.send(request, response, reply(new Request(request), route.resource()));
        } catch (Refusal refusal) {
            ProblemPages.send(request, response, refusal, page);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            ProblemPages.send(request, response, Refusal.of(503, "The server is stopping."), page);
        } catch (IOException | RuntimeException e) {
            if (e instanceof IOException left && response.isCommitted()) {
                throw left;
            }
            fail(request, response, e);
        }
    }

    private void fail(HttpServletRequest request, HttpServletResponse response, Exception failure) throws IOException {
        long id = failures.incrementAndGet();
        LOG.error("failure {}", id, failure);
        if (response.isCommitted()) {
            breakOff(request, failure);
        } else {
            ProblemPages.send(
                    request,
                    response,
                    Refusal.of(500, "The server failed; its log says why, under number %d.".formatted(id)),
                    page);
        }
    }

    /** Asks the resource, unless an equal request has been answered or is being answered. */
    private Reply reply(Request request, Resource resource) throws IOException, InterruptedException {
        boolean read = EntityTag.isRead(request.method());
        ReplyCache.Headers headers = name -> String.join(",", request.headers(name));
        Optional<String> asked = read ? Optional.of(request.target()) : posted(request, resource);
        if (asked.isEmpty()) {
            return resource.answer(request);
        }
        String target = asked.get();
        Optional<StoredReply> kept = read ? Optional.empty() : cache.find(target, headers);
        if (kept.isPresent()) {
            return kept.get().reply();
        }
        String version = cache.version();
        StringBuilder key = new StringBuilder(version).append('\n').append(target);
        DECIDING.forEach(name -> key.append('\n').append(headers.apply(name)));
        return flights.reply(
                key.toString(), () -> resource.answer(request), stored -> cache.keep(target, headers, stored, version));
    }

    private static Optional<String> posted(Request request, Resource resource) throws IOException {
        return resource.postedFor(request)
                .map(what ->
                        "POST %s %s".formatted(request.path(), Hash.ofBytes(what.getBytes(StandardCharsets.UTF_8))));
    }

    /** What may be done here, also to a browser that asks whether a page of another origin may. */
    private static void options(HttpServletRequest request, HttpServletResponse response, List<String> methods) {
        response.setStatus(204);
        CommonHeaders.set(response::setHeader);
        response.setHeader("Allow", String.join(", ", methods) + ", OPTIONS");
        if (request.getHeader("Access-Control-Request-Method") != null) {
            response.setHeader("Access-Control-Allow-Methods", CommonHeaders.METHODS);
            response.setHeader("Access-Control-Allow-Headers", CommonHeaders.ALLOWED);
            response.setHeader("Access-Control-Max-Age", CommonHeaders.MAX_AGE);
        }
    }
}
