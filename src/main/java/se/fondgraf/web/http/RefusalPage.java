package se.fondgraf.web.http;

import java.util.List;

/** How a refusal looks to a person with a browser. */
@FunctionalInterface
public interface RefusalPage {
    /**
     * An HTML page.
     *
     * @param name of the status, such as {@code Not Found}
     * @param sentence the reason, in English
     * @param acceptLanguage the header's values
     */
    Content of(int status, String name, String sentence, List<String> acceptLanguage);
}
