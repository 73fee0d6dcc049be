package se.fondgraf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
 * As much of curl as the README uses, so that no test depends on it: {@code -s}, {@code -H}, {@code --data-urlencode}.
 */
record Curl(List<String> words, String shownAddress, String address) {
    /** The body of the response. */
    String send() throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder();
        List<String> form = new ArrayList<>();
        for (int i = 1; i < words.size(); i++) {
            switch (words.get(i)) {
                case "-s" -> {}
                case "-H" -> {
                    String[] header = words.get(++i).split(": ", 2);
                    request.header(header[0], header[1]);
                }
                case "--data-urlencode" -> form.add(encoded(words.get(++i)));
                default -> {
                    assertEquals(shownAddress, words.get(i), "an address or option of curl that is not known here");
                    request.uri(URI.create(address));
                }
            }
        }
        request.header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(String.join("&", form)));
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            return response.body();
        }
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
