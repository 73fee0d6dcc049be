package se.fondgraf.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;

/**
 * A SPARQL 1.1 query, of the library or any other, with its declared parameters. The form of the header is described at
 * {@link QueryHeader}; a query without one has no parameters.
 */
public final class LibraryQuery {
    /** The base of the published data, against which short forms are resolved unless another is given. */
    public static final String DEFAULT_BASE = "https://w3id.org/fondgraf/";

    private final QueryHeader header;
    private final String text;
    private final Query query;

    private LibraryQuery(QueryHeader header, String text, Query query) {
        this.header = header;
        this.text = text;
        this.query = query;
    }

    /**
     * Reads a query file.
     *
     * @param fileName the file's name or path; a header must carry the same name
     * @throws QueryFileException when the text is no SPARQL 1.1 query, or its header is wrong or does not fit it
     */
    public static LibraryQuery parse(String fileName, String text) {
        String stem = stem(fileName);
        Optional<QueryHeader> header = QueryHeader.read(fileName, text);
        Query query = parseQuery(fileName, text);
        header.ifPresent(found -> {
            if (!found.name().equals(stem)) {
                throw new QueryFileException(fileName, 1, "the header's name is " + found.name() + ", not " + stem);
            }
            new ParameterCheck(fileName, text, query).check(found);
        });
        return new LibraryQuery(
                header.orElseGet(() -> new QueryHeader(stem, new Text(stem, stem), Text.EMPTY, List.of(), List.of())),
                text,
                query);
    }

    public String name() {
        return header.name();
    }

    public Text title() {
        return header.title();
    }

    /** What the answer holds and how it counts; empty for a query without a header. */
    public Text summary() {
        return header.summary();
    }

    public List<QueryParameter> parameters() {
        return header.parameters();
    }

    public List<String> tags() {
        return header.tags();
    }

    /** The variables of its answer, in order; none for one that answers with triples or a truth. */
    public List<String> columns() {
        return query.isSelectType() ? List.copyOf(query.getResultVars()) : List.of();
    }

    /** The file as it stands, with header and examples: it runs unchanged in any SPARQL 1.1 tool. */
    public String text() {
        return text;
    }

    /** Binds with short forms meaning the published data; see {@link #bind(Map, String)}. */
    public Query bind(Map<String, String> values) {
        return bind(values, DEFAULT_BASE);
    }

    /**
     * The query with the parameters bound to terms. A parameter that is not given keeps its default.
     *
     * @param base the base of the data, such as {@link #DEFAULT_BASE}, for short forms like
     *     {@code organization/proaros}
     * @throws QueryRequestException when a value is not of its parameter's type, a parameter without default is
     *     missing, or a name is not one of the query's parameters
     */
    public Query bind(Map<String, String> values, String base) {
        values.keySet().stream().sorted().forEach(this::checkKnown);
        ShortForms shortForms = new ShortForms(base, query.getPrefixMapping());
        Map<String, Node> terms = new LinkedHashMap<>();
        for (QueryParameter parameter : parameters()) {
            Optional<String> given = Optional.ofNullable(values.get(parameter.name()));
            if (given.isEmpty() && !parameter.optional()) {
                throw new QueryRequestException("%s needs the parameter %s: %s, for example %s"
                        .formatted(name(), parameter.name(), parameter.type().expectation(), parameter.sample()));
            }
            String value = given.orElse(parameter.sample());
            terms.put(parameter.name(), parameter.type().term(value, shortForms).orElseThrow(() -> wrong(parameter)));
        }
        return ParameterBlocks.replace(query, terms);
    }

    private void checkKnown(String parameter) {
        List<String> known = parameters().stream().map(QueryParameter::name).toList();
        if (!known.contains(parameter)) {
            throw new QueryRequestException(
                    known.isEmpty()
                            ? name() + " has no parameters"
                            : name() + " has no such parameter; it has " + String.join(", ", known));
        }
    }

    /** The value itself is not repeated: it may be long, or meant to mislead the reader of a log. */
    private static QueryRequestException wrong(QueryParameter parameter) {
        return new QueryRequestException("the parameter %s must be %s, for example %s"
                .formatted(parameter.name(), parameter.type().expectation(), parameter.sample()));
    }

    private static Query parseQuery(String file, String text) {
        try {
            return QueryFactory.create(text, Syntax.syntaxSPARQL_11);
        } catch (QueryParseException e) {
            throw new QueryFileException(file, Math.max(1, e.getLine()), firstLine(e));
        } catch (QueryException e) {
            throw new QueryFileException(file, 1, firstLine(e));
        }
    }

    private static String firstLine(QueryException e) {
        return Optional.ofNullable(e.getMessage())
                .flatMap(message -> message.lines().findFirst())
                .orElse("not a SPARQL 1.1 query");
    }

    private static String stem(String fileName) {
        String last = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        return last.endsWith(".rq") ? last.substring(0, last.length() - 3) : last;
    }
}
