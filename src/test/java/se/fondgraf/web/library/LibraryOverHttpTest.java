package se.fondgraf.web.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import se.fondgraf.query.LibraryQuery;
import se.fondgraf.query.QueryLibrary;
import se.fondgraf.store.MemoryStore;
import se.fondgraf.web.Server;
import se.fondgraf.web.ServerSettings;

/** The library as programs find it over HTTP, on a dataset of traps. */
class LibraryOverHttpTest {
    private static final Path DATA = Path.of("src/test/resources/se/fondgraf/query/dataset.trig");
    private static final Pattern LINK = Pattern.compile("<([^>]*)>; rel=\"(\\w+)\"");

    private static final MemoryStore STORE = new MemoryStore();
    private static final Server SERVER = new Server(STORE, ServerSettings.local(0));
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        STORE.load("traps", stream -> RDFParser.source(DATA).parse(stream));
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

    private static HttpResponse<String> get(String path) throws Exception {
        return send(request(path));
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static String link(HttpResponse<?> response, String relation) {
        Matcher links = LINK.matcher(header(response, "Link"));
        while (links.find()) {
            if (links.group(2).equals(relation)) {
                return links.group(1);
            }
        }
        return "";
    }

    private static String detail(HttpResponse<String> response) throws Exception {
        assertEquals("application/problem+json", header(response, "Content-Type"));
        return new JsonMapper().readTree(response.body()).path("detail").asText();
    }

    static Stream<LibraryQuery> library() {
        return QueryLibrary.bundled().queries().stream();
    }

    /** What a browser sends. */
    private static HttpResponse<String> browse(String path) throws Exception {
        return send(request(path)
                .header("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
                .header("Accept-Language", "en"));
    }

    @ParameterizedTest
    @MethodSource("library")
    void everyQueryHasAForm(LibraryQuery query) throws Exception {
        String page = browse("/queries").body();
        String action = "action=\"/queries/" + query.name() + "\"";
        assertTrue(page.contains(action), action);
        String form = page.substring(page.indexOf(action), page.indexOf("</form>", page.indexOf(action)));
        query.parameters()
                .forEach(parameter -> assertTrue(
                        form.contains("name=\"" + parameter.name() + "\""), parameter.name() + " in " + form));
        assertTrue(form.contains("formaction=\"/queries/" + query.name() + ".csv\""), form);
        assertFalse(page.contains("<script>") || page.contains(" style="), "nothing that browsers refuse");
    }

    @Test
    void aBrowserIsLedToTheTable() throws Exception {
        HttpResponse<String> led = browse("/queries/organizations?level=parent&limit=2");
        assertEquals(303, led.statusCode());
        assertTrue(header(led, "Vary").contains("Accept"), header(led, "Vary"));
        HttpResponse<String> page = browse(header(led, "Location"));
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("<table>"), page.body());
        assertEquals(3, page.body().split("<tr>", -1).length - 1, "a head and two rows");
        assertEquals(400, browse("/queries/organization-projects").statusCode());
    }

    /** Every query with the examples of its parameters, so that none is without an address that answers. */
    @ParameterizedTest
    @MethodSource("library")
    void everyQueryAnswersInEveryFormat(LibraryQuery query) throws Exception {
        List<String> parameters = new ArrayList<>();
        query.parameters().forEach(parameter -> parameters.add(parameter.name() + "=" + parameter.sample()));
        String asked = parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
        for (String suffix : List.of(".json", ".xml", ".csv", ".tsv")) {
            HttpResponse<String> response = get("/queries/" + query.name() + suffix + asked);
            assertEquals(200, response.statusCode(), response.body());
            assertTrue(header(response, "Content-Disposition").contains(query.name() + suffix));
            for (String column : query.columns()) {
                assertTrue(response.body().contains(column), query.name() + suffix + " has " + column);
            }
        }
        HttpResponse<String> text = get("/queries/" + query.name() + ".rq" + asked);
        assertEquals("application/sparql-query", header(text, "Content-Type"));
        assertEquals(query.columns(), QueryFactory.create(text.body()).getResultVars());
    }

    @Test
    void theListTellsEverything() throws Exception {
        JsonNode list = new JsonMapper().readTree(get("/queries").body()).path("queries");
        List<String> names = new ArrayList<>();
        list.forEach(entry -> names.add(entry.path("name").asText()));
        assertEquals(library().map(LibraryQuery::name).toList(), names);
        for (JsonNode entry : list) {
            assertFalse(entry.path("title").path("sv").asText().isBlank());
            assertFalse(entry.path("summary").path("en").asText().isBlank());
            assertEquals(
                    "/queries/" + entry.path("name").asText(),
                    entry.path("address").asText());
        }
    }

    @Test
    void parametersAreTypedTerms() throws Exception {
        String expected =
                Files.readString(Path.of("src/test/resources/se/fondgraf/query/expected/organizations-parent.csv"));
        HttpResponse<String> parents = get("/queries/organizations.csv?level=parent");
        assertEquals(
                expected,
                parents.body().replace("https://w3id.org/fondgraf/", "").replace("\r\n", "\n"));
        HttpResponse<String> hostile =
                get("/queries/organization-projects.csv?organization=organization%2Fx%3E%20%7D%20%23");
        assertEquals(400, hostile.statusCode());
        assertTrue(detail(hostile).startsWith("The parameter organization must be an IRI"), hostile.body());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /queries/organizations?level=top                 | The parameter level must be office or parent, for example office.
        /queries/co-participation?min=many               | The parameter min must be a whole number, for example 1.
        /queries/co-participation?limit=0                | The parameter limit must be a whole number from 1 to 100000.
        /queries/co-participation?offset=-1              | The parameter offset must be a whole number from 0 to 2147483647.
        /queries/co-participation?limit=5&limit=6        | The parameter is given more than once: limit.
        /queries/projects?colour=red                     | Projects has no parameters.
        /queries/organization-projects                   | Organization-projects needs the parameter organization: an IRI or a short form such as organization/proaros, for example organization/arbetsfoermedlingen-vaesteraas.
        """)
    void whatIsWrongIsNamed(String path, String sentence) throws Exception {
        HttpResponse<String> response = get(path);
        assertEquals(400, response.statusCode());
        assertEquals(sentence, detail(response));
    }

    @ParameterizedTest
    @CsvSource({
        "/queries/",
        "/queries/nothing",
        "/queries/projects.pdf",
        "/queries/projects/",
        "/queries/projects.csv.gz"
    })
    void whatIsNotThereIsNotFound(String path) throws Exception {
        assertEquals(404, get(path).statusCode());
    }

    @Test
    void partsFollowEachOtherToTheEnd() throws Exception {
        List<String> whole =
                get("/queries/co-participation.csv").body().lines().skip(1).toList();
        assertTrue(whole.size() > 4, "enough rows to part");
        List<String> parted = new ArrayList<>();
        String next = "/queries/co-participation.csv?limit=2";
        int parts = 0;
        while (!next.isEmpty()) {
            HttpResponse<String> part = get(next);
            assertEquals(200, part.statusCode(), part.body());
            parted.addAll(part.body().lines().skip(1).toList());
            assertEquals("/queries/co-participation.csv?limit=2", link(part, "first"));
            next = link(part, "next");
            parts++;
        }
        assertEquals(whole, parted);
        assertEquals((whole.size() + 1) / 2, parts);
        HttpResponse<String> last = get("/queries/co-participation.csv?limit=2&offset=2");
        assertEquals("/queries/co-participation.csv?limit=2", link(last, "prev"));
        assertEquals(
                whole.subList(3, whole.size()),
                get("/queries/co-participation.csv?offset=3")
                        .body()
                        .lines()
                        .skip(1)
                        .toList());
    }

    @Test
    void negotiatesAndPostsAndTags() throws Exception {
        HttpResponse<String> csv = send(request("/queries/projects").header("Accept", "text/csv;q=0.9, text/html;q=0"));
        assertTrue(header(csv, "Content-Type").startsWith("text/csv"));
        assertEquals("Accept", header(csv, "Vary").split(",", -1)[0]);
        assertEquals(
                406,
                send(request("/queries/projects").header("Accept", "image/png")).statusCode());
        HttpResponse<String> posted = send(request("/queries/organizations.csv")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("level=parent")));
        assertEquals(get("/queries/organizations.csv?level=parent").body(), posted.body());
        assertEquals(
                415,
                send(request("/queries/organizations.csv").POST(BodyPublishers.ofString("level=parent")))
                        .statusCode());
        String tag = header(get("/queries/projects.csv"), "ETag");
        assertEquals(
                304,
                send(request("/queries/projects.csv").header("If-None-Match", tag))
                        .statusCode());
        assertEquals(405, send(request("/queries/projects.csv").DELETE()).statusCode());
    }
}
