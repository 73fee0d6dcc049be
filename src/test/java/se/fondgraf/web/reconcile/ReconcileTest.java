package se.fondgraf.web.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.fondgraf.store.MemoryStore;
import se.fondgraf.web.Server;
import se.fondgraf.web.ServerSettings;

/** The Reconciliation Service API 0.2 as OpenRefine speaks it, on names that are easily taken for each other. */
class ReconcileTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final MemoryStore STORE = new MemoryStore();
    private static final Server SERVER =
            new Server(STORE, ServerSettings.local(0).withHome("https://data.example.org/"));
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        STORE.load(
                "names",
                stream -> RDFParser.source(Path.of("src/test/resources/se/fondgraf/web/reconcile.ttl"))
                        .parse(stream));
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        CLIENT.close();
        SERVER.stop();
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + SERVER.port() + path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static JsonNode get(String path) throws Exception {
        HttpResponse<String> response = send(request(path));
        assertEquals(200, response.statusCode(), response.body());
        return JSON.readTree(response.body());
    }

    private static HttpResponse<String> post(String name, String value) throws Exception {
        return send(request("/reconcile")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8))));
    }

    /** The candidates for one query. */
    private static JsonNode candidates(String query) throws Exception {
        HttpResponse<String> response = post("queries", "{\"q0\":" + query + "}");
        assertEquals(200, response.statusCode(), response.body());
        return JSON.readTree(response.body()).path("q0").path("result");
    }

    private static JsonNode feature(JsonNode candidate, String id) {
        for (JsonNode feature : candidate.path("features")) {
            if (feature.path("id").asText().equals(id)) {
                return feature.path("value");
            }
        }
        return JSON.missingNode();
    }

    @Test
    void theManifestSaysAllThatAClientNeeds() throws Exception {
        JsonNode manifest = get("/reconcile");
        assertEquals("[\"0.2\"]", manifest.path("versions").toString());
        assertEquals(
                "https://w3id.org/fondgraf/id/",
                manifest.path("identifierSpace").asText());
        assertTrue(manifest.path("name").asText().startsWith("Fondgraf"), manifest.toString());
        assertEquals(
                "https://w3id.org/fondgraf/ontology#",
                manifest.path("schemaSpace").asText());
        assertEquals(
                "https://data.example.org/reconcile/preview?id={{id}}",
                manifest.path("preview").path("url").asText());
        assertEquals(3, manifest.path("defaultTypes").size());
        assertEquals(
                "https://data.example.org/reconcile/view/{{id}}",
                manifest.path("view").path("url").asText());
        for (String service : List.of("entity", "property", "type")) {
            JsonNode suggest = manifest.path("suggest").path(service);
            assertEquals("https://data.example.org", suggest.path("service_url").asText());
            assertTrue(get(suggest.path("service_path").asText() + "?prefix=o")
                    .path("result")
                    .isArray());
        }
        JsonNode propose = manifest.path("extend").path("propose_properties");
        assertTrue(get(propose.path("service_path").asText() + "?type=project")
                        .path("properties")
                        .size()
                > 3);
        assertTrue(manifest.path("preview").path("width").isInt());
    }

    /** The first candidate and whether it is sure. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Arbetsförmedlingen Västerås       | organization.arbetsfoermedlingen-vaesteraas | true  | name-equal
        ARBETSFÖRMEDLINGEN, VÄSTERÅS      | organization.arbetsfoermedlingen-vaesteraas | true  | name-equal
        Arbetsförmedlingen i Västerås     | organization.arbetsfoermedlingen-vaesteraas | true  | name-judged
        AF Västerås                       | organization.arbetsfoermedlingen-vaesteraas | true  | other-name-equal
        Arbetsförmedlingen                | organization.arbetsfoermedlingen            | false | name-equal
        Habo kommun                       | organization.habo-kommun                    | true  | name-equal
        Håbo kommun                       | organization.haabo-kommun                   | true  | name-equal
        Socialförvaltningen, Försörjni    | organization.long                           | false | cut-prefix
        Arbetsintegration kvinnor         | project.2016-00166                          | true  | name-equal
        """)
    void namesFindTheirThing(String name, String id, boolean match, String feature) throws Exception {
        JsonNode best = candidates("{\"query\":\"" + name + "\"}").path(0);
        assertEquals(id, best.path("id").asText());
        assertEquals(match, best.path("match").asBoolean(), best.toString());
        assertTrue(feature(best, feature).asBoolean(), best.toString());
        best.path("features")
                .forEach(each -> assertTrue(
                        each.path("value").isBoolean() || each.path("value").isNumber(), best.toString()));
        assertFalse(best.path("description").asText().isBlank());
        assertFalse(id.contains("/"));
    }

    @Test
    void atMostOneCandidateIsSureAndLikeNamesAreNot() throws Exception {
        JsonNode result = candidates("{\"query\":\"Håbo\",\"type\":\"organization\"}");
        for (JsonNode candidate : result) {
            assertFalse(candidate.path("match").asBoolean(), candidate.toString());
        }
        JsonNode places = candidates("{\"query\":\"Håbo\",\"type\":\"municipality\"}");
        assertEquals("municipality.0305", places.path(0).path("id").asText());
        assertTrue(places.path(0).path("match").asBoolean());
        assertEquals(1, count(places, "match"));
    }

    private static int count(JsonNode candidates, String flag) {
        int count = 0;
        for (JsonNode candidate : candidates) {
            count += candidate.path(flag).asBoolean() ? 1 : 0;
        }
        return count;
    }

    @Test
    void municipalityAndNumberDecide() throws Exception {
        JsonNode elsewhere = candidates(
                "{\"query\":\"Arbetsförmedlingen Västerås\",\"properties\":[{\"pid\":\"municipality\",\"v\":\"Örebro\"}]}");
        assertEquals(0, count(elsewhere, "match"));
        JsonNode there = candidates(
                "{\"query\":\"Arbetsförmedlingen Västerås\",\"properties\":[{\"pid\":\"municipality\",\"v\":{\"id\":\"municipality.1980\"}}]}");
        assertTrue(there.path(0).path("match").asBoolean());
        assertTrue(feature(there.path(0), "same-municipality").asBoolean());
        JsonNode numbered =
                candidates("{\"query\":\"kommunen\",\"properties\":[{\"pid\":\"number\",\"v\":\"212000-1611\"}]}");
        assertEquals("organization.habo-kommun", numbered.path(0).path("id").asText());
        assertTrue(numbered.path(0).path("match").asBoolean());
    }

    @Test
    void batchesKeepTheirKeysAndGetIsThePostedForm() throws Exception {
        String batch =
                "{\"a\":{\"query\":\"Habo kommun\",\"limit\":1},\"b\":{\"query\":\"Örebro\",\"type\":\"municipality\"}}";
        HttpResponse<String> posted = post("queries", batch);
        JsonNode answer = JSON.readTree(posted.body());
        assertEquals(1, answer.path("a").path("result").size());
        assertEquals(
                "municipality.1880",
                answer.path("b").path("result").path(0).path("id").asText());
        String asked = URLEncoder.encode(batch, StandardCharsets.UTF_8);
        HttpResponse<String> got = send(request("/reconcile?callback=evil&queries=" + asked));
        assertEquals(posted.body(), got.body());
        assertEquals(
                "application/json", got.headers().firstValue("Content-Type").orElse(""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{",
                "{\"q0\":{}}",
                "{\"q0\":{\"query\":5}}",
                "{\"q0\":{\"query\":\"x\",\"type\":\"person\"}}",
                "{\"q0\":{\"query\":\"x\",\"limit\":\"many\"}}",
                "{\"q0\":{\"query\":\"x\",\"limit\":-1}}",
            })
    void whatIsNoBatchIsRefusedWithASentence(String batch) throws Exception {
        HttpResponse<String> response = post("queries", batch);
        assertEquals(400, response.statusCode(), response.body());
        assertEquals(
                "application/problem+json",
                response.headers().firstValue("Content-Type").orElse(""));
    }

    @Test
    void hostileNamesAreOnlyText() throws Exception {
        for (String name :
                List.of("\\\" OR *:*", "}{", "a".repeat(400), "((((", "*", "\\u0000", "<script>", "é\\u202e")) {
            assertTrue(candidates("{\"query\":\"" + name + "\"}").isArray());
        }
        assertEquals(
                400,
                post("queries", "{\"q0\":{\"query\":\"" + "x".repeat(600) + "\"}}")
                        .statusCode());
        HttpResponse<String> preview = send(request("/reconcile/preview?id=organization.hostile"));
        assertEquals(200, preview.statusCode());
        assertFalse(preview.body().contains("<script>"), preview.body());
        assertTrue(preview.body().contains("&lt;script&gt;"));
    }

    @Test
    void propertiesAreAddedToThings() throws Exception {
        HttpResponse<String> response = post(
                "extend",
                "{\"ids\":[\"project.2016-00166\",\"project.none\",\"nonsense\"],\"properties\":[{\"id\":\"title\"},{\"id\":\"owner\"},{\"id\":\"start\"},{\"id\":\"granted-support\"}]}");
        assertEquals(200, response.statusCode(), response.body());
        JsonNode answer = JSON.readTree(response.body());
        List<String> meta = new ArrayList<>();
        answer.path("meta").forEach(property -> meta.add(property.path("id").asText()));
        assertEquals(List.of("title", "owner", "start", "granted-support"), meta);
        assertEquals(
                "{\"title\":[{\"str\":\"Arbetsintegration kvinnor\"}],"
                        + "\"owner\":[{\"id\":\"organization.arbetsfoermedlingen-oerebro\",\"name\":\"Arbetsförmedlingen Örebro\"}],"
                        + "\"start\":[{\"date\":\"2016-01-15\"}],\"granted-support\":[{\"float\":8783861.5}]}",
                answer.path("rows").path("project.2016-00166").toString());
        assertEquals(
                "{\"title\":[],\"owner\":[],\"start\":[],\"granted-support\":[]}",
                answer.path("rows").path("nonsense").toString());
        assertEquals(
                400,
                post("extend", "{\"ids\":[],\"properties\":[{\"id\":\"secret\"}]}")
                        .statusCode());
    }

    @Test
    void suggestsWhileSomebodyTypes() throws Exception {
        JsonNode result =
                get("/reconcile/suggest/entity?prefix=arbetsf%C3%B6rmedlingen").path("result");
        assertEquals(3, result.size());
        assertEquals(
                "organization.arbetsfoermedlingen-oerebro",
                result.path(0).path("id").asText());
        assertEquals(
                1,
                get("/reconcile/suggest/entity?prefix=V%C3%A4ster%C3%A5s&cursor=1")
                        .path("result")
                        .size());
        assertEquals(0, get("/reconcile/suggest/entity?prefix=").path("result").size());
        assertEquals(
                400,
                send(request("/reconcile/suggest/entity?prefix=a&cursor=x")).statusCode());
        assertEquals(404, send(request("/reconcile/suggest/other")).statusCode());
    }

    @Test
    void idsLeadToTheirThings() throws Exception {
        HttpResponse<String> view = send(request("/reconcile/view/organization.habo-kommun"));
        assertEquals(303, view.statusCode());
        assertEquals(
                "/id/organization/habo-kommun",
                view.headers().firstValue("Location").orElse(""));
        assertEquals(404, send(request("/reconcile/view/organization.Habo")).statusCode());
        assertEquals(400, send(request("/reconcile/view/..%2F..")).statusCode());
        HttpResponse<String> preview = send(request("/reconcile/preview?id=organization.habo-kommun"));
        assertTrue(preview.headers()
                .firstValue("Content-Security-Policy")
                .orElse("")
                .contains("frame-ancestors *"));
        assertTrue(preview.body().contains("212000-1611"), preview.body());
        assertEquals(
                404, send(request("/reconcile/preview?id=organization.none")).statusCode());
    }

    @Test
    void searchHasAPageForPeople() throws Exception {
        String asked = "/queries/search?limit=3&q=%3Cb%3E+%22kommun%22+arbetsf%C3%B6rmedlingen";
        HttpResponse<String> found = send(request(asked).header("Accept", "text/html,*/*;q=0.8"));
        assertEquals(200, found.statusCode(), found.body());
        assertTrue(found.headers().firstValue("Content-Type").orElse("").startsWith("text/html"));
        assertTrue(found.body().contains("<a href=\"/id/organization/arbetsfoermedlingen"), found.body());
        assertTrue(found.body().contains("value=\"&lt;b&gt; &quot;kommun&quot; arbetsförmedlingen\""), found.body());
        assertFalse(found.body().contains("<b>"), found.body());
        assertEquals(3, found.body().split("<li><a href=\"/id/", -1).length - 1);
        assertTrue(found.body().contains("/queries/search.csv?q=%3Cb%3E+%22kommun%22+arbetsf"), found.body());
        HttpResponse<String> english =
                send(request("/queries/search?q=xyzzy&lang=en").header("Accept", "text/html"));
        assertTrue(english.body().contains("Nothing has that name"), english.body());
        assertTrue(english.body().contains("name=\"lang\" value=\"en\""), "the language goes on");
        HttpResponse<String> form = send(request("/queries/search").header("Accept", "text/html"));
        assertEquals(200, form.statusCode());
        assertTrue(form.body().contains("name=\"q\""), form.body());
        assertEquals(
                400,
                send(request("/queries/search?q=" + "a".repeat(5000)).header("Accept", "text/html"))
                        .statusCode());
        assertEquals(406, send(request(asked).header("Accept", "image/png")).statusCode());
        assertEquals(404, send(request("/queries/search.png?q=a")).statusCode());
    }

    @Test
    void theIndexGivesNoAdviceInTheLog() throws Exception {
        assertEquals(200, send(request("/queries/search?q=kommun")).statusCode());
        Logger lucene = Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");
        assertFalse(lucene.isLoggable(Level.WARNING));
        assertTrue(lucene.isLoggable(Level.SEVERE));
    }

    @Test
    void searchFindsTheBestFirst() throws Exception {
        HttpResponse<String> csv =
                send(request("/queries/search.csv?q=vasteras+OR+arbetsf%C3%B6rmedlingen+v%C3%A4ster%C3%A5s"));
        assertEquals(200, csv.statusCode(), csv.body());
        List<String> rows = csv.body().lines().toList();
        assertEquals("resource,type,label", rows.get(0));
        assertTrue(rows.get(1).contains("arbetsfoermedlingen-vaesteraas"), csv.body());
        JsonNode slip = JSON.readTree(
                send(request("/queries/search?q=arbetsintegrashon")).body());
        assertEquals(0, slip.path("results").path("bindings").size(), "two slips are too many");
        JsonNode inflected =
                JSON.readTree(send(request("/queries/search?q=kvinnornas")).body());
        assertEquals(1, inflected.path("results").path("bindings").size());
        assertEquals(400, send(request("/queries/search.csv")).statusCode());
        assertEquals(400, send(request("/queries/search.csv?q=a&limit=0")).statusCode());
        assertEquals(
                "application/sparql-query",
                send(request("/queries/search.rq?q=x"))
                        .headers()
                        .firstValue("Content-Type")
                        .orElse(""));
    }
}
