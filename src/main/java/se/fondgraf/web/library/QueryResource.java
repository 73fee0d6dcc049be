package se.fondgraf.web.library;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.query.Query;
import se.fondgraf.name.Printable;
import se.fondgraf.query.LibraryQuery;
import se.fondgraf.query.QueryLibrary;
import se.fondgraf.query.QueryRequestException;
import se.fondgraf.web.http.Accept;
import se.fondgraf.web.http.Content;
import se.fondgraf.web.http.Format;
import se.fondgraf.web.http.LinkHeader;
import se.fondgraf.web.http.Parameters;
import se.fondgraf.web.http.Refusal;
import se.fondgraf.web.http.Reply;
import se.fondgraf.web.http.Request;
import se.fondgraf.web.http.Resource;
import se.fondgraf.web.sparql.Answer;
import se.fondgraf.web.sparql.Queries;
import se.fondgraf.web.sparql.Question;

/**
 * {@code /queries/{name}}: the answer to a query of the library, in the format of the suffix or of {@code Accept}; with
 * {@code .rq}, the query itself with its parameters bound, to be taken elsewhere. {@code limit} and {@code offset} ask
 * for a part, whose neighbours {@code Link} names.
 */
public final class QueryResource implements Resource {
    static final String FOLDER = "/queries/";

    private static final String QUERY_TEXT = "rq";
    private static final String QUERY_TYPE = "application/sparql-query";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int FORM_BYTES = 64 * 1024;
    private static final int KEPT_SECONDS = 60;

    private final QueryLibrary library;
    private final Queries queries;
    private final String base;

    /**
     * The whole library.
     *
     * @param base of the data, for short forms such as {@code organization/proaros}
     */
    public QueryResource(QueryLibrary library, Queries queries, String base) {
        this.library = library;
        this.queries = queries;
        this.base = base;
    }

    @Override
    public Reply answer(Request request) throws IOException, InterruptedException {
        Parameters parameters =
                request.method().equals("POST") ? request.parameters().and(form(request)) : request.parameters();
        Asked asked = asked(request.path(), parameters);
        if (asked.suffix().filter(QUERY_TEXT::equals).isPresent()) {
            asked.page().narrow(asked.bound());
            String text = asked.bound().serialize();
            return Reply.ok(QUERY_TYPE, Content.of(text)).tagged(text).keptFor(KEPT_SECONDS);
        }
        if (isForPeople(request, asked)) {
            asked.page().narrow(asked.bound());
            return Reply.seeOther(
                            "/sparql?query=" + URLEncoder.encode(asked.bound().serialize(), StandardCharsets.UTF_8))
                    .varyingBy("Accept")
                    .keptFor(KEPT_SECONDS);
        }
        Accept.Choice choice = choice(request, asked);
        String identity = asked.bound().serialize();
        Answer answer = answer(queries.by(request.client()), asked, choice);
        return Reply.ok(answer.mediaType(), answer.content())
                .with("Link", links(asked, request.path(), answer.more()))
                .with("Content-Disposition", "inline; filename=\"" + asked.fileName(choice.format()) + "\"")
                .tagged(answer.version(), identity, asked.page().toString(), answer.mediaType())
                .varyingBy("Accept")
                .keptFor(KEPT_SECONDS);
    }

    /**
     * What a request asks for.
     *
     * @param suffix what stands behind the dot of the address
     * @param values of the query's parameters, as given
     */
    private record Asked(
            LibraryQuery query, Optional<String> suffix, Map<String, String> values, Page page, Query bound) {
        String fileName(Format format) {
            return query.name() + "." + format.extension();
        }

        List<Format> formats() {
            return bound.isSelectType() || bound.isAskType() ? Format.ROWS : Format.GRAPHS;
        }
    }

    private static Parameters form(Request request) throws IOException {
        if (!request.bodyType().equals(FORM)) {
            throw Refusal.of(415, "Parameters are posted as %s.".formatted(FORM));
        }
        return request.form(FORM_BYTES);
    }

