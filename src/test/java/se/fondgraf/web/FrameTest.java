package se.fondgraf.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.fondgraf.web.sparql.Limits;

/** The frame around all pages, seen on the page of a refusal. */
class FrameTest {
    private static Endpoint endpoint;

    @BeforeAll
    static void start() {
        endpoint = new Endpoint(Limits.standard());
    }

    @AfterAll
    static void stop() {
        endpoint.close();
    }

    private static HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint.uri(path));
        return endpoint.send(headers.length == 0 ? request : request.headers(headers));
    }

    @Test
    void browsersGetARefusalAsAPage() throws Exception {
        HttpResponse<String> page = get(
                "/nowhere",
                "Accept",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
                "Accept-Language",
                "en");
        assertEquals(404, page.statusCode());
        assertEquals(
                "text/html;charset=utf-8",
                page.headers().firstValue("Content-Type").orElse("").replace(" ", ""));
        assertTrue(page.body().startsWith("<!DOCTYPE html>"), page.body());
        for (String part : new String[] {
            "<html lang=\"en\">",
            "<header>",
            "<nav aria-label=\"Main menu\">",
            "<main id=\"content\">",
            "<footer>",
            "<a href=\"#content\" class=\"skip\">",
            "<title>404 Not Found"
        }) {
            assertTrue(page.body().contains(part), part + " in " + page.body());
        }
        assertFalse(page.body().contains("<style"), "no style inside");
        assertFalse(page.body().contains(" style="), "no style inside");
        assertFalse(page.body().contains("<script"), "no script inside");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/json", "text/turtle", "application/json, text/html;q=0.5"})
    void programsGetARefusalAsAProblem(String accept) throws Exception {
        HttpResponse<String> problem = get("/nowhere", "Accept", accept);
        assertEquals(404, problem.statusCode());
        assertEquals(
                "application/problem+json",
                problem.headers().firstValue("Content-Type").orElse(""));
    }

    @Test
    void theStylesheetIsOursAndNeverChanges() throws Exception {
        Matcher sheet = Pattern.compile("<link rel=\"stylesheet\" href=\"(/assets/style-[0-9a-f]{12}\\.css)\">")
                .matcher(get("/nowhere", "Accept", "text/html").body());
        assertTrue(sheet.find());
        HttpResponse<String> css = get(sheet.group(1));
        assertEquals(200, css.statusCode());
        assertEquals(
                "text/css; charset=utf-8",
                css.headers().firstValue("Content-Type").orElse(""));
        assertEquals(
                "public, max-age=31536000, immutable",
                css.headers().firstValue("Cache-Control").orElse(""));
        assertFalse(css.body().contains("url("), "it loads nothing");
        assertFalse(css.body().contains("@import"), "it loads nothing");
        String tag = css.headers().firstValue("ETag").orElse("");
        assertEquals(304, get(sheet.group(1), "If-None-Match", tag).statusCode());
        assertEquals(404, get("/assets/style.css").statusCode());
    }
}
