package se.fondgraf.web.description;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import se.fondgraf.describe.Operator;
import se.fondgraf.query.QueryLibrary;
import se.fondgraf.web.html.Frame;
import se.fondgraf.web.http.Addresses;
import se.fondgraf.web.http.Route;
import se.fondgraf.web.sparql.Queries;

/** Where descriptions are. */
public final class Descriptions {
    private Descriptions() {}

    /**
     * Their routes.
     *
     * @param files to download
     * @param all routes of the server, these among them; asked for when a request comes
     */
    public static List<Route> routes(
            Queries queries,
            Addresses addresses,
            Operator operator,
            Frame frame,
            QueryLibrary library,
            ReleaseFiles files,
            Supplier<List<Route>> all) {
        CarriedDescription carried = new CarriedDescription(queries, operator, addresses.base());
        Surroundings service = new Surroundings(queries, addresses, operator, carried, files, frame);
        List<Route> routes = new ArrayList<>();
        routes.add(Route.read(VoidResource.PATH, new VoidResource(service)));
        DatasetResource dataset = new DatasetResource(service);
        Negotiated.paths(DatasetResource.PATH, DatasetResource.FORMATS)
                .forEach(path -> routes.add(Route.read(path, dataset)));
        routes.add(Route.read(OpenApi.PATH, new OpenApi(addresses, operator, library, all)));
        routes.add(Route.read(Robots.PATH, new Robots(addresses)));
        routes.add(Route.read(Sitemap.PATH, new Sitemap(service)));
        return routes;
    }
}
