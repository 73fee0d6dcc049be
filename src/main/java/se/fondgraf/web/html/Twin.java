package se.fondgraf.web.html;

import se.fondgraf.web.http.Format;

/**
 * The same content in a format for machines.
 *
 * @param name what the format is called in print
 * @param mediaType of the twin
 * @param href its address on this server
 */
public record Twin(String name, String mediaType, String href) {
    /** The twin in that format. */
    public static Twin of(Format format, String href) {
        String name = switch (format) {
            case JSON -> "JSON";
            case XML -> "XML";
            case CSV -> "CSV";
            case TSV -> "TSV";
            case TURTLE -> "Turtle";
            case N_TRIPLES -> "N-Triples";
            case JSON_LD -> "JSON-LD";
            case RDF_XML -> "RDF/XML";
            case HTML -> "HTML";
            case TEXT -> "Text";
        };
        return new Twin(name, format.mediaType(), href);
    }
}
