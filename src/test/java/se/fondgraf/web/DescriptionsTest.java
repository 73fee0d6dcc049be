package se.fondgraf.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.vocabulary.VOID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.fondgraf.convert.Converted;
import se.fondgraf.describe.DatasetRecordTest;
import se.fondgraf.describe.OperatorFile;
import se.fondgraf.query.LibraryQuery;
import se.fondgraf.query.QueryLibrary;
import se.fondgraf.store.MemoryStore;

/** What a server with the seeds says of its data and of itself. */
class DescriptionsTest {
    private static final String DATASET = "https://w3id.org/fondgraf/dataset";
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final MemoryStore STORE = new MemoryStore();
    private static final Server SERVER = new Server(STORE, ServerSettings.local(0));

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        var dataset = Converted.of(Path.of("seeds")).dataset();
        STORE.load(
                "0123456789abcdef",
                stream -> dataset.find().forEachRemaining(quad -> {
                    if (quad.isDefaultGraph()) {
                        stream.triple(quad.asTriple());
                    } else {
                        stream.quad(quad);
                    }
                }));
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.close();
        CLIENT.close();
    }

    private static HttpResponse<String> get(Server server, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.address().resolve(path));
        return CLIENT.send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return get(SERVER, path, headers);
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static Graph graph(HttpResponse<String> response) {
        assertEquals(200, response.statusCode(), response.body());
        String type = header(response, "Content-Type").replaceFirst(";.*", "");
        return RDFParser.source(new ByteArrayInputStream(response.body().getBytes(StandardCharsets.UTF_8)))
                .lang(RDFLanguages.contentTypeToLang(type))
                .base("http://wrong.example/")
                .toGraph();
    }

    private static List<String> objects(Graph graph, String subject, String property) {
        return graph.stream(Node.ANY, Node.ANY, Node.ANY)
                .filter(triple -> triple.getSubject().hasURI(subject)
                        && triple.getPredicate().hasURI(property))
                .map(triple -> triple.getObject().isURI()
                        ? triple.getObject().getURI()
                        : triple.getObject().getLiteralLexicalForm())
                .sorted()
                .toList();
    }

    @Test
    void voidTellsWhatTheEndpointHolds() throws Exception {
        Graph described = graph(get("/.well-known/void"));
        String here = SERVER.address().toString();
        assertEquals(List.of(here + "sparql"), objects(described, DATASET, VOID.NS + "sparqlEndpoint"));
        assertEquals(List.of("" + STORE.current().quads()), objects(described, DATASET, VOID.NS + "triples"));
        assertEquals(
                List.of("" + STORE.current().triples()), objects(described, DATASET + "#core", VOID.NS + "triples"));
        for (String property : List.of(
                "http://purl.org/dc/terms/title",
                "http://purl.org/dc/terms/license",
                "http://purl.org/dc/terms/publisher",
                "http://purl.org/dc/terms/modified",
                "http://xmlns.com/foaf/0.1/homepage",
                VOID.NS + "uriSpace",
                VOID.NS + "vocabulary",
                VOID.NS + "exampleResource",
                VOID.NS + "classPartition",
                VOID.NS + "subset",
                "http://www.w3.org/ns/shacl#declare")) {
            assertFalse(objects(described, DATASET, property).isEmpty(), property);
        }
        try (QueryExec query =
                QueryExec.graph(described).query("""
                        PREFIX void: <http://rdfs.org/ns/void#> PREFIX sh: <http://www.w3.org/ns/shacl#>
                        PREFIX fg: <https://w3id.org/fondgraf/ontology#> PREFIX schema: <https://schema.org/>
                        ASK { <https://w3id.org/fondgraf/dataset> void:classPartition ?part .
                              ?part void:class fg:Project ; void:entities 5 ; void:propertyPartition ?property .
                              ?property void:property fg:owner ; void:triples 5 .
                              ?example a sh:SPARQLExecutable ; schema:target <%ssparql> }""".formatted(here)).build()) {
            assertTrue(query.ask());
        }
    }

    @Test
    void theEndpointHoldsItsOwnDescription() throws Exception {
        String query = "SELECT ?n { <" + DATASET + "> <" + VOID.NS + "triples> ?n }";
        HttpResponse<String> answer = get("/sparql?query=" + Endpoint.encoded(query), "Accept", "text/csv");
        assertEquals("n\r\n" + STORE.current().quads() + "\r\n", answer.body());
        String parts = """
                PREFIX void: <http://rdfs.org/ns/void#> PREFIX sh: <http://www.w3.org/ns/shacl#>
                PREFIX dcterms: <http://purl.org/dc/terms/>
                SELECT (COUNT(DISTINCT ?example) AS ?examples) (COUNT(DISTINCT ?title) > 1 AS ?titled)
                  (COUNT(DISTINCT ?prefix) > 5 AS ?prefixed) (COUNT(DISTINCT ?property) > 20 AS ?parted)
                { { ?example a sh:SPARQLSelectExecutable ; sh:select ?text ; sh:prefixes <%1$s> }
                  UNION { <%1$s> dcterms:title ?title ; dcterms:license ?licence ; dcterms:publisher ?publisher }
                  UNION { <%1$s> sh:declare [ sh:prefix ?prefix ; sh:namespace ?namespace ] }
                  UNION { <%1$s> void:classPartition/void:propertyPartition/void:property ?property } }
                """.formatted(DATASET);
        assertEquals(
                "examples,titled,prefixed,parted\r\n%d,true,true,true\r\n"
                        .formatted(QueryLibrary.bundled().queries().size()),
                get("/sparql?query=" + Endpoint.encoded(parts), "Accept", "text/csv")
                        .body());
    }

    @ParameterizedTest
    @CsvSource({
        "/.well-known/void, text/turtle, text/turtle",
        "/.well-known/void, application/rdf+xml, application/rdf+xml",
        "/.well-known/void, application/ld+json, application/ld+json",
        "/.well-known/void, application/n-triples, application/n-triples",
        "/.well-known/void, */*, text/turtle",
        "/dataset, */*, text/turtle",
        "/dataset, application/rdf+xml, application/rdf+xml",
        "/dataset, application/ld+json;q=0.5, application/ld+json",
        "/dataset, application/n-triples, application/n-triples",
        "/dataset.rdf, text/turtle, application/rdf+xml",
        "/dataset.jsonld, */*, application/ld+json",
        "/dataset.nt, */*, application/n-triples",
        "/dataset.ttl, text/html, text/turtle",
    })
    void formatsAreChosenByAcceptAndSuffix(String path, String accept, String expected) throws Exception {
        HttpResponse<String> response = get(path, "Accept", accept);
        assertEquals(expected, header(response, "Content-Type").replaceFirst(";.*", ""));
        Graph same = graph(get(path.replaceFirst("\\.[a-z]+$", ""), "Accept", "application/n-triples"));
        assertTrue(graph(response).isIsomorphicWith(same));
        assertTrue(graph(response).stream()
                .noneMatch(triple ->
                        triple.getSubject().isBlank() || triple.getObject().isBlank()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/.well-known/void", "/dataset", "/dataset.html", "/openapi.json", "/robots.txt", "/sitemap.xml"
            })
    void everyDescriptionHasConditionsAndHead(String path) throws Exception {
        HttpResponse<String> got = get(path);
        assertEquals(200, got.statusCode());
        String tag = header(got, "ETag");
        assertTrue(tag.matches("\"[0-9a-f]+\""), tag);
        assertTrue(header(got, "Cache-Control").contains("max-age="), path);
        assertEquals(304, get(path, "If-None-Match", tag).statusCode());
        HttpResponse<String> head = CLIENT.send(
                HttpRequest.newBuilder(SERVER.address().resolve(path)).HEAD().build(), BodyHandlers.ofString());
        assertEquals(200, head.statusCode());
        assertEquals(tag, header(head, "ETag"));
        assertEquals(got.body(), get(path).body(), "the same bytes again");
        assertEquals("*", header(got, "Access-Control-Allow-Origin"));
        HttpResponse<String> posted = CLIENT.send(
                HttpRequest.newBuilder(SERVER.address().resolve(path))
                        .POST(HttpRequest.BodyPublishers.ofString("x"))
                        .build(),
                BodyHandlers.ofString());
        assertEquals(405, posted.statusCode());
    }

    @Test
    void whatCannotBeWrittenIsRefused() throws Exception {
        assertEquals(406, get("/.well-known/void", "Accept", "image/png").statusCode());
        assertEquals(404, get("/dataset.png").statusCode());
        assertEquals(404, get("/dataset/x").statusCode());
        assertEquals(400, get("/sitemap.xml?part=0").statusCode());
        assertEquals(400, get("/sitemap.xml?part=1&part=2").statusCode());
        assertEquals(400, get("/sitemap.xml?page=1").statusCode());
        assertEquals(404, get("/sitemap.xml?part=2").statusCode());
    }

    @Test
    void theRecordIsWhatHarvestersAskFor() throws Exception {
        HttpResponse<String> xml = get("/dataset.rdf");
        assertEquals(List.of(), DatasetRecordTest.complaints(graph(xml)));
        assertFalse(xml.body().contains("nodeID"), "no blank nodes");
        Graph record = graph(xml);
        assertEquals(
                List.of(SERVER.address() + "sparql"),
                objects(record, DATASET + "#service", "http://www.w3.org/ns/dcat#endpointURL"));
        assertEquals(List.of(STORE.current().version()), objects(record, DATASET, "http://www.w3.org/ns/dcat#version"));
    }

    @Test
    void rapperReadsTheRecord() throws Exception {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/rapper")) || "true".equals(System.getenv("CI")),
                "rapper is not installed (Debian: raptor2-utils)");
        HttpResponse<String> xml = get("/dataset.rdf");
        Path file = Files.writeString(folder.resolve("dataset.rdf"), xml.body());
        Process rapper = new ProcessBuilder("rapper", "-q", "-i", "rdfxml", "-o", "ntriples", file.toString())
                .redirectErrorStream(true)
                .start();
        String triples = new String(rapper.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, rapper.waitFor(), triples);
        assertEquals(graph(xml).size(), triples.lines().distinct().count());
        assertFalse(triples.contains("_:"), triples);
    }

    @Test
    void peopleGetAPage() throws Exception {
        HttpResponse<String> page = get("/dataset", "Accept", BROWSER, "Accept-Language", "en");
        assertTrue(header(page, "Content-Type").startsWith("text/html"));
        assertTrue(page.body().contains("Projects of the European Social Fund in Sweden"), page.body());
        assertTrue(page.body().contains("https://w3id.org/fondgraf/ontology#Project"), page.body());
        assertTrue(get("/dataset.html", "Accept-Language", "sv").body().contains("Utgivare"));
        assertTrue(page.body().contains("<link rel=\"alternate\" type=\"application/rdf+xml\" href=\"/dataset.rdf\">"));
        java.util.regex.Matcher island = Pattern.compile(
                        "<script type=\"application/ld\\+json\">(.*?)</script>", Pattern.DOTALL)
                .matcher(page.body());
        assertTrue(island.find());
        Graph inside = RDFParser.fromString(island.group(1), org.apache.jena.riot.Lang.JSONLD)
                .toGraph();
        assertTrue(inside.isIsomorphicWith(graph(get("/dataset"))));
    }

    @Test
    void signpostsStandInTheHeader() throws Exception {
        String links = header(get("/dataset"), "Link");
        for (String link : List.of(
                "<" + DATASET + ">; rel=\"cite-as\"",
                "<https://schema.org/Dataset>; rel=\"type\"",
                "<http://creativecommons.org/publicdomain/zero/1.0/>; rel=\"license\"",
                "</dataset.rdf>; rel=\"describedby\"; type=\"application/rdf+xml\"",
                "</.well-known/void>; rel=\"describedby\"; type=\"text/turtle\"")) {
            assertTrue(links.contains(link), link + " in " + links);
        }
        assertEquals("/dataset.ttl", header(get("/dataset"), "Content-Location"));
        assertTrue(header(get("/dataset"), "Vary").contains("Accept"));
    }

    @Test
    void openApiIsValidAndTellsOfEveryRouteAndQuery() throws Exception {
        JsonNode document = new ObjectMapper().readTree(get("/openapi.json").body());
        assertEquals(
                Set.of(),
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(DatasetRecordTest.class.getResourceAsStream("openapi-3.1.json"))
                        .validate(document));
        Set<String> paths = new TreeSet<>();
        document.get("paths").fieldNames().forEachRemaining(paths::add);
        for (String path : List.of("/sparql", "/dataset", "/dataset.rdf", "/.well-known/void", "/health")) {
            assertTrue(paths.contains(path), path + " in " + paths);
        }
        Set<String> ids = new TreeSet<>();
        document.get("paths")
                .forEach(item -> item.forEach(operation ->
                        assertTrue(ids.add(operation.get("operationId").asText()), operation::toString)));
        if (paths.stream().anyMatch(path -> path.startsWith("/queries/"))) {
            QueryLibrary.bundled().queries().forEach(query -> assertDeclared(document, query));
        }
        for (String path : paths) {
            if (!path.contains("{") && !path.startsWith("/queries/") && !path.equals("/sparql")) {
                int status = get(path).statusCode();
                assertTrue(status != 404 && status < 500, path + " answers " + status);
            }
        }
    }

    private static void assertDeclared(JsonNode document, LibraryQuery query) {
        JsonNode get = document.get("paths").get("/queries/" + query.name()).get("get");
        Map<String, Boolean> declared = new TreeMap<>();
        get.path("parameters")
                .forEach(parameter -> declared.put(
                        parameter.path("name").asText(),
                        parameter.path("required").asBoolean()));
        Map<String, Boolean> expected = new TreeMap<>();
        query.parameters().forEach(parameter -> expected.put(parameter.name(), !parameter.optional()));
        assertEquals(expected, declared, query.name());
    }

    @Test
    void crawlersFindEveryDocumentOnce() throws Exception {
        String robots = get("/robots.txt").body();
        assertTrue(robots.contains("\nSitemap: " + SERVER.address() + "sitemap.xml\n"), robots);
        assertTrue(robots.contains("\nDisallow: /sparql\n"), robots);
        List<String> parts = locations(get("/sitemap.xml").body());
        assertEquals(List.of(SERVER.address() + "sitemap.xml?part=1"), parts);
        List<String> documents = locations(get("/sitemap.xml?part=1").body());
        assertEquals(documents.size(), Set.copyOf(documents).size());
        String here = SERVER.address().toString();
        assertTrue(documents.stream().allMatch(address -> address.startsWith(here + "doc/")), documents::toString);
        assertTrue(documents.contains(here + "doc/organization/proaros"), documents::toString);
        assertEquals(
                5,
                documents.stream()
                        .filter(address -> address.startsWith(here + "doc/project/"))
                        .count());
    }

    private static List<String> locations(String xml) {
        return Pattern.compile("<loc>([^<]*)</loc>")
                .matcher(xml)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    @Test
    void theOperatorsAddressAndWordsGoBeforeTheServersOwn() throws Exception {
        ServerSettings settings = ServerSettings.local(0).withOperator(OperatorFile.parse("f", """
                        title: {sv: <b>Våra & andras</b> projekt, en: Our projects}
                        publisher: {name: Exempelmyndigheten, iri: 'https://www.example.org/id', type: NationalAuthority}
                        contact: {name: Redaktionen, email: oppnadata@example.org}
                        home: https://data.example.org/esf/
                        """, Optional.empty()));
        try (Server server = new Server(STORE, settings)) {
            server.start();
            Graph record = graph(get(server, "/dataset.rdf"));
            assertEquals(List.of(), DatasetRecordTest.complaints(record));
            assertEquals(
                    List.of("https://data.example.org/esf/sparql"),
                    objects(record, DATASET + "#service", "http://www.w3.org/ns/dcat#endpointURL"));
            assertEquals(
                    List.of("https://data.example.org/esf/sparql"),
                    objects(graph(get(server, "/.well-known/void")), DATASET, VOID.NS + "sparqlEndpoint"));
            String page = get(server, "/dataset.html").body();
            assertTrue(page.contains("&lt;b&gt;Våra &amp; andras&lt;/b&gt; projekt"), page);
            assertFalse(page.contains("<b>Våra"), page);
            assertTrue(get(server, "/robots.txt").body().contains("https://data.example.org/esf/sitemap.xml"));
        }
    }

    @Test
    void dataThatDoesNotDescribeItselfIsDescribedByWhatCanBeAsked() throws Exception {
        try (Endpoint endpoint = new Endpoint(se.fondgraf.web.sparql.Limits.standard())) {
            endpoint.store.load("1", stream -> Endpoint.numbers(stream, 10));
            HttpResponse<String> response = endpoint.send(HttpRequest.newBuilder(
                    URI.create(endpoint.uri("/.well-known/void").toString())));
            assertEquals(List.of("20"), objects(graph(response), DATASET, VOID.NS + "triples"));
            assertEquals(
                    200,
                    endpoint.send(HttpRequest.newBuilder(endpoint.uri("/dataset")))
                            .statusCode());
        }
    }
}
