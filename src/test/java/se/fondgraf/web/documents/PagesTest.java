package se.fondgraf.web.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** The pages for people: valid, in two languages, and loading nothing but their stylesheet. */
class PagesTest {
    private static final List<String> PATHS = List.of(
            "/",
            "/ontology",
            "/queries",
            "/queries/search?q=kommun",
            "/doc/project/2016-00166",
            "/doc/project/spektra-2-9d85d20f",
            "/doc/organization/proaros",
            "/doc/municipality/1980",
            "/doc/county/SE125",
            "/doc/programme/2007-2013",
            "/doc/code/role",
            "/doc/code/role/owner",
            "/doc/graph/matches",
            "/doc/participation/spektra-2-9d85d20f/co-financier/proaros",
            "/nothing/at/all");

    private static Published server;

    @TempDir
    static Path profile;

    @BeforeAll
    static void start() {
        server = Published.seeds();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<String> paths() {
        return PATHS.stream();
    }

    @ParameterizedTest
    @MethodSource("paths")
    void areValid(String path) throws Exception {
        for (String language : List.of("sv", "en")) {
            HttpResponse<String> page = server.get(path, "Accept", "text/html", "Accept-Language", language);
            assertEquals("text/html", Published.type(page));
            Markup markup = new Markup(page.body());
            assertEquals(List.of(), markup.faults(), path);
            assertTrue(page.body().contains("<html lang=\"" + language + "\">"), path);
        }
    }

    @ParameterizedTest
    @MethodSource("paths")
    void loadNothingFromElsewhere(String path) throws Exception {
        Markup markup = new Markup(server.get(path, "Accept", "text/html").body());
        for (String loading : List.of("img", "iframe", "object", "embed", "video", "audio", "source", "style")) {
            assertTrue(markup.all(loading).isEmpty(), loading);
        }
        for (Element link : markup.all("link")) {
            boolean loads = List.of("stylesheet", "icon", "preload").contains(link.getAttribute("rel"));
            assertTrue(!loads || link.getAttribute("href").matches("/assets/.*|data:,"), link.getAttribute("href"));
        }
        markup.all("script").forEach(script -> assertEquals("application/ld+json", script.getAttribute("type")));
    }

    @Test
    void theSourcePageIsValid() throws Exception {
        String project = server.get("/doc/project/2016-00166.html").body();
        String path = project.replaceFirst("(?s).*?href=\"(/page/[^\"#]+)[\"#].*", "$1");
        Markup markup = new Markup(server.get(path, "Accept", "text/html").body());
        assertEquals(List.of(), markup.faults());
    }

    @Test
    void theLanguageIsTheReadersOrTheAddresss() throws Exception {
        HttpResponse<String> english = server.get("/", "Accept", "text/html", "Accept-Language", "en-GB");
        assertEquals("en", Published.header(english, "Content-Language"));
        HttpResponse<String> asked = server.get("/?lang=sv", "Accept", "text/html", "Accept-Language", "en-GB");
        assertEquals("sv", Published.header(asked, "Content-Language"));
        assertEquals(400, server.get("/?lang=xx", "Accept", "text/html").statusCode());
        assertTrue(Published.header(english, "Vary").contains("Accept-Language"));
    }

    /** With the policy of the server in force: what a browser refuses or cannot load, it says on its console. */
    @Test
    void aBrowserHasNothingToComplainOf() throws Exception {
        String chromium = chromium();
        for (String path : List.of("/", "/doc/project/2016-00166.html", "/ontology.html")) {
            Process browser = new ProcessBuilder(
                            chromium,
                            "--headless",
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync",
                            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
                            "--enable-logging=stderr",
                            "--user-data-dir=" + profile,
                            "--dump-dom",
                            server.address().resolve(path).toString())
                    .redirectError(profile.resolve("console").toFile())
                    .start();
            String dom = new String(browser.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertTrue(browser.waitFor(60, TimeUnit.SECONDS), "the browser ends");
            assertTrue(dom.contains("id=\"content\""), dom);
            String console = Files.readString(profile.resolve("console"));
            assertFalse(console.contains("CONSOLE"), console);
        }
    }

    private static String chromium() {
        Optional<Path> found = Stream.of(
                        System.getenv().getOrDefault("PATH", "").split(":"))
                .map(folder -> Path.of(folder, "chromium"))
                .filter(Files::isExecutable)
                .findFirst();
        if (found.isEmpty() && "true".equals(System.getenv("CI"))) {
            Assertions.fail("chromium is missing: .ci/run installs it");
        }
        assumeTrue(found.isPresent(), "chromium is missing: install chromium");
        return found.orElseThrow().toString();
    }
}
