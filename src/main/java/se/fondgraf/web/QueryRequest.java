package se.fondgraf.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A query as SPARQL 1.1 Protocol §2.1 sends it.
 *
 * @param query the text
 * @param defaultGraphs the default graph as asked for by the protocol
 * @param namedGraphs the named graphs as asked for by the protocol
 * @param accept what the client reads
 */
record QueryRequest(String query, List<String> defaultGraphs, List<String> namedGraphs, Accept accept) {
    static final String FORM = "application/x-www-form-urlencoded";
    static final String TEXT = "application/sparql-query";

    /** A form writes most characters of a query in three bytes, and has room for names of graphs. */
    private static final int FORM_BYTES = 4 * Limits.QUERY_BYTES;

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");

    /**
     * Reads the request, its body too.
     *
     * @throws Refusal 400, 405, 413 or 415
     */
    static QueryRequest read(HttpServletRequest request) throws IOException {
        if (!METHODS.contains(request.getMethod())) {
            throw Refusal.of(405, "The endpoint takes GET, HEAD and POST; it answers queries and changes nothing.");
        }
        Parameters address = Parameters.parse(bytewise(
                Optional.ofNullable(request.getQueryString()).orElse("").getBytes(StandardCharsets.UTF_8)));
        Accept accept = new Accept(Collections.list(request.getHeaders("Accept")));
        if (!request.getMethod().equals("POST")) {
            return of(address, List.of(), accept);
        }
        return switch (bodyType(request)) {
            case FORM -> {
                byte[] body = body(request, FORM_BYTES);
                Parameters form = Parameters.parse(bytewise(body));
                yield of(address.and(form), List.of(), accept);
            }
            case TEXT -> {
                byte[] body = body(request, Limits.QUERY_BYTES);
                yield of(address, List.of(Parameters.utf8(body)), accept);
            }
            default -> throw Refusal.of(415, "A query is posted as %s or %s.".formatted(FORM, TEXT));
        };
    }

    private static QueryRequest of(Parameters parameters, List<String> posted, Accept accept) {
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
        return new QueryRequest(query, parameters.all("default-graph-uri"), parameters.all("named-graph-uri"), accept);
    }

    private static String bytewise(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static String bodyType(HttpServletRequest request) {
        for (String encoding : Collections.list(request.getHeaders("Content-Encoding"))) {
            if (!encoding.strip().equalsIgnoreCase("identity")) {
                throw Refusal.of(415, "Compressed requests are not read; send the query as it is.");
            }
        }
        String[] parts = Optional.ofNullable(request.getContentType())
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .split(";", -1);
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip().replace("\"", "");
            if (parameter.startsWith("charset=") && !parameter.equals("charset=utf-8")) {
                throw Refusal.of(415, "A query is sent in UTF-8.");
            }
        }
        return parts[0].strip();
    }

    private static byte[] body(HttpServletRequest request, int limit) throws IOException {
        if (request.getContentLengthLong() > limit) {
            throw tooLarge();
        }
        try (InputStream in = request.getInputStream()) {
            byte[] body = in.readNBytes(limit + 1);
            if (body.length > limit) {
                throw tooLarge();
            }
            return body;
        }
    }

    private static Refusal tooLarge() {
        return Refusal.of(413, "The query is longer than the limit of %,d bytes.".formatted(Limits.QUERY_BYTES));
    }
}
