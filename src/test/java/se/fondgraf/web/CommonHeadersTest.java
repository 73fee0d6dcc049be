package se.fondgraf.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.fondgraf.web.Problems.header;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.fondgraf.web.sparql.Limits;

/** What every answer carries, wherever in the server it comes from, so that pages elsewhere can read it safely. */
class CommonHeadersTest {
    private static final Pattern HEADER = Pattern.compile("(?m)^([A-Za-z-]+): ?(.*?)\r?$");
    private static final Endpoint endpoint = new Endpoint(Limits.standard());

    @BeforeAll
    static void load() {
        endpoint.store.load("test", stream -> Endpoint.numbers(stream, 10));
    }

    @AfterAll
    static void stop() {
        endpoint.close();
    }

    private static Set<String> words(String list) {
        Set<String> words = new TreeSet<>();
        for (String word : list.split(",", -1)) {
            words.add(word.strip().toLowerCase(Locale.ROOT));
        }
        return words;
    }

    private static String one(Map<String, List<String>> headers, String name) {
        List<String> values = headers.getOrDefault(name, List.of());
        assertEquals(1, values.size(), name);
        return values.getFirst();
    }

    private static void assertCommon(String what, Map<String, List<String>> headers) {
        assertEquals(List.of("*"), headers.get("access-control-allow-origin"), what);
        assertFalse(headers.containsKey("access-control-allow-credentials"), what);
        assertEquals(
                words("ETag, Link, Content-Location, Content-Range, Last-Modified, Content-Disposition, Retry-After"),
                words(one(headers, "access-control-expose-headers")),
                what);
        assertEquals(List.of("nosniff"), headers.get("x-content-type-options"), what);
        assertEquals(List.of("no-referrer"), headers.get("referrer-policy"), what);
        String policy = one(headers, "content-security-policy");
        assertTrue(policy.startsWith("default-src 'none';"), what + ": " + policy);
        assertFalse(policy.contains("unsafe") || policy.contains("http") || policy.contains("*"), policy);
        assertFalse(headers.containsKey("set-cookie"), what);
        assertFalse(headers.containsKey("server") || headers.containsKey("x-powered-by"), what);
    }

    @ParameterizedTest
    @CsvSource({
        "200, /",
        "200, /health",
        "200, /sparql",
        "200, /sparql?query=ASK%7B%7D",
        "200, /queries",
        "200, /queries/projects.csv",
        "200, /dumps/",
        "200, /dataset",
        "200, /.well-known/void",
        "200, /ontology",
        "200, /ontology/context.jsonld",
        "200, /openapi.json",
        "200, /robots.txt",
        "200, /sitemap.xml",
        "200, /reconcile",
        "303, /ontology/shapes",
        "400, /sparql?query=SELEC",
        "400, /sitemap.xml?part=0",
        "403, /sparql?query=ASK%7BSERVICE%3Chttp%3A%2F%2Fx%2F%3E%7B%7D%7D",
        "404, /id/organization/nobody",
        "404, /doc/organization/nobody.ttl",
        "404, /page/x/00000000",
        "404, /nothing",
        "422, /sparql?query=ASK%7BFILTER%28%3Cx%3Af%3E%281%29%29%7D",
    })
    void standOnWhateverIsAnswered(int status, String path) throws Exception {
        for (String accept : List.of("*/*", "text/html, */*;q=0.1")) {
            // The second answer may be one that was kept.
            for (int time = 1; time <= 2; time++) {
                HttpResponse<String> answer =
                        endpoint.send(HttpRequest.newBuilder(endpoint.uri(path)).header("Accept", accept));
                assertEquals(status, answer.statusCode(), () -> path + ": " + answer.body());
                assertCommon(path, answer.headers().map());
                String tag = header(answer, "ETag");
                if (!tag.isEmpty()) {
                    HttpResponse<String> known = endpoint.send(HttpRequest.newBuilder(endpoint.uri(path))
                            .header("Accept", accept)
                            .header("If-None-Match", tag));
                    assertEquals(304, known.statusCode(), path);
                    assertCommon(path, known.headers().map());
                }
            }
        }
    }

    @Test
    void standOnOtherRefusalsToo() throws Exception {
        HttpRequest.Builder sparql = HttpRequest.newBuilder(endpoint.uri("/sparql"));
        assertCommon("405", endpoint.send(sparql.copy().DELETE()).headers().map());
        assertCommon(
                "406",
                endpoint.send(sparql.copy().header("Accept", "image/png"))
                        .headers()
                        .map());
        assertCommon(
                "413",
                endpoint.post("application/sparql-query", "#".repeat(Limits.QUERY_BYTES + 1))
                        .headers()
                        .map());
        assertCommon("415", endpoint.post("text/plain", "ASK {}").headers().map());
    }

    /** Jetty refuses these before anything of ours sees them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /%zz HTTP/1.1\r\nHost: x\r\n",
                "GET /sparql HTTP/1.1\r\nHost: x\r\nHost: y\r\n",
                "TRACE /sparql HTTP/1.1\r\nHost: x\r\n",
                "GET /x%00 HTTP/1.1\r\nHost: x\r\n",
            })
    void standOnWhatIsNoRequest(String request) throws Exception {
        String answer = endpoint.raw(request + "Connection: close\r\n\r\n");
        Map<String, List<String>> headers = new TreeMap<>();
        HEADER.matcher(answer.substring(0, answer.indexOf("\r\n\r\n") + 2))
                .results()
                .forEach(found -> headers.put(found.group(1).toLowerCase(Locale.ROOT), List.of(found.group(2))));
        assertCommon(answer, headers);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/sparql", "/doc/x/y", "/id/x/y", "/queries/projects.csv", "/dumps/", "/dataset", "/reconcile"})
    void aPageElsewhereIsToldWhatItMaySend(String path) throws Exception {
        HttpResponse<String> preflight = endpoint.send(HttpRequest.newBuilder(endpoint.uri(path))
                .header("Access-Control-Request-Method", "GET")
                .header("Access-Control-Request-Headers", "if-none-match,range")
                .method("OPTIONS", BodyPublishers.noBody()));
        assertEquals(204, preflight.statusCode());
        assertCommon(path, preflight.headers().map());
        assertEquals(words("GET, HEAD, POST, OPTIONS"), words(header(preflight, "Access-Control-Allow-Methods")));
        assertEquals(
                words("Accept, Content-Type, If-None-Match, If-Modified-Since, Range"),
                words(header(preflight, "Access-Control-Allow-Headers")));
        assertEquals("86400", header(preflight, "Access-Control-Max-Age"));
    }
}
