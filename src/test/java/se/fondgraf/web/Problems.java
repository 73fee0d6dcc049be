package se.fondgraf.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpResponse;

/** What every refusal must look like. */
final class Problems {
    private Problems() {}

    /** Checks status, headers and body; gives back the sentence. */
    static String assertProblem(int status, HttpResponse<String> response) throws IOException {
        assertEquals(status, response.statusCode(), response.body());
        assertEquals("application/problem+json", header(response, "Content-Type"));
        assertEquals("nosniff", header(response, "X-Content-Type-Options"));
        assertEquals("*", header(response, "Access-Control-Allow-Origin"));
        assertEquals("", header(response, "Server"));
        assertEquals(status == 503, response.headers().firstValue("Retry-After").isPresent());
        return assertProblem(status, response.body());
    }

    static String assertProblem(int status, String body) throws IOException {
        JsonNode problem = new JsonMapper().readTree(body);
        assertEquals(status, problem.get("status").asInt());
        String sentence = problem.get("detail").asText();
        assertTrue(sentence.length() > 10, sentence);
        assertFalse(
                sentence.replaceAll("<[^>]*>", "")
                        .matches("(?s).*(Exception|org\\.apache|java\\.|jena|\\tat |file:).*"),
                sentence);
        return sentence;
    }

    static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
