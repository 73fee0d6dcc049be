package se.fondgraf.web.reconcile;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import se.fondgraf.place.PlaceRegister;
import se.fondgraf.search.Candidate;
import se.fondgraf.search.Feature;
import se.fondgraf.search.Reconciler;
import se.fondgraf.search.SearchIndex;
import se.fondgraf.store.Release;
import se.fondgraf.web.http.Addresses;
import se.fondgraf.web.http.Content;
import se.fondgraf.web.http.Parameters;
import se.fondgraf.web.http.Refusal;
import se.fondgraf.web.http.Reply;
import se.fondgraf.web.http.Request;
import se.fondgraf.web.http.Resource;
import se.fondgraf.web.sparql.Queries;

/**
 * {@code /reconcile}: without parameters what the service is; with {@code queries} the candidates for names; with
 * {@code extend} more about things. GET and POST of a form are the same.
 */
final class ReconcileResource implements Resource {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int BODY_BYTES = 1 << 20;
    private static final int MOST_QUERIES = 200;
    private static final int KEPT_SECONDS = 60;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(20).build())
                    .build())
            .build();

    private final Names names;
    private final Reconciler reconciler;
    private final QueryReader reader;
    private final Manifest manifest;
    private final ExtensionAnswer extension;
    private final Queries queries;

    ReconcileResource(Names names, Queries queries, PlaceRegister places, Addresses addresses) {
        this.names = names;
        this.queries = queries;
        this.reconciler = new Reconciler(places);
        this.reader = new QueryReader(places);
        this.manifest = new Manifest(addresses);
        this.extension = new ExtensionAnswer(queries, addresses);
    }

    @Override
    public Reply answer(Request request) throws IOException, InterruptedException {
        Parameters parameters = request.parameters();
        if (request.method().equals("POST")) {
            if (!request.bodyType().equals(FORM)) {
                throw Refusal.of(415, "Names are posted as %s.".formatted(FORM));
            }
            parameters = parameters.and(request.form(BODY_BYTES));
        }
        boolean swedish = Words.inSwedish(request);
        Optional<String> asked = parameters.one("queries");
        Optional<String> extended = parameters.one("extend");
        Release release = queries.release();
        if (asked.isPresent()) {
            ObjectNode answer = candidates(read("queries", asked.get()), release, swedish);
            return reply(answer).tagged(release.version(), asked.get(), Boolean.toString(swedish));
        }
        if (extended.isPresent()) {
            ObjectNode answer = extension.answer(read("extend", extended.get()), release, swedish);
            return reply(answer).tagged(release.version(), extended.get(), Boolean.toString(swedish));
        }
        ObjectNode answer = manifest.json(swedish);
        return reply(answer).tagged(answer.toString());
    }

    private static JsonNode read(String parameter, String json) {
        try {
            JsonNode read = JSON.readTree(json);
            if (read.isObject()) {
                return read;
            }
        } catch (JsonProcessingException e) {
            // Told below: what the parser says may repeat what was sent.
        }
        throw Refusal.badRequest("The parameter %s must be a JSON object.".formatted(parameter));
    }

    private ObjectNode candidates(JsonNode batch, Release release, boolean swedish) throws InterruptedException {
        if (batch.size() > MOST_QUERIES) {
            throw Refusal.badRequest("Send at most %d queries at a time.".formatted(MOST_QUERIES));
        }
        SearchIndex index = names.of(release);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> query : batch.properties()) {
            ArrayNode results = answer.putObject(query.getKey()).putArray("result");
            reconciler
                    .candidates(reader.read(query.getKey(), query.getValue()), index)
                    .forEach(candidate -> write(candidate, results.addObject(), swedish));
        }
        return answer;
    }

    private static void write(Candidate candidate, ObjectNode result, boolean swedish) {
        result.put("id", candidate.entity().id());
        result.put("name", candidate.entity().label());
        String reason = swedish ? candidate.swedish() : candidate.english();
        String detail = candidate.entity().detail();
        result.put("description", detail.isEmpty() ? reason : reason + " " + detail);
        result.put("score", candidate.score());
        result.put("match", candidate.match());
        Words.type(result.putArray("type").addObject(), candidate.entity().kind(), swedish);
        ArrayNode features = result.putArray("features");
        candidate.features().forEach((feature, value) -> write(feature, value, features.addObject()));
    }

    private static void write(Feature feature, double value, ObjectNode object) {
        object.put("id", feature.id());
        if (feature.isNumber()) {
            object.put("value", value);
        } else {
            object.put("value", value == 1);
        }
    }

    private static Reply reply(ObjectNode json) {
        return Reply.ok("application/json", Content.of(json.toString().getBytes(StandardCharsets.UTF_8)))
                .varyingBy("Accept-Language")
                .keptFor(KEPT_SECONDS);
    }
}
