package se.fondgraf.web.reconcile;

import static j2html.TagCreator.body;
import static j2html.TagCreator.document;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.head;
import static j2html.TagCreator.html;
import static j2html.TagCreator.link;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.p;
import static j2html.TagCreator.title;

import java.util.ArrayList;
import java.util.List;
import se.fondgraf.search.Entity;
import se.fondgraf.store.Release;
import se.fondgraf.web.html.Assets;
import se.fondgraf.web.html.Inert;
import se.fondgraf.web.http.Content;
import se.fondgraf.web.http.Refusal;
import se.fondgraf.web.http.Reply;
import se.fondgraf.web.http.Request;
import se.fondgraf.web.http.Resource;
import se.fondgraf.web.sparql.Queries;

/** {@code /reconcile/preview}: a thing in a few lines, for the small frame in which clients show it. */
final class PreviewResource implements Resource {
    /** Clients on other origins frame this page, and this page alone. */
    private static final String POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors *";

    private static final int OTHER_NAMES = 5;
    private static final int KEPT_SECONDS = 60;

    private final Names names;
    private final Queries queries;
    private final Assets assets;

    PreviewResource(Names names, Queries queries, Assets assets) {
        this.names = names;
        this.queries = queries;
        this.assets = assets;
    }

    @Override
    public Reply answer(Request request) throws InterruptedException {
        String id = request.parameters()
                .one("id")
                .orElseThrow(() -> Refusal.badRequest("The parameter id is missing, such as organization.proaros."));
        Release release = queries.release();
        Entity entity = names.of(release).entity(id).orElseThrow(Refusal::nothingHere);
        String page = page(entity, Words.inSwedish(request));
        return Reply.ok("text/html", Content.of(page))
                .with("Content-Security-Policy", POLICY)
                .tagged(page)
                .varyingBy("Accept-Language")
                .keptFor(KEPT_SECONDS);
    }

    private String page(Entity entity, boolean swedish) {
        List<String> lines = new ArrayList<>();
        String kind = swedish ? entity.kind().swedish() : entity.kind().english();
        lines.add(entity.detail().isEmpty() ? kind : kind + ": " + entity.detail());
        entity.number().ifPresent(number -> lines.add((swedish ? "Nummer " : "Number ") + number));
        if (entity.projects() > 1) {
            lines.add(entity.projects() + (swedish ? " projekt" : " projects"));
        }
        if (!entity.others().isEmpty()) {
            lines.add((swedish ? "Skrivs också: " : "Also written: ")
                    + String.join(
                            " · ", entity.others().stream().limit(OTHER_NAMES).toList()));
        }
        return document(html(
                        head(
                                meta().withCharset("utf-8"),
                                title(Inert.plain(entity.label())),
                                link().withRel("stylesheet").withHref(assets.path("style.css"))),
                        body(h1(Inert.value(entity.label())), each(lines, line -> p(Inert.value(line))))
                                .withClass("preview"))
                .withLang(swedish ? "sv" : "en"));
    }
}
