package se.fondgraf.web.library;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import se.fondgraf.query.LibraryQuery;
import se.fondgraf.query.QueryLibrary;
import se.fondgraf.query.QueryParameter;
import se.fondgraf.query.Text;
import se.fondgraf.web.html.Frame;
import se.fondgraf.web.http.Accept;
import se.fondgraf.web.http.Content;
import se.fondgraf.web.http.Format;
import se.fondgraf.web.http.Refusal;
import se.fondgraf.web.http.Reply;
import se.fondgraf.web.http.Request;
import se.fondgraf.web.http.Resource;

/** {@code /queries}: every query of the library with its parameters, for programs and as a page of forms. */
public final class QueryList implements Resource {
    static final String PATH = "/queries";

    /** For programs, unless the page is asked for. */
    private static final List<Format> FORMATS = List.of(Format.JSON, Format.HTML);

    private static final JsonMapper JSON = new JsonMapper();
    private static final int KEPT_SECONDS = 3600;

    private final byte[] json;
    private final QueryForms forms;
    private final Frame frame;

    /**
     * The list.
     *
     * @param frame of its page
     */
    public QueryList(QueryLibrary library, Frame frame) {
        this.forms = new QueryForms(library);
        this.frame = frame;
        ObjectNode root = JSON.createObjectNode();
        ArrayNode queries = root.putArray("queries");
        library.queries().forEach(query -> describe(query, queries.addObject()));
        try {
            json = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts is JSON", e);
        }
    }

    private static void describe(LibraryQuery query, ObjectNode object) {
        object.put("name", query.name());
        text(object.putObject("title"), query.title());
        text(object.putObject("summary"), query.summary());
        query.tags().forEach(object.putArray("tags")::add);
        ArrayNode parameters = object.putArray("parameters");
        query.parameters().forEach(parameter -> describe(parameter, parameters.addObject()));
        query.columns().forEach(object.putArray("columns")::add);
        object.put("address", QueryResource.FOLDER + query.name());
        object.put("query", QueryResource.FOLDER + query.name() + ".rq");
    }

    private static void describe(QueryParameter parameter, ObjectNode object) {
        object.put("name", parameter.name());
        object.put("type", parameter.type().word());
        object.put("expectation", parameter.type().expectation());
        parameter.rangeClass().ifPresent(name -> object.put("class", name));
        object.put("required", !parameter.optional());
        object.put(parameter.optional() ? "default" : "example", parameter.sample());
        text(object.putObject("label"), parameter.label());
    }

    private static void text(ObjectNode object, Text text) {
        object.put("sv", text.sv());
        object.put("en", text.en());
    }

    @Override
    public Reply answer(Request request) {
        Format format = request.accept()
                .choose(FORMATS)
                .map(Accept.Choice::format)
                .orElseThrow(() -> Refusal.notAcceptable(FORMATS));
        if (format == Format.HTML) {
            return frame.page(forms.page(request)).keptFor(KEPT_SECONDS);
        }
        return Reply.ok("application/json", Content.of(json))
                .tagged("queries", new String(json, java.nio.charset.StandardCharsets.UTF_8))
                .varyingBy("Accept", "Accept-Language")
                .keptFor(KEPT_SECONDS);
    }
}
