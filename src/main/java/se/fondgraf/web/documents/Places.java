package se.fondgraf.web.documents;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import se.fondgraf.web.http.Addresses;

/**
 * Which path of this server belongs to which IRI of the data, both ways. Things, pages and graphs move with the base;
 * ontology and codes do not, and are served here all the same.
 */
final class Places {
    /** Where ontology and codes are, whatever the base. */
    static final String FIXED = "https://w3id.org/fondgraf/";

    /** Longer paths belong to nothing that there is. */
    private static final int LONGEST = 1_000;

    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*");
    private static final String LINES = "#line=";
    private static final Pattern LINE = Pattern.compile("#line=([0-9]{1,9}),([0-9]{1,9})");

    /** What moves with the base and can be asked for here. */
    private static final List<String> AREAS = List.of("/id/", "/page/", "/graph/", "/doc/");

    private final Addresses addresses;

    Places(Addresses addresses) {
        this.addresses = addresses;
    }

    /** The base of the data. */
    String base() {
        return addresses.base();
    }

    /** The public address of a path on this server. */
    String absolute(String path) {
        return addresses.absolute(path);
    }

    /**
     * Whether the path, without its first slash, can be that of something: what no IRI of ours has is not looked up.
     */
    static boolean isPlain(String path) {
        return path.length() <= LONGEST && SAFE.matcher(path).matches();
    }

    /**
     * The thing that the document of that name is about. {@code project/x} is about {@code id/project/x};
     * {@code code/x}, {@code graph/x} and {@code page/x} are about what has that path.
     */
    Node thing(String name) {
        if (name.startsWith("code/")) {
            return NodeFactory.createURI(FIXED + name);
        }
        boolean asItIs = name.startsWith("graph/") || name.startsWith("page/");
        return NodeFactory.createURI(base() + (asItIs ? name : "id/" + name));
    }

    /** The IRI of the document of that name. */
    Node document(String name) {
        return NodeFactory.createURI(base() + "doc/" + name);
    }

    /** The graph of the data with that name. */
    Node graph(String name) {
        return NodeFactory.createURI(base() + "graph/" + name);
    }

    /** The name of the document about a thing; empty for what has none here. */
    Optional<String> name(String iri) {
        return path(iri)
                .map(path -> path.startsWith("/id/") ? path.substring(4) : path.substring(1))
                .filter(name -> isPlain(name) && name.contains("/"));
    }

    /**
     * Where a browser finds what has this IRI, on this server; a line of a page at its number counted from 1. Empty for
     * IRIs of elsewhere.
     */
    Optional<String> path(String iri) {
        Optional<Matcher> line = line(iri);
        if (line.isPresent()) {
            int first = Integer.parseInt(line.get().group(1)) + 1;
            return path(iri.substring(0, line.get().start())).map(path -> path + "#L" + first);
        }
        if (iri.startsWith(FIXED + "code/") || iri.startsWith(FIXED + "ontology")) {
            return Optional.of(iri.substring(FIXED.length() - 1));
        }
        return addresses.path(iri).filter(path -> AREAS.stream().anyMatch(path::startsWith));
    }

    /** The lines that an IRI points at, counted from 1: {@code 17} or {@code 17–19}; empty for other IRIs. */
    static Optional<String> lines(String iri) {
        return line(iri).map(line -> {
            int first = Integer.parseInt(line.group(1)) + 1;
            int last = Integer.parseInt(line.group(2));
            return first >= last ? "" + first : first + "–" + last;
        });
    }

    /** The end of an IRI that points at lines. */
    private static Optional<Matcher> line(String iri) {
        int at = iri.lastIndexOf(LINES);
        if (at < 0) {
            return Optional.empty();
        }
        Matcher line = LINE.matcher(iri).region(at, iri.length());
        return line.matches() ? Optional.of(line) : Optional.empty();
    }
}
