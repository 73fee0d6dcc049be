package se.fondgraf.web.sparql;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.core.DatasetDescription;
import se.fondgraf.store.Release;
import se.fondgraf.web.html.Frame;
import se.fondgraf.web.html.Language;
import se.fondgraf.web.http.Accept;
import se.fondgraf.web.http.Content;
import se.fondgraf.web.http.Format;
import se.fondgraf.web.http.Parameters;
import se.fondgraf.web.http.Refusal;
import se.fondgraf.web.http.Reply;
import se.fondgraf.web.http.Request;
import se.fondgraf.web.http.Resource;

/**
 * The endpoint: SPARQL 1.1 Protocol, queries only. Without a query it describes itself; to a browser it is a page with
 * a form.
 */
public final class SparqlResource implements Resource {
    /** What the endpoint says of itself, as Service Description. */
    @FunctionalInterface
    public interface Description {
        /** The description of the endpoint over that release. */
        Graph of(Release release) throws InterruptedException;
    }

    /** Every format of an answer, the page for people last, so that only who asks for it gets it. */
    static final List<Format> OFFERED =
            Parameters.joined(Parameters.joined(Format.ROWS, Format.GRAPHS), List.of(Format.HTML));

    private static final List<Format> ROWS = Parameters.joined(Format.ROWS, List.of(Format.HTML));
    private static final List<Format> GRAPHS = Parameters.joined(Format.GRAPHS, List.of(Format.HTML));

    /** Parameters that an address without a query may have. */
    private static final Set<String> PAGE = Set.of("accept", "example", Language.PARAMETER);

    private static final int KEPT_SECONDS = 60;

    private final Queries queries;
    private final Description description;
    private final EditorPage page;

    /**
     * The endpoint.
     *
     * @param frame of its page
     */
    public SparqlResource(Queries queries, Description description, Frame frame) {
        this.queries = queries;
        this.description = description;
        this.page = new EditorPage(frame, queries.limits());
    }

    /** Equal queries are equal however they are posted. */
    @Override
    public Optional<String> postedFor(Request request) throws IOException {
        QueryRequest asked = QueryRequest.read(request);
        List<String> parts = new ArrayList<>(List.of("accept " + asked.parameter(), asked.query()));
        parts.addAll(graphs(asked));
        return Optional.of(String.join("\u001F", parts));
    }

    @Override
    public Reply answer(Request request) throws IOException, InterruptedException {
        if (!request.method().equals("POST")
                && PAGE.containsAll(request.parameters().names())) {
            return described(request);
        }
        QueryRequest asked = QueryRequest.read(request);
        Release release = queries.release();
        for (List<Format> formats : List.of(ROWS, GRAPHS)) {
            Optional<Reply> unchanged = asked.accept()
                    .choose(formats)
                    .map(Accept.Choice::mediaType)
                    .filter(mediaType -> request.has(parts(request, asked, release, mediaType)))
                    .map(mediaType ->
                            kept(Reply.unchanged().tagged(parts(request, asked, release, mediaType)), mediaType));
            if (unchanged.isPresent()) {
                return unchanged.get();
            }
        }
        Answer answer = queries.by(request.client())
                .answer(
                        () -> new Question(
                                QueryText.parse(asked.query()),
                                DatasetDescription.create(asked.defaultGraphs(), asked.namedGraphs())),
                        question -> form(request, asked, question),
                        release);
        return kept(
                Reply.ok(answer.mediaType(), answer.content())
                        .tagged(parts(request, asked, release, answer.mediaType())),
                answer.mediaType());
    }

    private Queries.Form form(Request request, QueryRequest asked, Question question) {
        List<Format> formats = question.isOfRows() ? ROWS : GRAPHS;
        Accept.Choice choice = asked.accept().choose(formats).orElseThrow(() -> Refusal.notAcceptable(formats));
        return new Queries.Form(
                choice, choice.format() == Format.HTML ? page.answering(request, asked.query()) : Writing.of(choice));
    }

    /** What decides over the bytes of an answer. */
    private static String[] parts(Request request, QueryRequest asked, Release release, String mediaType) {
        List<String> parts = new ArrayList<>(List.of(release.version(), mediaType, asked.query()));
        parts.addAll(graphs(asked));
        parts.addAll(shown(request, mediaType));
        return parts.toArray(String[]::new);
    }

    /** What decides over the looks of a page, and of nothing else. */
    private static List<String> shown(Request request, String mediaType) {
        return mediaType.equals(Format.HTML.mediaType())
                ? List.of(Language.of(request).tag(), request.target())
                : List.of();
    }

    private static List<String> graphs(QueryRequest asked) {
        List<String> graphs = new ArrayList<>();
        asked.defaultGraphs().forEach(graph -> graphs.add("default " + graph));
        asked.namedGraphs().forEach(graph -> graphs.add("named " + graph));
        return graphs;
    }

    private Reply described(Request request) throws InterruptedException {
        Accept.Choice choice = QueryRequest.accept(request, request.parameters())
                .choose(GRAPHS)
                .orElseThrow(() -> Refusal.notAcceptable(GRAPHS));
        Release release = queries.release();
        List<String> all = new ArrayList<>(List.of(release.version(), choice.mediaType(), "description"));
        all.addAll(shown(request, choice.mediaType()));
        String[] parts = all.toArray(String[]::new);
        if (request.has(parts)) {
            return kept(Reply.unchanged().tagged(parts), choice.mediaType());
        }
        return kept(
                Reply.ok(choice.mediaType(), description(choice.format(), release, request))
                        .tagged(parts),
                choice.mediaType());
    }

    private Content description(Format format, Release release, Request request) throws InterruptedException {
        if (format == Format.HTML) {
            return page.empty(request);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ResultWriter(format, bytes).write(description.of(release));
        return Content.of(bytes.toByteArray());
    }

    private static Reply kept(Reply reply, String mediaType) {
        boolean page = mediaType.equals(Format.HTML.mediaType());
        return (page ? reply.varyingBy("Accept", "Accept-Language") : reply.varyingBy("Accept")).keptFor(KEPT_SECONDS);
    }
}
