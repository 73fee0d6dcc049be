package se.fondgraf.query;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.apache.jena.shared.PrefixMapping;

/**
 * The short forms in which people read and write IRIs: {@code organization/proaros} for what stands under {@code id/},
 * {@code page/…}, {@code graph/…} and {@code doc/…} under the base, {@code code/…} for codes, and the prefixed names of
 * the query.
 */
final class ShortForms {
    private static final List<String> UNDER_BASE = List.of("id/", "doc/", "page/", "graph/");
    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9-]+(/[A-Za-z0-9-]+)+");
    private static final Pattern PREFIXED = Pattern.compile("([A-Za-z][A-Za-z0-9-]*):([A-Za-z0-9_-]+)");
    private static final Pattern LOCAL = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_-]*");
    private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[^\\s\\p{Cntrl}<>\"{}|^`\\\\]+");

    private final String base;
    private final PrefixMapping prefixes;

    ShortForms(String base, PrefixMapping prefixes) {
        this.base = base;
        this.prefixes = prefixes;
    }

    /** The absolute IRI that a person meant, or empty when it is none. */
    Optional<String> expand(String value) {
        if (PATH.matcher(value).matches()) {
            return Optional.of(rootOf(value) + value);
        }
        var prefixed = PREFIXED.matcher(value);
        if (prefixed.matches()) {
            Optional<String> namespace = Optional.ofNullable(prefixes.getNsPrefixURI(prefixed.group(1)));
            if (namespace.isPresent()) {
                return Optional.of(namespace.get() + prefixed.group(2));
            }
        }
        return ABSOLUTE.matcher(value).matches() && isReference(value) ? Optional.of(value) : Optional.empty();
    }

    /** The shortest form of an IRI that {@link #expand} takes back to it; else the IRI itself. */
    String shorten(String iri) {
        for (String root : List.of(base + "id/", base, LibraryQuery.DEFAULT_BASE)) {
            if (iri.startsWith(root) && returns(iri.substring(root.length()), iri)) {
                return iri.substring(root.length());
            }
        }
        return prefixes.getNsPrefixMap().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(entry -> !entry.getKey().isEmpty() && iri.startsWith(entry.getValue()))
                .filter(entry ->
                        LOCAL.matcher(iri.substring(entry.getValue().length())).matches())
                .map(entry ->
                        entry.getKey() + ":" + iri.substring(entry.getValue().length()))
                .findFirst()
                .orElse(iri);
    }

    private boolean returns(String shortForm, String iri) {
        return PATH.matcher(shortForm).matches() && iri.equals(rootOf(shortForm) + shortForm);
    }

    private String rootOf(String path) {
        if (path.startsWith("code/")) {
            return LibraryQuery.DEFAULT_BASE;
        }
        return UNDER_BASE.stream().anyMatch(path::startsWith) ? base : base + "id/";
    }

    /** Jena's word for an IRI with a scheme, with or without fragment; its {@code isAbsolute} allows no fragment. */
    private static boolean isReference(String value) {
        try {
            return IRIx.create(value).isReference();
        } catch (IRIException notAnIri) {
            return false;
        }
    }
}
