package se.fondgraf.web.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leads a request to its resource, and sends what comes of it: a reply, a refusal, or that we failed. */
public final class Exchanges {
    private static final Logger LOG = LoggerFactory.getLogger(Exchanges.class);

    private final AtomicLong failures = new AtomicLong();
    private final RefusalPage page;

    /** Exchanges whose refusals look like that to people. */
    public Exchanges(RefusalPage page) {
        this.page = page;
    }

    /** Answers the request, whatever happens. */
    public void handle(HttpServletRequest request, HttpServletResponse response, Route route) {
        try {
            answer(request, response, route);
        } catch (IOException e) {
            LOG.debug("the client left", e);
        }
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
            Sender.send(request, response, route.resource().answer(new Request(request)));
        } catch (Refusal refusal) {
            ProblemPages.send(request, response, refusal, page);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            ProblemPages.send(request, response, Refusal.of(503, "The server is stopping."), page);
        } catch (RuntimeException e) {
            long id = failures.incrementAndGet();
            LOG.error("failure {}", id, e);
            ProblemPages.send(
                    request,
                    response,
                    Refusal.of(500, "The server failed; its log says why, under number %d.".formatted(id)),
                    page);
        }
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
