package se.fondgraf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.fondgraf.query.LibraryQuery;
import se.fondgraf.query.QueryLibrary;
import se.fondgraf.store.MemoryStore;
import se.fondgraf.web.Server;
import se.fondgraf.web.ServerSettings;

/**
 * The library asked of the bundled pages, on the command line and over HTTP. {@code -Dgolden=write} writes the
 * expectations anew.
 */
class SeedQueriesTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/queries");

    /** Parameters that have no default. */
    private static final Map<String, List<String>> ASKED = Map.of(
            "organization", List.of("-p", "organization=organization/avesta-kommun-omsorgsfoervaltning"),
            "organization-projects", List.of("-p", "organization=organization/proaros"),
            "partners-of", List.of("-p", "organization=organization/proaros"),
            "timeline", List.of("-p", "organization=organization/coompanion-vaestmanland"),
            "shared-projects",
                    List.of("-p", "a=organization/arbetsfoermedlingen-vaesteraas", "-p", "b=organization/proaros"),
            "path-between", List.of("-p", "a=organization/samteam", "-p", "b=organization/region-vaestmanland"),
            "municipality-projects", List.of("-p", "municipality=municipality/1980"),
            "search", List.of("-p", "q=västerås"),
            "provenance", List.of("-p", "resource=project/2016-00166"));

    private static final MemoryStore STORE = new MemoryStore();
    private static final Server SERVER = new Server(STORE, ServerSettings.local(0));

    @BeforeAll
    static void serve() {
        new Run(new InputOptions(), new java.io.PrintWriter(java.io.Writer.nullWriter()))
                .load(STORE, List.of(Path.of("seeds")));
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    static Stream<LibraryQuery> library() {
        return QueryLibrary.bundled().queries().stream();
    }

    @ParameterizedTest
    @MethodSource("library")
    void givesTheExpectedAnswer(LibraryQuery query) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("query", query.name(), "--format", "csv"));
        arguments.addAll(ASKED.getOrDefault(query.name(), List.of()));
        Ran ran = Ran.with(arguments.toArray(String[]::new));
        assertEquals(0, ran.code(), ran.err());
        String actual = ran.out().replace("\r\n", "\n");
        Path golden = GOLDEN.resolve(query.name() + ".csv");
        if ("write".equals(System.getProperty("golden"))) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, actual);
        }
        assertEquals(Files.readString(golden), actual);
        arguments.addAll(
                List.of("--endpoint", SERVER.address().resolve("sparql").toString()));
        assertEquals(ran.out(), Ran.with(arguments.toArray(String[]::new)).out(), "the endpoint answers the same");
    }

    /** What stands in the file, unchanged, as another tool would send it. */
    @ParameterizedTest
    @MethodSource("library")
    void runsUnchangedOverHttp(LibraryQuery query) throws Exception {
        assertEquals(200, get(query.text()).statusCode());
    }

    private static HttpResponse<String> get(String query) throws Exception {
        URI uri = URI.create(SERVER.address() + "sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(uri).header("Accept", "text/csv").build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void twoProjectsShareTwoBodies() {
        Ran ran = Ran.with("query", "co-participation", "-p", "min=2");
        assertTrue(
                ran.out().contains("Arbetsförmedlingen Västerås") && ran.out().contains("proAros"), ran.out());
        assertTrue(ran.out().contains("(1 row)"), ran.out());
        Ran shared = Ran.with(
                "query",
                "shared-projects",
                "-p",
                "a=organization/arbetsfoermedlingen-vaesteraas",
                "-p",
                "b=organization/proaros");
        assertTrue(shared.out().contains("JobbpunktVäst") && shared.out().contains("Spektra 2"), shared.out());
    }

    @Test
    void mistakesAreToldInASentence() {
        Ran unknown = Ran.with("query", "co-participaton");
        assertEquals(2, unknown.code());
        assertTrue(unknown.err().contains("did you mean co-participation?"), unknown.err());
        Ran parameter = Ran.with("query", "co-participation", "-p", "min=many");
        assertEquals(2, parameter.code());
        assertTrue(parameter.err().contains("min"), parameter.err());
        Ran missing = Ran.with("query", "nowhere.rq");
        assertEquals(1, missing.code());
        assertTrue(missing.err().contains("nowhere.rq"), missing.err());
        Ran endpoint = Ran.with("query", "projects", "--endpoint", "http://127.0.0.1:1/sparql");
        assertEquals(1, endpoint.code());
        assertTrue(endpoint.err().contains("cannot be reached"), endpoint.err());
    }
}