    private Asked asked(String path, Parameters parameters) {
        String name = path.substring(FOLDER.length());
        int dot = name.lastIndexOf('.');
        Optional<String> suffix = dot < 0 ? Optional.empty() : Optional.of(name.substring(dot + 1));
        LibraryQuery query = find(dot < 0 ? name : name.substring(0, dot));
        Map<String, String> values = new LinkedHashMap<>();
        for (String parameter : parameters.names()) {
            // An empty field of a form is one that was left out.
            parameters
                    .one(parameter)
                    .filter(value -> !value.isEmpty() && !Page.NAMES.contains(parameter))
                    .ifPresent(value -> values.put(parameter, value));
        }
        Page page = Page.of(parameters, queries.limits().rows());
        return new Asked(query, suffix, values, page, bind(query, values));
    }

    private LibraryQuery find(String name) {
        try {
            return library.find(name);
        } catch (QueryRequestException e) {
            throw Refusal.of(404, sentence(e));
        }
    }

    private Query bind(LibraryQuery query, Map<String, String> values) {
        try {
            return query.bind(values, base);
        } catch (QueryRequestException e) {
            throw Refusal.badRequest(sentence(e));
        }
    }

    /** The library's messages begin in lower case and end without a stop, for the command line. */
    private static String sentence(QueryRequestException e) {
        String message = Printable.of(String.valueOf(e.getMessage()));
        return message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1) + ".";
    }

    /** A browser is led to the page of the endpoint, which shows the query and its answer as a table. */
    private static boolean isForPeople(Request request, Asked asked) {
        return asked.suffix().isEmpty()
                && !request.method().equals("POST")
                && request.accept()
                        .choose(Parameters.joined(asked.formats(), List.of(Format.HTML)))
                        .filter(choice -> choice.format() == Format.HTML)
                        .isPresent();
    }

    private static Accept.Choice choice(Request request, Asked asked) {
        List<Format> formats = asked.formats();
        return request.accept()
                .choose(
                        asked.suffix(),
                        formats,
                        () -> Refusal.of(
                                404,
                                "The answer to %s can be had as %s, and the query itself as .rq."
                                        .formatted(
                                                asked.query().name(),
                                                formats.stream()
                                                        .map(format -> "." + format.extension())
                                                        .collect(Collectors.joining(", ")))));
    }

    private static Answer answer(Queries queries, Asked asked, Accept.Choice choice) throws InterruptedException {
        Question question = Question.of(asked.bound());
        return asked.page().isPart()
                ? queries.part(
                        question,
                        choice.format(),
                        queries.release(),
                        asked.page().offset(),
                        asked.page().limit())
                : queries.answer(question, choice.format(), queries.release());
    }

    /** Addresses of this answer's neighbours and other forms, relative to the server. */
    private static String links(Asked asked, String path, boolean more) {
        LinkHeader links = new LinkHeader();
        Page page = asked.page();
        if (page.limit().isPresent()) {
            links.add(address(asked, path, Optional.of(page.first())), "first");
            page.previous().ifPresent(part -> links.add(address(asked, path, Optional.of(part)), "prev"));
            page.next()
                    .filter(part -> more)
                    .ifPresent(part -> links.add(address(asked, path, Optional.of(part)), "next"));
        }
        String plain = FOLDER + asked.query().name() + ".";
        for (Format format : asked.formats()) {
            links.add(address(asked, plain + format.extension(), Optional.of(page)), "alternate", format.mediaType());
        }
        return links.add(address(asked, plain + QUERY_TEXT, Optional.empty()), "describedby", QUERY_TYPE)
                .toString();
    }

    private static String address(Asked asked, String path, Optional<Page> page) {
        Map<String, String> parameters = new LinkedHashMap<>(asked.values());
        page.ifPresent(part -> part.addTo(parameters));
        String query = parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return path + (query.isEmpty() ? "" : "?" + query);
    }
}
