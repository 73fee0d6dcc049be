package se.fondgraf.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * As much of curl as the README uses, so that no test depends on it: {@code -s}, {@code -L}, {@code -I} (the head of
 * the response alone), {@code -H} and {@code --data-urlencode}.
 *
 * @param shownHome how the documents write the server's address
 * @param home where it answers
 */
record Curl(List<String> words, String shownHome, String home) {
    /** What curl prints: the body of the response, or its head. */
    String send() throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder();
        List<String> form = new ArrayList<>();
        boolean head = false;
        HttpClient.Redirect redirect = HttpClient.Redirect.NEVER;
        for (int i = 1; i < words.size(); i++) {
            switch (words.get(i)) {
                case "-s" -> {}
                case "-L" -> redirect = HttpClient.Redirect.NORMAL;
                case "-I" -> head = true;
                case "-H" -> {
                    String[] header = words.get(++i).split(": ", 2);
                    request.header(header[0], header[1]);
                }
                case "--data-urlencode" -> form.add(encoded(words.get(++i)));
                default -> {
                    assertTrue(words.get(i).startsWith(shownHome), "an unknown address or option: " + words.get(i));
                    request.uri(URI.create(home + words.get(i).substring(shownHome.length())));
                }
            }
        }
        if (!form.isEmpty()) {
            request.header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(String.join("&", form)));
        } else if (head) {
            request.HEAD();
        }
        try (HttpClient client =
                HttpClient.newBuilder().followRedirects(redirect).build()) {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            return head ? head(response) : response.body();
        }
    }

    private static String head(HttpResponse<?> response) {
        StringBuilder lines = new StringBuilder("HTTP/1.1 " + response.statusCode() + "\n");
        response.headers()
                .map()
                .forEach((name, values) -> lines.append(name + ": " + String.join(", ", values) + "\n"));
        return lines.toString();
    }

    /** {@code name=text} or {@code name@file}. */
    private static String encoded(String data) throws IOException {
        int mark = data.indexOf('=');
        int file = data.indexOf('@');
        boolean fromFile = mark < 0 || (file >= 0 && file < mark);
        int end = fromFile ? file : mark;
        String content = data.substring(end + 1);
        String text = fromFile ? Files.readString(Path.of(content)) : content;
        return data.substring(0, end) + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
