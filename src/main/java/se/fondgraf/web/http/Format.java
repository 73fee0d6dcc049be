package se.fondgraf.web.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.resultset.ResultSetLang;

/** The formats of replies, in the server's order of preference: one row each. */
public enum Format {
    JSON("json", "application/sparql-results+json", "application/json"),
    XML("xml", "application/sparql-results+xml", ""),
    CSV("csv", "text/csv", ""),
    TSV("tsv", "text/tab-separated-values", ""),
    TURTLE("ttl", "text/turtle", ""),
    N_TRIPLES("nt", "application/n-triples", ""),
    JSON_LD("jsonld", "application/ld+json", ""),
    RDF_XML("rdf", "application/rdf+xml", ""),
    /** For people. */
    HTML("html", "text/html", ""),
    /** The lines of a page. */
    TEXT("txt", "text/plain", "");

    /** For SELECT and ASK. */
    public static final List<Format> ROWS = List.of(JSON, XML, CSV, TSV);

    /** For CONSTRUCT and DESCRIBE. */
    public static final List<Format> GRAPHS = List.of(TURTLE, N_TRIPLES, JSON_LD, RDF_XML);

    private final String extension;
    private final String mediaType;
    private final String alias;

    Format(String extension, String mediaType, String alias) {
        this.extension = extension;
        this.mediaType = mediaType;
        this.alias = alias;
    }

    /** What stands behind the dot of an address that asks for this format. */
    public String extension() {
        return extension;
    }

    /** The media type. */
    public String mediaType() {
        return mediaType;
    }

    /** The format among these that an address asks for by what stands behind its last dot. */
    public static Optional<Format> ofExtension(String extension, List<Format> formats) {
        return formats.stream()
                .filter(format -> format.extension.equals(extension))
                .findFirst();
    }

    /** The media types that ask for this format, its own first. */
    public List<String> mediaTypes() {
        List<String> types = new ArrayList<>();
        types.add(mediaType);
        if (!alias.isEmpty()) {
            types.add(alias);
        }
        return types;
    }

    /**
     * Looks whether the term can be written. XML 1.0 has no way to hold most control characters, and Jena writes them
     * as references that no parser takes.
     *
     * @throws Refusal 422 when it cannot
     */
    public void check(Node term) {
        if (this == XML || this == RDF_XML) {
            String text = term.isLiteral() ? term.getLiteralLexicalForm() : term.isURI() ? term.getURI() : "";
            if (!text.codePoints().allMatch(Format::isXml)) {
                throw Refusal.of(422, "The result holds a character that XML cannot; ask for another format.");
            }
        }
    }

    /** By the production Char of XML 1.0. */
    private static boolean isXml(int c) {
        return c >= 0x20
                ? c < 0xD800 || (c > 0xDFFF && c != 0xFFFE && c != 0xFFFF)
                : c == '\t' || c == '\n' || c == '\r';
    }

    /** What Jena calls it, for rows. */
    public Lang rowsLang() {
        return switch (this) {
            case JSON -> ResultSetLang.RS_JSON;
            case XML -> ResultSetLang.RS_XML;
            case CSV -> ResultSetLang.RS_CSV;
            case TSV -> ResultSetLang.RS_TSV;
            case TURTLE, N_TRIPLES, JSON_LD, RDF_XML, HTML, TEXT ->
                throw new IllegalStateException("no format of rows");
        };
    }

    /** What Jena calls it, for graphs; Turtle in the form that is written as it goes, without recursion. */
    public RDFFormat graphFormat() {
        return switch (this) {
            case TURTLE -> RDFFormat.TURTLE_BLOCKS;
            case N_TRIPLES -> RDFFormat.NTRIPLES_UTF8;
            case JSON_LD -> RDFFormat.JSONLD;
            case RDF_XML -> RDFFormat.RDFXML_PLAIN;
            case JSON, XML, CSV, TSV, HTML, TEXT -> throw new IllegalStateException("no format of graphs");
        };
    }
}
