package se.fondgraf.web.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import se.fondgraf.place.Municipality;
import se.fondgraf.place.PlaceRegister;
import se.fondgraf.search.EntityKind;
import se.fondgraf.search.NameQuery;
import se.fondgraf.search.SearchIndex;
import se.fondgraf.web.http.Refusal;

/**
 * Reads one query of a batch: {@code query}, {@code type}, {@code limit}, and {@code properties} of which
 * {@code municipality}, {@code number} and {@code year} are looked at.
 */
final class QueryReader {
    private static final int USUAL = 10;
    private static final int MOST = 50;

    private final PlaceRegister places;

    QueryReader(PlaceRegister places) {
        this.places = places;
    }

    /**
     * The query.
     *
     * @param key by which the batch calls it
     * @throws Refusal 400 when it is none
     */
    NameQuery read(String key, JsonNode query) {
        JsonNode text = query.path("query");
        if (!text.isTextual() || text.asText().length() > SearchIndex.LONGEST) {
            throw Refusal.badRequest("The query %s needs a text as \"query\", of at most %d characters."
                    .formatted(shown(key), SearchIndex.LONGEST));
        }
        return new NameQuery(
                text.asText(),
                kind(key, query.path("type")),
                property(query, "municipality").flatMap(this::municipality),
                property(query, "number"),
                property(query, "year")
                        .filter(year -> year.matches("[0-9]{4}([^0-9].*)?"))
                        .map(year -> Integer.valueOf(year.substring(0, 4))),
                limit(key, query.path("limit")));
    }

    private static Optional<EntityKind> kind(String key, JsonNode type) {
        JsonNode one = type.isArray() && type.size() == 1 ? type.get(0) : type;
        String word = one.isObject() ? one.path("id").asText() : one.asText("");
        if (one.isMissingNode() || one.isNull() || word.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(EntityKind.of(word)
                .orElseThrow(() ->
                        Refusal.badRequest("The type of the query %s must be organization, municipality or project."
                                .formatted(shown(key)))));
    }

    private static int limit(String key, JsonNode limit) {
        if (limit.isMissingNode() || limit.isNull()) {
            return USUAL;
        }
        if (!limit.canConvertToInt() || limit.asInt() < 1) {
            throw Refusal.badRequest(
                    "The limit of the query %s must be a whole number from 1 on.".formatted(shown(key)));
        }
        return Math.min(MOST, limit.asInt());
    }

    /** The first value of a property: a text, a number, or a thing that was reconciled before. */
    private static Optional<String> property(JsonNode query, String id) {
        for (JsonNode property : query.path("properties")) {
            if (property.path("pid").asText().equals(id)) {
                JsonNode value = property.path("v");
                JsonNode first = value.isArray() && !value.isEmpty() ? value.get(0) : value;
                String text = first.isObject() ? first.path("id").asText() : first.asText("");
                return Optional.of(text.strip()).filter(given -> !given.isEmpty() && given.length() < 100);
            }
        }
        return Optional.empty();
    }

    /** The code of a municipality that is given by its id, its code or its name. */
    private Optional<String> municipality(String given) {
        String plain = given.replaceFirst("^municipality[./]", "");
        return places.ofCode(plain).or(() -> places.municipality(plain)).map(Municipality::code);
    }

    private static String shown(String key) {
        return se.fondgraf.name.Printable.of(key.length() > 40 ? key.substring(0, 40) + "…" : key);
    }
}
