package se.fondgraf.web.documents;

import java.util.ArrayList;
import java.util.List;
import se.fondgraf.web.html.Frame;
import se.fondgraf.web.http.Addresses;
import se.fondgraf.web.http.Format;
import se.fondgraf.web.http.Route;
import se.fondgraf.web.sparql.Queries;

/** All that answers at the IRIs of the data. */
public final class Dereferencing {
    private Dereferencing() {}

    /**
     * The routes.
     *
     * @param licence of the data, an address
     */
    public static List<Route> routes(Queries queries, Addresses addresses, Frame frame, String licence) {
        Places places = new Places(addresses);
        Descriptions descriptions = new Descriptions(queries, places, licence);
        Identifiers identifiers = new Identifiers(descriptions, places);
        OntologyFiles files = new OntologyFiles();
        RdfText text = new RdfText(files.context());
        OntologyResource ontology = new OntologyResource(files, places, frame, text, licence);
        List<Route> routes = new ArrayList<>(List.of(
                Route.read("/", new StartPage(queries, places, frame)),
                Route.read("/id/*", identifiers),
                Route.read("/code/*", identifiers),
                Route.read("/graph/*", identifiers),
                Route.read(Documents.PATH + "*", new Documents(descriptions, places, frame, text, licence)),
                Route.read(SourcePages.PATH + "*", new SourcePages(descriptions, places, frame)),
                Route.read(OntologyResource.PATH, ontology),
                Route.read(OntologyResource.PATH + "/*", ontology),
                Route.read(OntologyResource.SHAPES, ontology),
                Route.read(OntologyResource.SHAPES + ".ttl", ontology)));
        for (Format format : Asked.FORMATS) {
            routes.add(Route.read(OntologyResource.PATH + "." + format.extension(), ontology));
        }
        return routes;
    }
}
