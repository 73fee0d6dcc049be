package se.fondgraf.web.reconcile;

import se.fondgraf.web.http.Refusal;
import se.fondgraf.web.http.Reply;
import se.fondgraf.web.http.Request;
import se.fondgraf.web.http.Resource;

/** {@code /reconcile/view/{id}}: from the id that a client holds to the thing. */
final class ViewResource implements Resource {
    private static final String FOLDER = "/reconcile/view/";

    @Override
    public Reply answer(Request request) {
        return ThingIds.path(request.path().substring(FOLDER.length()))
                .map(Reply::seeOther)
                .orElseThrow(Refusal::nothingHere);
    }
}
