package se.fondgraf.web.description;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import se.fondgraf.describe.Operator;
import se.fondgraf.query.LibraryQuery;
import se.fondgraf.query.QueryLibrary;
import se.fondgraf.query.QueryParameter;
import se.fondgraf.web.http.Addresses;
import se.fondgraf.web.http.Content;
import se.fondgraf.web.http.Format;
import se.fondgraf.web.http.Reply;
import se.fondgraf.web.http.Request;
import se.fondgraf.web.http.Resource;
import se.fondgraf.web.http.Route;

/**
 * {@code /openapi.json}: the interface by OpenAPI 3.1, made from the routes that there are and from the parameters of
 * the library's queries, so that it cannot tell of anything else.
 */
final class OpenApi implements Resource {
    static final String PATH = "/openapi.json";

    private static final int KEPT_SECONDS = 3600;
    private static final String QUERIES = "/queries/*";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Addresses addresses;
    private final Operator operator;
    private final QueryLibrary library;
    private final Supplier<List<Route>> routes;

    OpenApi(Addresses addresses, Operator operator, QueryLibrary library, Supplier<List<Route>> routes) {
        this.addresses = addresses;
        this.operator = operator;
        this.library = library;
        this.routes = routes;
    }

    @Override
    public Reply answer(Request request) {
        String text = document();
        return Reply.ok("application/json", Content.of(text)).tagged(text).keptFor(KEPT_SECONDS);
    }

    private String document() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("openapi", "3.1.0");
        ObjectNode info = document.putObject("info");
        info.put("title", operator.title().in("en"));
        info.put("summary", "Read-only linked open data: SPARQL, documents, descriptions and ready questions.");
        info.put("description", operator.description().in("en"));
        info.put("version", version());
        ObjectNode contact =
                info.putObject("contact").put("name", operator.contact().name().in("en"));
        operator.contact().email().ifPresent(address -> contact.put("email", address));
        operator.contact().url().ifPresent(address -> contact.put("url", address));
        info.putObject("license").put("name", "Licence of the data").put("url", operator.licence());
        String home = addresses.absolute("/");
        document.putArray("servers").addObject().put("url", home.substring(0, home.length() - 1));
        ObjectNode paths = document.putObject("paths");
        sparql(paths);
        for (Route route : routes.get()) {
            if (route.path().equals(QUERIES)) {
                library.queries().forEach(query -> query(paths, route, query));
            } else if (library.queries().stream()
                    .noneMatch(query -> route.path().equals("/queries/" + query.name()))) {
                plain(paths, route);
            }
        }
        problem(document.putObject("components"));
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String version() {
        return Optional.ofNullable(OpenApi.class.getPackage().getImplementationVersion())
                .orElse("unreleased");
    }

    private static void sparql(ObjectNode paths) {
        ObjectNode item = paths.putObject("/sparql");
        ObjectNode get =
                operation(item, "get", "sparql", "Answers a SPARQL 1.1 query; without one, describes the endpoint.");
        parameter(get, "query", "query", false, "A SPARQL 1.1 query.")
                .putObject("schema")
                .put("type", "string");
        for (String graph : List.of("default-graph-uri", "named-graph-uri")) {
            ObjectNode schema = parameter(get, graph, "query", false, "By the SPARQL 1.1 Protocol; may be repeated.")
                    .putObject("schema");
            schema.put("type", "array").putObject("items").put("type", "string").put("format", "uri");
        }
        responses(get, all());
        ObjectNode post = operation(item, "post", "sparqlPost", "Answers a SPARQL 1.1 query.");
        ObjectNode content = post.putObject("requestBody").put("required", true).putObject("content");
        content.putObject("application/sparql-query").putObject("schema").put("type", "string");
        ObjectNode form = content.putObject("application/x-www-form-urlencoded").putObject("schema");
        form.put("type", "object").putArray("required").add("query");
        form.putObject("properties").putObject("query").put("type", "string");
        responses(post, all());
    }

    private static List<String> all() {
        return java.util.stream.Stream.concat(Format.ROWS.stream(), Format.GRAPHS.stream())
                .map(Format::mediaType)
                .toList();
    }

