package se.fondgraf.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The published JSON-LD context, {@code ontology/context.jsonld}, and what it says of each IRI. It knows the forms that
 * our context is written in: prefixes, aliases of {@code @id} and {@code @type}, and terms with a type or a language
 * and a container of sets or languages. Immutable.
 */
final class JsonLdContext {
    private static final String RESOURCE = "/ontology/context.jsonld";

    private final JsonNode context;
    private final Map<String, String> prefixes = new TreeMap<>();
    private final Map<String, Term> terms = new TreeMap<>();

    /** How values of a term are read. */
    enum Container {
        /** One value stands alone, several in an array. */
        NONE,
        /** Values always stand in an array. */
        SET,
        /** Values stand under their language. */
        LANGUAGE
    }

    /**
     * A term.
     *
     * @param name its key
     * @param type IRI of the datatype that a plain value has, {@code @id} when plain values are IRIs, empty when none
     * @param language the language that a plain value has; empty when none
     */
    record Term(String name, String type, String language, Container container) {}

    private JsonLdContext(JsonNode context) {
        this.context = context;
        context.properties().stream()
                .filter(entry -> entry.getValue().asText().matches(".*[#/:?\\[\\]@]"))
                .forEach(entry -> prefixes.put(entry.getKey(), entry.getValue().asText()));
        context.properties().stream()
                .filter(entry -> !entry.getKey().startsWith("@") && !prefixes.containsKey(entry.getKey()))
                .filter(entry -> !iri(entry.getValue()).startsWith("@"))
                .forEach(entry ->
                        terms.putIfAbsent(expanded(iri(entry.getValue())), term(entry.getKey(), entry.getValue())));
    }

    /** The context that travels with the program. */
    static JsonLdContext bundled() {
        try (InputStream in = Objects.requireNonNull(JsonLdContext.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return new JsonLdContext(new ObjectMapper().readTree(in).required("@context"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String iri(JsonNode definition) {
        return definition.isTextual()
                ? definition.asText()
                : definition.path("@id").asText();
    }

    private Term term(String name, JsonNode definition) {
        String type = definition.path("@type").asText();
        Container container = switch (definition.path("@container").asText()) {
            case "" -> Container.NONE;
            case "@set" -> Container.SET;
            case "@language" -> Container.LANGUAGE;
            default -> throw new IllegalStateException("a container that is not known: " + name);
        };
        return new Term(
                name,
                type.equals("@id") ? type : expanded(type),
                definition.path("@language").asText(),
                container);
    }

    private String expanded(String compact) {
        int colon = compact.indexOf(':');
        String namespace = colon < 0 ? null : prefixes.get(compact.substring(0, colon));
        return namespace == null ? compact : namespace + compact.substring(colon + 1);
    }

    /** The context on one line, as JSON. */
    String json() {
        return context.toString();
    }

    /** The term whose IRI that is. */
    Optional<Term> term(String iri) {
        return Optional.ofNullable(terms.get(iri));
    }

    /** The IRI with a prefix where one fits, and whole where none does. */
    String compact(String iri) {
        return prefixes.entrySet().stream()
                .filter(entry -> iri.startsWith(entry.getValue())
                        && iri.length() > entry.getValue().length()
                        && !iri.startsWith("//", entry.getValue().length()))
                .findFirst()
                .map(entry ->
                        entry.getKey() + ':' + iri.substring(entry.getValue().length()))
                .orElseGet(() -> whole(iri));
    }

    /**
     * The IRI as it is.
     *
     * @throws UncheckedIOException when a reader would take its beginning for a prefix
     */
    String whole(String iri) {
        int colon = iri.indexOf(':');
        if (colon < 0 || (prefixes.containsKey(iri.substring(0, colon)) && !iri.startsWith("//", colon + 1))) {
            throw new UncheckedIOException(new IOException("JSON-LD has no way to write the IRI " + iri
                    + " with this context; take another format, such as .ttl"));
        }
        return iri;
    }
}
