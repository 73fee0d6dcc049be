package se.fondgraf.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.jena.fuseki.servlets.ActionService;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.fondgraf.store.MemoryStore;

/**
 * Fuseki's operation at {@code /sparql}: SPARQL 1.1 Protocol, queries only. An answer is whole, with status 200, or it
 * is a refusal; nothing is sent before the result is complete.
 */
final class SparqlEndpoint extends ActionService {
    private static final Logger LOG = LoggerFactory.getLogger(SparqlEndpoint.class);

    private final MemoryStore store;
    private final QueryRunner runner;
    private final AtomicLong failures = new AtomicLong();

    SparqlEndpoint(MemoryStore store, QueryRunner runner) {
        this.store = store;
        this.runner = runner;
    }

    /** Every method comes here, so that none reaches what Fuseki does by default. */
    @Override
    public void process(HttpAction action) {
        executeLifecycle(action);
    }

    @Override
    public void validate(HttpAction action) {}

    @Override
    public void execute(HttpAction action) {
        HttpServletResponse response = action.getResponse();
        try {
            answer(action, response);
        } catch (IOException e) {
            LOG.debug("the client left", e);
        }
    }

    private void answer(HttpAction action, HttpServletResponse response) throws IOException {
        try {
            if (!action.getActionURI().equals(Server.PATH)) {
                throw Refusal.of(404, ProblemPages.NOTHING_HERE);
            }
            if (isPreflight(action)) {
                preflight(response);
                return;
            }
            QueryRequest request = QueryRequest.read(action.getRequest());
            Answer answer = runner.answer(request, store.current().dataset());
            try {
                send(action, response, answer);
            } finally {
                answer.result().release();
            }
        } catch (Refusal refusal) {
            ProblemPages.send(action.getRequest(), response, refusal.status(), refusal.sentence());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            ProblemPages.send(action.getRequest(), response, 503, "The server is stopping.");
        } catch (RuntimeException e) {
            long id = failures.incrementAndGet();
            LOG.error("failure {} of the endpoint", id, e);
            ProblemPages.send(
                    action.getRequest(),
                    response,
                    500,
                    "The server failed; its log says why, under number %d.".formatted(id));
        }
    }

    /** A browser's question whether a page of another origin may ask. */
    private static boolean isPreflight(HttpAction action) {
        return action.getRequest().getMethod().equals("OPTIONS")
                && action.getRequest().getHeader("Access-Control-Request-Method") != null;
    }

    private static void preflight(HttpServletResponse response) {
        response.setStatus(204);
        ProblemPages.commonHeaders(response::setHeader);
        response.setHeader("Access-Control-Allow-Methods", "GET, HEAD, POST");
        response.setHeader("Access-Control-Allow-Headers", "Accept, Content-Type");
        response.setHeader("Access-Control-Max-Age", "86400");
    }

    private static void send(HttpAction action, HttpServletResponse response, Answer answer) throws IOException {
        response.setStatus(200);
        response.setHeader("Vary", "Accept");
        ProblemPages.commonHeaders(response::setHeader);
        String type = answer.mediaType();
        response.setContentType(type.startsWith("text/") ? type + "; charset=utf-8" : type);
        response.setContentLengthLong(answer.result().size());
        if (!action.getRequest().getMethod().equals("HEAD")) {
            answer.result().writeTo(response.getOutputStream());
        }
    }
}
