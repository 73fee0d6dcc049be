package se.fondgraf.web.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import se.fondgraf.search.Entity;
import se.fondgraf.search.SearchIndex;
import se.fondgraf.store.Release;
import se.fondgraf.web.html.Frame;
import se.fondgraf.web.http.Accept;
import se.fondgraf.web.http.Addresses;
import se.fondgraf.web.http.Format;
import se.fondgraf.web.http.Parameters;
import se.fondgraf.web.http.Refusal;
import se.fondgraf.web.http.Reply;
import se.fondgraf.web.http.Request;
import se.fondgraf.web.http.Resource;
import se.fondgraf.web.http.Route;
import se.fondgraf.web.sparql.Answer;
import se.fondgraf.web.sparql.Queries;

/**
 * {@code /queries/search}: the library's query of that name, answered by the index: best first, and with understanding
 * for inflected words and small slips. The columns are those of the query; people get a page.
 */
final class SearchResource implements Resource {
    static final String PATH = "/queries/search";
    private static final int USUAL = 100;
    private static final int MOST = 1000;
    private static final int KEPT_SECONDS = 60;
    private static final Var RESOURCE = Var.alloc("resource");
    private static final Var TYPE = Var.alloc("type");
    private static final Var LABEL = Var.alloc("label");

    /** For programs, unless the page is asked for. */
    private static final List<Format> FORMATS = Parameters.joined(Format.ROWS, List.of(Format.HTML));

    private final Names names;
    private final Queries queries;
    private final Addresses addresses;
    private final Frame frame;

    private SearchResource(Names names, Queries queries, Addresses addresses, Frame frame) {
        this.names = names;
        this.queries = queries;
        this.addresses = addresses;
        this.frame = frame;
    }

    /**
     * Its address with and without a format's suffix.
     *
     * @param frame of the page for people
     */
    static List<Route> routes(Names names, Queries queries, Addresses addresses, Frame frame) {
        SearchResource resource = new SearchResource(names, queries, addresses, frame);
        List<Route> routes = new ArrayList<>();
        routes.add(Route.read(PATH, resource));
        Format.ROWS.forEach(format -> routes.add(Route.read(PATH + "." + format.extension(), resource)));
        return routes;
    }

    @Override
    public Reply answer(Request request) throws InterruptedException {
        String rest = request.path().substring(PATH.length());
        Optional<String> suffix = rest.isEmpty() ? Optional.empty() : Optional.of(rest.substring(1));
        Accept.Choice choice = request.accept().choose(suffix, FORMATS, Refusal::nothingHere);
        int limit =
                request.parameters().one("limit").map(SearchResource::number).orElse(USUAL);
        Optional<String> given = request.parameters().one("q").filter(text -> !text.isBlank());
        if (choice.format() == Format.HTML && given.isEmpty()) {
            return frame.page(SearchPage.empty(request)).keptFor(KEPT_SECONDS);
        }
        String text = given.filter(words -> words.length() <= SearchIndex.LONGEST)
                .orElseThrow(() -> Refusal.badRequest(
                        "The parameter q must be a text of at most %d characters.".formatted(SearchIndex.LONGEST)));
        Release release = queries.release();
        List<Entity> found = names.of(release).find(text, Optional.empty(), limit);
        return choice.format() == Format.HTML
                ? frame.page(new SearchPage(request, addresses, text, limit).of(found))
                        .keptFor(KEPT_SECONDS)
                : table(found, choice, release, text, limit);
    }

    private Reply table(List<Entity> found, Accept.Choice choice, Release release, String text, int limit) {
        List<Binding> rows = found.stream().map(SearchResource::row).toList();
        Answer answer = queries.table(List.of(RESOURCE, TYPE, LABEL), rows, choice, release);
        return Reply.ok(answer.mediaType(), answer.content())
                .with(
                        "Content-Disposition",
                        "inline; filename=\"search." + answer.format().extension() + "\"")
                .tagged(release.version(), text, Integer.toString(limit), answer.mediaType())
                .varyingBy("Accept")
                .keptFor(KEPT_SECONDS);
    }

    private static int number(String limit) {
        if (!limit.matches("[0-9]{1,4}") || Integer.parseInt(limit) < 1 || Integer.parseInt(limit) > MOST) {
            throw Refusal.badRequest("The parameter limit must be a whole number from 1 to %d.".formatted(MOST));
        }
        return Integer.parseInt(limit);
    }

    private static Binding row(Entity entity) {
        return BindingFactory.builder()
                .add(RESOURCE, NodeFactory.createURI(entity.iri()))
                .add(TYPE, NodeFactory.createURI(entity.kind().type()))
                .add(LABEL, NodeFactory.createLiteralLang(entity.label(), "sv"))
                .build();
    }
}
