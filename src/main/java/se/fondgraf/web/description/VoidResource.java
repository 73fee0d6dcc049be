package se.fondgraf.web.description;

import java.nio.charset.StandardCharsets;
import org.apache.jena.graph.Graph;
import se.fondgraf.describe.Addressed;
import se.fondgraf.describe.Description;
import se.fondgraf.store.Release;
import se.fondgraf.web.http.Content;
import se.fondgraf.web.http.Format;
import se.fondgraf.web.http.LinkHeader;
import se.fondgraf.web.http.Reply;
import se.fondgraf.web.http.Request;
import se.fondgraf.web.http.Resource;

/** {@code /.well-known/void}: the description that the data carries, with this service's addresses. */
final class VoidResource implements Resource {
    static final String PATH = "/.well-known/void";

    private final Surroundings service;

    VoidResource(Surroundings service) {
        this.service = service;
    }

    @Override
    public Reply answer(Request request) throws InterruptedException {
        Negotiated asked = Negotiated.of(request, PATH, Format.GRAPHS);
        Release release = service.queries().release();
        Graph graph = new Addressed(
                        service.base(), service.home(), service.files().of(release.version()))
                .of(service.carried().of(release).graph());
        byte[] bytes = asked.writing().bytes(graph);
        LinkHeader links = new LinkHeader()
                .add(Description.dataset(service.base()), "describes")
                .add(service.operator().licence(), "license")
                .add("https://www.w3.org/TR/void/", "profile");
        return Reply.ok(asked.format().mediaType(), Content.of(bytes))
                .with("Link", links.toString())
                .tagged(new String(bytes, StandardCharsets.UTF_8))
                .varyingBy("Accept")
                .keptFor(Surroundings.KEPT_SECONDS);
    }
}
