package se.fondgraf.web.reconcile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import se.fondgraf.search.Entity;
import se.fondgraf.search.EntityKind;
import se.fondgraf.search.SearchIndex;
import se.fondgraf.store.Release;
import se.fondgraf.web.http.Content;
import se.fondgraf.web.http.Parameters;
import se.fondgraf.web.http.Refusal;
import se.fondgraf.web.http.Reply;
import se.fondgraf.web.http.Request;
import se.fondgraf.web.http.Resource;
import se.fondgraf.web.sparql.Queries;

/** {@code /reconcile/suggest/…} and {@code /reconcile/properties}: what a person may choose while typing. */
final class SuggestResource implements Resource {
    private static final int ENTITIES = 10;
    private static final int FURTHEST = 1000;
    private static final int KEPT_SECONDS = 60;

    private final Names names;
    private final Queries queries;

    SuggestResource(Names names, Queries queries) {
        this.names = names;
        this.queries = queries;
    }

    @Override
    public Reply answer(Request request) throws InterruptedException {
        boolean swedish = Words.inSwedish(request);
        Release release = queries.release();
        ObjectNode answer = switch (request.path()) {
            case "/reconcile/suggest/entity" -> entities(request.parameters(), release, swedish);
            case "/reconcile/suggest/property" -> properties(request.parameters(), swedish);
            case "/reconcile/suggest/type" -> types(request.parameters(), swedish);
            case "/reconcile/properties" -> ofType(request.parameters(), swedish);
            default -> throw Refusal.nothingHere();
        };
        return Reply.ok("application/json", Content.of(answer.toString()))
                .tagged(release.version(), answer.toString())
                .varyingBy("Accept-Language")
                .keptFor(KEPT_SECONDS);
    }

    private static String prefix(Parameters parameters) {
        String prefix = parameters.one("prefix").orElse("");
        if (prefix.length() > SearchIndex.LONGEST) {
            throw Refusal.badRequest(
                    "The parameter prefix must be a text of at most %d characters.".formatted(SearchIndex.LONGEST));
        }
        return prefix;
    }

    private ObjectNode entities(Parameters parameters, Release release, boolean swedish) throws InterruptedException {
        int cursor = parameters
                .one("cursor")
                .filter(given -> !given.isEmpty())
                .map(SuggestResource::number)
                .orElse(0);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode result = answer.putArray("result");
        for (Entity entity : names.of(release).beginning(prefix(parameters), Optional.empty(), cursor, ENTITIES)) {
            ObjectNode object = result.addObject();
            object.put("id", entity.id()).put("name", entity.label()).put("description", entity.detail());
            Words.type(object.putArray("notable").addObject(), entity.kind(), swedish);
        }
        return answer;
    }

    private static int number(String cursor) {
        if (!cursor.matches("[0-9]{1,4}") || Integer.parseInt(cursor) > FURTHEST) {
            throw Refusal.badRequest("The parameter cursor must be a whole number from 0 to %d.".formatted(FURTHEST));
        }
        return Integer.parseInt(cursor);
    }

    private static ObjectNode properties(Parameters parameters, boolean swedish) {
        String prefix = prefix(parameters).toLowerCase(Locale.ROOT);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        write(
                answer.putArray("result"),
                Stream.of(Extension.values())
                        .filter(property -> property.id().startsWith(prefix)
                                || property.name(swedish)
                                        .toLowerCase(Locale.ROOT)
                                        .startsWith(prefix)),
                swedish);
        return answer;
    }

    private static ObjectNode types(Parameters parameters, boolean swedish) {
        String prefix = prefix(parameters).toLowerCase(Locale.ROOT);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode result = answer.putArray("result");
        for (EntityKind kind : EntityKind.values()) {
            String name = swedish ? kind.swedish() : kind.english();
            if (kind.word().startsWith(prefix) || name.toLowerCase(Locale.ROOT).startsWith(prefix)) {
                Words.type(result.addObject(), kind, swedish);
            }
        }
        return answer;
    }

    /** What a client may add to things of a type. */
    private static ObjectNode ofType(Parameters parameters, boolean swedish) {
        String type = parameters.one("type").orElse(EntityKind.ORGANIZATION.word());
        EntityKind kind = EntityKind.of(type)
                .orElseThrow(
                        () -> Refusal.badRequest("The parameter type must be organization, municipality or project."));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("type", kind.word());
        write(
                answer.putArray("properties"),
                Stream.of(Extension.values()).filter(property -> property.isOf(kind)),
                swedish);
        return answer;
    }

    private static void write(ArrayNode array, Stream<Extension> properties, boolean swedish) {
        properties.forEach(
                property -> array.addObject().put("id", property.id()).put("name", property.name(swedish)));
    }
}
