package se.fondgraf.web.documents;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.XSD;
import se.fondgraf.web.http.Refusal;

/**
 * The published JSON-LD context as a writer needs it: which key stands for a property with a value, how IRIs are
 * shortened, and the part of it that a document uses. It knows the forms that our context is written in: prefixes,
 * aliases of {@code @id} and {@code @type}, and terms with a type or a language and a container of sets or languages.
 */
final class DocumentContext {
    private static final List<String> ALWAYS = List.of("@version", "id", "type");

    /** How the values of a term stand. */
    enum Container {
        /** One alone, several in an array. */
        NONE,
        /** Always in an array. */
        SET,
        /** Under their language. */
        LANGUAGE
    }

    /**
     * A key that stands for a property or class.
     *
     * @param type that a plain value has: {@code @id} for IRIs, the datatype's IRI, or an empty text
     * @param language that a plain value has, or an empty text
     */
    record Term(String name, String type, String language, Container container) {
        /** Whether a value may stand under this key: one whose type or language the key has, or any if it has none. */
        boolean takes(Node value) {
            boolean any = type.isEmpty() && language.isEmpty();
            if (value.isURI()) {
                return container != Container.LANGUAGE && (any || type.equals("@id"));
            }
            if (container == Container.LANGUAGE) {
                return !value.getLiteralLanguage().isEmpty() || isPlain(value);
            }
            return any || implies(value);
        }

        /** Whether the key says all that there is to say of a literal but its text. */
        boolean implies(Node literal) {
            String tag = literal.getLiteralLanguage();
            if (!tag.isEmpty()) {
                return tag.equalsIgnoreCase(language);
            }
            return isPlain(literal)
                    ? type.isEmpty() && language.isEmpty()
                    : type.equals(literal.getLiteralDatatypeURI());
        }
    }

    private final JsonObject context;
    private final Map<String, String> prefixes = new HashMap<>();
    private final Map<String, Term> terms = new HashMap<>();
    private final int longestKey;

    /**
     * @param document the published JSON-LD context
     * @throws IllegalStateException when it has a form that is not known here
     */
    DocumentContext(byte[] document) {
        context = Json.createReader(new ByteArrayInputStream(document))
                .readObject()
                .getJsonObject("@context");
        context.forEach((name, value) -> {
            if (value instanceof JsonString iri && iri.getString().matches("http.*[#/:?\\[\\]@]")) {
                prefixes.put(name, iri.getString());
            }
        });
        context.forEach((name, value) -> {
            String iri = definition(value, "@id");
            if (!name.startsWith("@") && !prefixes.containsKey(name) && !iri.startsWith("@")) {
                if (terms.put(expanded(iri), term(name, value)) != null) {
                    throw new IllegalStateException("two terms for one IRI: " + name);
                }
            }
        });
        longestKey = context.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    /** Whether it is a text without a language. */
    static boolean isPlain(Node literal) {
        return literal.getLiteralLanguage().isEmpty()
                && literal.getLiteralDatatypeURI().equals(XSD.xstring.getURI());
    }

    private static String definition(JsonValue value, String key) {
        return value instanceof JsonObject object
                ? object.getString(key, "")
                : key.equals("@id") && value instanceof JsonString text ? text.getString() : "";
    }

    private Term term(String name, JsonValue value) {
        String type = definition(value, "@type");
        Container container = switch (definition(value, "@container")) {
            case "" -> Container.NONE;
            case "@set" -> Container.SET;
            case "@language" -> Container.LANGUAGE;
            default -> throw new IllegalStateException("a container that is not known: " + name);
        };
        return new Term(name, type.startsWith("@") ? type : expanded(type), definition(value, "@language"), container);
    }

    private String expanded(String compact) {
        int colon = compact.indexOf(':');
        String namespace = colon < 0 ? null : prefixes.get(compact.substring(0, colon));
        return namespace == null ? compact : namespace + compact.substring(colon + 1);
    }

    /** The term for a property with such a value. */
    Optional<Term> term(Node property, Node value) {
        return Optional.ofNullable(terms.get(property.getURI())).filter(term -> term.takes(value));
    }

    /** A class by its name, else by its IRI, which is shortened where it can be. */
    String type(String iri) {
        Term term = terms.get(iri);
        return term != null
                        && term.container() != Container.LANGUAGE
                        && term.language().isEmpty()
                        && (term.type().isEmpty() || term.type().equals("@id"))
                ? term.name()
                : iri(iri);
    }

    /**
     * The IRI, with a prefix where one fits: the shortest of such, the first by its letters of these.
     *
     * @throws Refusal 422 when a reader would take its beginning for a prefix
     */
    String iri(String iri) {
        String shortest = "";
        for (Map.Entry<String, String> prefix : prefixes.entrySet()) {
            String namespace = prefix.getValue();
            if (iri.length() > namespace.length() && iri.startsWith(namespace)) {
                String compact = prefix.getKey() + ':' + iri.substring(namespace.length());
                if (shortest.isEmpty()
                        || compact.length() < shortest.length()
                        || (compact.length() == shortest.length() && compact.compareTo(shortest) < 0)) {
                    shortest = compact;
                }
            }
        }
        if (!shortest.isEmpty()) {
            return shortest;
        }
        int colon = iri.indexOf(':');
        if (colon >= 0 && prefixes.containsKey(iri.substring(0, colon)) && !iri.startsWith("//", colon + 1)) {
            throw Refusal.of(
                    422, "JSON-LD has no way to write one of the IRIs with our context; ask for another format.");
        }
        return iri;
    }

    /** Takes note of a text that is written, for keys are used where they stand and where they are named. */
    void note(String text, Set<String> used) {
        if (text.length() <= longestKey && context.containsKey(text)) {
            used.add(text);
        }
    }

    /** Writes what a document uses: all prefixes, what JSON-LD itself needs, and the terms that are used. */
    void write(PrettyJson json, Set<String> used) {
        json.begin('{');
        context.forEach((key, value) -> {
            if (prefixes.containsKey(key) || ALWAYS.contains(key) || used.contains(key)) {
                write(json.key(key), value);
            }
        });
        json.end('}');
    }

    private static void write(PrettyJson json, JsonValue value) {
        switch (value) {
            case JsonObject definition -> {
                json.begin('{');
                definition.forEach((name, part) -> write(json.key(name), part));
                json.end('}');
            }
            case JsonString text -> json.add(text.getString());
            default -> json.addRaw(value.toString());
        }
    }
}
