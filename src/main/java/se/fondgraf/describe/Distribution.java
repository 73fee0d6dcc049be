package se.fondgraf.describe;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file that the data can be had as.
 *
 * @param name the file's name, letters, digits, dots and hyphens alone
 * @param address where it is, below the public address, without a slash before it, such as
 *     {@code dumps/0123456789abcdef/core.nt.gz}
 * @param title what it holds
 * @param mediaType of what is in it, such as {@code application/n-triples}
 * @param format the IRI of that format in the EU's list
 * @param compressed whether it is packed by gzip
 * @param bytes of the file as it is
 * @param sha256 of the file as it is, in lower-case hex
 */
public record Distribution(
        String name,
        String address,
        Texts title,
        String mediaType,
        String format,
        boolean compressed,
        long bytes,
        String sha256) {
    private static final String FORMATS = "http://publications.europa.eu/resource/authority/file-type/";

    /** Media type and the EU's name of the format, by extension. */
    private static final Map<String, List<String>> KNOWN = Map.ofEntries(
            Map.entry("nt", List.of("application/n-triples", "RDF_N_TRIPLES")),
            Map.entry("nq", List.of("application/n-quads", "RDF_N_QUADS")),
            Map.entry("ttl", List.of("text/turtle", "RDF_TURTLE")),
            Map.entry("trig", List.of("application/trig", "RDF_TRIG")),
            Map.entry("rdf", List.of("application/rdf+xml", "RDF_XML")),
            Map.entry("jsonld", List.of("application/ld+json", "JSON_LD")),
            Map.entry("csv", List.of("text/csv", "CSV")),
            Map.entry("json", List.of("application/json", "JSON")),
            Map.entry("jsonl", List.of("application/jsonl", "JSON")),
            Map.entry("txt", List.of("text/plain", "TXT")),
            Map.entry("zip", List.of("application/zip", "ZIP")));

    public Distribution {
        if (!name.matches("[A-Za-z0-9._-]+") || !sha256.matches("[0-9a-f]{64}") || bytes < 0) {
            throw new IllegalArgumentException("no distribution: " + name);
        }
    }

    /**
     * A file of a known kind, by its name.
     *
     * @return empty when its extension is not known; such a file is no form of the data
     */
    public static Optional<Distribution> ofFile(String folder, String name, Texts title, long bytes, String sha256) {
        boolean compressed = name.endsWith(".gz");
        String plain = compressed ? name.substring(0, name.length() - 3) : name;
        return Optional.ofNullable(KNOWN.get(plain.substring(plain.lastIndexOf('.') + 1)))
                .map(known -> new Distribution(
                        name, folder + name, title, known.get(0), FORMATS + known.get(1), compressed, bytes, sha256));
    }

    /** Whether it holds RDF, so that VoID counts it as a dump. */
    boolean isRdf() {
        return format.startsWith(FORMATS + "RDF_") || format.equals(FORMATS + "JSON_LD");
    }
}
