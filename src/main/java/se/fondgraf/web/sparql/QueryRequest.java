package se.fondgraf.web.sparql;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import se.fondgraf.web.http.Accept;
import se.fondgraf.web.http.Parameters;
import se.fondgraf.web.http.Refusal;
import se.fondgraf.web.http.Request;

/**
 * A query as SPARQL 1.1 Protocol §2.1 sends it.
 *
 * @param query the text
 * @param defaultGraphs the default graph as asked for by the protocol
 * @param namedGraphs the named graphs as asked for by the protocol
 * @param accept what the client reads
 * @param parameter the parameter of that name, which goes before the header; empty when there is none
 */
record QueryRequest(
        String query, List<String> defaultGraphs, List<String> namedGraphs, Accept accept, String parameter) {
    static final String FORM = "application/x-www-form-urlencoded";
    static final String TEXT = "application/sparql-query";

    /** A form writes most characters of a query in three bytes, and has room for names of graphs. */
    private static final int FORM_BYTES = 4 * Limits.QUERY_BYTES;

    /**
     * Reads the request, its body too.
     *
     * @throws Refusal 400, 413 or 415
     */
    static QueryRequest read(Request request) throws IOException {
        Parameters address = request.parameters();
        if (!request.method().equals("POST")) {
            return of(request, address, List.of());
        }
        return switch (request.bodyType()) {
            case FORM -> of(request, address.and(request.form(FORM_BYTES)), List.of());
            case TEXT -> of(request, address, List.of(Parameters.utf8(request.body(Limits.QUERY_BYTES))));
            default -> throw Refusal.of(415, "A query is posted as %s or %s.".formatted(FORM, TEXT));
        };
    }

    /** What the client reads; a form in a browser says it in a parameter, since it cannot change the header. */
    static Accept accept(Request request, Parameters parameters) {
        return parameters.one("accept").map(type -> new Accept(List.of(type))).orElseGet(request::accept);
    }

    private static QueryRequest of(Request request, Parameters parameters, List<String> posted) {
        List<String> queries =
                posted.isEmpty() ? parameters.all("query") : Parameters.joined(posted, parameters.all("query"));
        if (queries.size() != 1) {
            throw Refusal.badRequest("Send exactly one query; this request holds %d.".formatted(queries.size()));
        }
        String query = queries.getFirst();
        if (query.isBlank()) {
            throw Refusal.badRequest("The query is empty.");
        }
        if (query.length() > Limits.QUERY_BYTES || query.getBytes(StandardCharsets.UTF_8).length > Limits.QUERY_BYTES) {
            throw tooLarge();
        }
        return new QueryRequest(
                query,
                parameters.all("default-graph-uri"),
                parameters.all("named-graph-uri"),
                accept(request, parameters),
                parameters.one("accept").orElse(""));
    }

    private static Refusal tooLarge() {
        return Refusal.of(413, "The query is longer than the limit of %,d bytes.".formatted(Limits.QUERY_BYTES));
    }
}
