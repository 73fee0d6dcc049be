package se.fondgraf.web;

import org.apache.jena.fuseki.servlets.ActionService;
import org.apache.jena.fuseki.servlets.HttpAction;
import se.fondgraf.web.http.Exchanges;
import se.fondgraf.web.http.Refusal;
import se.fondgraf.web.http.Route;
import se.fondgraf.web.sparql.SparqlResource;

/** Fuseki's operation at {@code /sparql}, the only one that is registered; it hands over to our own resource. */
final class FusekiQuery extends ActionService {
    private final Exchanges exchanges;
    private final Route endpoint;

    FusekiQuery(SparqlResource resource, Exchanges exchanges) {
        this.exchanges = exchanges;
        this.endpoint = Route.ask(Server.PATH, resource);
    }

    /** Every method comes here, so that none reaches what Fuseki does by default, its own counting and logging too. */
    @Override
    public void process(HttpAction action) {
        execute(action);
    }

    @Override
    public void validate(HttpAction action) {}

    @Override
    public void execute(HttpAction action) {
        action.getResponse().setHeader("Fuseki-Request-Id", null);
        if (action.getRequest().getRequestURI().equals(Server.PATH)) {
            exchanges.handle(action.getRequest(), action.getResponse(), endpoint);
        } else {
            // Fuseki leads longer paths here too.
            exchanges.refuse(action.getRequest(), action.getResponse(), Refusal.nothingHere());
        }
    }
}
