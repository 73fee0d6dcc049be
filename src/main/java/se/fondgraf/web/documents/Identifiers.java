package se.fondgraf.web.documents;

import se.fondgraf.store.Release;
import se.fondgraf.web.http.LinkHeader;
import se.fondgraf.web.http.Refusal;
import se.fondgraf.web.http.Reply;
import se.fondgraf.web.http.Request;
import se.fondgraf.web.http.Resource;

/**
 * What cannot be sent over a wire, such as an organisation: 303 leads to the document about it. Whether there is such a
 * thing is asked first, so that an IRI with nothing behind it is 404 itself.
 */
final class Identifiers implements Resource {
    private final Descriptions descriptions;
    private final Places places;

    Identifiers(Descriptions descriptions, Places places) {
        this.descriptions = descriptions;
        this.places = places;
    }

    @Override
    public Reply answer(Request request) throws InterruptedException {
        String path = request.path();
        if (!Places.isPlain(path.substring(1))) {
            throw Refusal.nothingHere();
        }
        String name = path.startsWith("/id/") ? path.substring(4) : path.substring(1);
        Release release = descriptions.release();
        if (!descriptions.exists(name, release)) {
            throw Documents.nothing(name);
        }
        String query = request.queryString().isEmpty() ? "" : "?" + request.queryString();
        return Reply.seeOther("/doc/" + name + query)
                .with(
                        "Link",
                        new LinkHeader()
                                .add("/doc/" + name, "describedby")
                                .add(places.thing(name).getURI(), "cite-as")
                                .toString())
                .varyingBy("Accept", "Accept-Language")
                .keptFor(300);
    }
}