    private static void query(ObjectNode paths, Route route, LibraryQuery query) {
        ObjectNode item = paths.putObject("/queries/" + query.name());
        ObjectNode get =
                operation(item, "get", "query-" + query.name(), query.title().en());
        get.put("description", query.summary().en());
        ArrayNode tags = get.putArray("tags");
        query.tags().forEach(tags::add);
        query.parameters().forEach(declared -> declare(get, declared));
        responses(get, Format.ROWS.stream().map(Format::mediaType).toList());
        if (route.methods().contains("POST")) {
            ObjectNode post = operation(
                    item, "post", "post-" + query.name(), query.title().en());
            ObjectNode form = post.putObject("requestBody")
                    .putObject("content")
                    .putObject("application/x-www-form-urlencoded")
                    .putObject("schema");
            form.put("type", "object");
            ObjectNode properties = form.putObject("properties");
            query.parameters().forEach(declared -> schema(properties.putObject(declared.name()), declared));
            responses(post, Format.ROWS.stream().map(Format::mediaType).toList());
        }
    }

    private static void declare(ObjectNode operation, QueryParameter declared) {
        String range = declared.rangeClass().map(type -> " (" + type + ")").orElse("");
        ObjectNode parameter = parameter(
                operation,
                declared.name(),
                "query",
                !declared.optional(),
                declared.label().en() + range + ": " + declared.type().expectation() + ".");
        schema(parameter.putObject("schema"), declared);
        parameter.put("example", declared.sample());
    }

    private static void schema(ObjectNode schema, QueryParameter declared) {
        switch (declared.type()) {
            case INTEGER -> schema.put("type", "integer");
            case LEVEL ->
                schema.put("type", "string").putArray("enum").add("office").add("parent");
            case IRI, STRING -> schema.put("type", "string");
        }
        if (declared.optional()) {
            switch (declared.type()) {
                case INTEGER -> schema.put("default", Long.parseLong(declared.sample()));
                case LEVEL, IRI, STRING -> schema.put("default", declared.sample());
            }
        }
    }

    private static void plain(ObjectNode paths, Route route) {
        boolean folder = route.path().endsWith("/*");
        String path = folder ? route.path().replaceFirst("\\*$", "{path}") : route.path();
        ObjectNode item = paths.putObject(path);
        RouteWords words = RouteWords.of(route.path());
        for (String method : List.of("GET", "POST")) {
            if (route.methods().contains(method)) {
                ObjectNode operation =
                        operation(item, method.toLowerCase(Locale.ROOT), id(method, path), words.summary());
                if (folder) {
                    parameter(operation, "path", "path", true, "What follows, with its slashes.")
                            .putObject("schema")
                            .put("type", "string");
                }
                responses(operation, words.mediaTypes());
            }
        }
    }

    private static String id(String method, String path) {
        return method.toLowerCase(Locale.ROOT)
                + path.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("-$", "");
    }

    private static ObjectNode operation(ObjectNode item, String method, String id, String summary) {
        return item.putObject(method).put("operationId", id).put("summary", summary);
    }

    private static ObjectNode parameter(
            ObjectNode operation, String name, String in, boolean required, String description) {
        return operation
                .withArray("parameters")
                .addObject()
                .put("name", name)
                .put("in", in)
                .put("required", required)
                .put("description", description);
    }

    private static void responses(ObjectNode operation, List<String> mediaTypes) {
        ObjectNode responses = operation.putObject("responses");
        ObjectNode found = responses.putObject("200").put("description", "The whole answer.");
        ObjectNode content = found.putObject("content");
        mediaTypes.forEach(content::putObject);
        ObjectNode refused = responses.putObject("default").put("description", "Refused, with the reason.");
        refused.putObject("content")
                .putObject("application/problem+json")
                .putObject("schema")
                .put("$ref", "#/components/schemas/Problem");
    }

    private static void problem(ObjectNode components) {
        ObjectNode problem =
                components.putObject("schemas").putObject("Problem").put("type", "object");
        ObjectNode properties = problem.putObject("properties");
        properties.putObject("title").put("type", "string");
        properties.putObject("status").put("type", "integer");
        properties.putObject("detail").put("type", "string").put("description", "A sentence for people.");
    }
}
