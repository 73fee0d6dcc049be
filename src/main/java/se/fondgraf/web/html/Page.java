package se.fondgraf.web.html;

import j2html.tags.DomContent;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import se.fondgraf.web.http.Request;

/**
 * What a page shows inside the frame.
 *
 * @param language of its text
 * @param title as plain text; the frame shows it as the heading
 * @param address path and parameters without the language, for the links that change the language
 * @param chosen whether the address itself names the language, so that links hand it on
 * @param main below the heading
 * @param twins the same content for machines
 * @param data a JSON-LD document about what the page shows
 * @param query the SPARQL query that gives what the page shows
 */
public record Page(
        Language language,
        String title,
        String address,
        boolean chosen,
        List<DomContent> main,
        List<Twin> twins,
        Optional<String> data,
        Optional<String> query) {
    public Page {
        main = List.copyOf(main);
        twins = List.copyOf(twins);
    }

    /**
     * A page in the language of the request.
     *
     * @throws se.fondgraf.web.http.Refusal 400 when it asks for a language that there is not
     */
    public static Page of(Request request, String title, List<DomContent> main) {
        return new Page(
                Language.of(request),
                title,
                address(request),
                Language.chosen(request).isPresent(),
                main,
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static String address(Request request) {
        StringJoiner parameters = new StringJoiner("&");
        for (String name : request.parameters().names()) {
            if (!name.equals(Language.PARAMETER)) {
                request.parameters().all(name).forEach(value -> parameters.add(encoded(name) + "=" + encoded(value)));
            }
        }
        return parameters.length() == 0 ? request.path() : request.path() + "?" + parameters;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The same with twins. */
    public Page withTwins(List<Twin> others) {
        return new Page(language, title, address, chosen, main, others, data, query);
    }

    /** The same with a JSON-LD document inside. */
    public Page withData(String jsonLd) {
        return new Page(language, title, address, chosen, main, twins, Optional.of(jsonLd), query);
    }

    /** The same with the query behind it. */
    public Page withQuery(String sparql) {
        return new Page(language, title, address, chosen, main, twins, data, Optional.of(sparql));
    }

    /** The address in a language. */
    String in(Language other) {
        return address + (address.contains("?") ? "&" : "?") + Language.PARAMETER + "=" + other.tag();
    }
}
