package se.fondgraf.web.description;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import se.fondgraf.web.http.Format;

/**
 * What OpenAPI says of a route.
 *
 * @param summary a sentence
 * @param mediaTypes it answers in
 */
record RouteWords(String summary, List<String> mediaTypes) {
    private static final List<String> DOCUMENT = Stream.concat(Format.GRAPHS.stream(), Stream.of(Format.HTML))
            .map(Format::mediaType)
            .toList();
    private static final List<String> PAGE = List.of(Format.HTML.mediaType());
    private static final List<String> JSON = List.of("application/json");

    private static final Map<String, RouteWords> KNOWN = Map.ofEntries(
            entry("/", "The start page.", PAGE),
            entry("/health", "Whether the server answers, and from which release.", JSON),
            entry("/metrics", "Figures for Prometheus.", List.of("text/plain")),
            entry("/assets/*", "Files that pages load.", List.of("text/css", "text/javascript")),
            entry("/id/*", "Leads to the document about the thing, with 303.", DOCUMENT),
            entry("/doc/*", "The document about a thing, by Accept or suffix.", DOCUMENT),
            entry("/page/*", "The published text of a captured page.", List.of("text/plain")),
            entry("/code/*", "A code of a code list.", DOCUMENT),
            entry("/graph/*", "What a named graph holds.", DOCUMENT),
            entry("/ontology", "The ontology, by Accept or suffix.", DOCUMENT),
            entry("/ontology/*", "The ontology of a version.", DOCUMENT),
            entry(
                    "/queries",
                    "The library of ready questions.",
                    Stream.concat(JSON.stream(), PAGE.stream()).toList()),
            entry("/reconcile", "The Reconciliation API 0.2 of the W3C community group.", JSON),
            entry("/dumps/*", "Releases as files.", List.of("application/octet-stream", "text/html")),
            entry("/dataset", "The record of the dataset by DCAT-AP, by Accept or suffix.", DOCUMENT),
            entry("/.well-known/void", "The VoID description of the dataset.", DOCUMENT.subList(0, 4)),
            entry("/openapi.json", "This document.", JSON),
            entry("/robots.txt", "What crawlers may do.", List.of("text/plain")),
            entry(
                    "/sitemap.xml",
                    "The documents there are, for crawlers; its parts by the parameter part.",
                    List.of("application/xml")));

    private static Map.Entry<String, RouteWords> entry(String path, String summary, List<String> mediaTypes) {
        return Map.entry(path, new RouteWords(summary, mediaTypes));
    }

    /** The words about a route; a path with a suffix is in that format alone. */
    static RouteWords of(String path) {
        RouteWords known = KNOWN.get(path);
        if (known != null) {
            return known;
        }
        int dot = path.lastIndexOf('.');
        RouteWords whole = dot < 0 ? null : KNOWN.get(path.substring(0, dot));
        if (whole != null) {
            return new RouteWords(
                    whole.summary(),
                    Format.ofExtension(path.substring(dot + 1), List.of(Format.values()))
                            .map(format -> List.of(format.mediaType()))
                            .orElse(whole.mediaTypes()));
        }
        return new RouteWords("Reads " + path + ".", List.of("application/octet-stream"));
    }
}
