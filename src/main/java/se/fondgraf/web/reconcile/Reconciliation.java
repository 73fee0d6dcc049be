package se.fondgraf.web.reconcile;

import java.util.ArrayList;
import java.util.List;
import se.fondgraf.place.PlaceRegister;
import se.fondgraf.web.html.Assets;
import se.fondgraf.web.html.Frame;
import se.fondgraf.web.http.Addresses;
import se.fondgraf.web.http.Route;
import se.fondgraf.web.sparql.Queries;

/** Everything that is found by name. */
public final class Reconciliation {
    private Reconciliation() {}

    /** The service, its helpers, and the search that shares its index. */
    public static List<Route> routes(Queries queries, Addresses addresses, Assets assets, Frame frame) {
        Names names = new Names();
        PlaceRegister places = PlaceRegister.bundled();
        SuggestResource suggest = new SuggestResource(names, queries);
        List<Route> routes = new ArrayList<>(List.of(
                Route.ask("/reconcile", new ReconcileResource(names, queries, places, addresses)),
                Route.read("/reconcile/suggest/*", suggest),
                Route.read("/reconcile/properties", suggest),
                Route.read("/reconcile/preview", new PreviewResource(names, queries, assets)),
                Route.read("/reconcile/view/*", new ViewResource())));
        routes.addAll(SearchResource.routes(names, queries, addresses, frame));
        return routes;
    }
}
