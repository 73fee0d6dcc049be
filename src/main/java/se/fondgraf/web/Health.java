package se.fondgraf.web;

import se.fondgraf.store.Store;
import se.fondgraf.web.http.Content;
import se.fondgraf.web.http.Reply;
import se.fondgraf.web.http.Request;
import se.fondgraf.web.http.Resource;

/** Whether the server answers, and from which release. Touches no data, so it answers also under load. */
final class Health implements Resource {
    private final Store store;

    Health(Store store) {
        this.store = store;
    }

    @Override
    public Reply answer(Request request) {
        String body = "{\"status\":\"ok\",\"release\":\"%s\"}\n"
                .formatted(store.current().version());
        return Reply.ok("application/json", Content.of(body)).with("Cache-Control", "no-store");
    }
}
