package se.fondgraf.web.description;

import se.fondgraf.web.http.Addresses;
import se.fondgraf.web.http.Content;
import se.fondgraf.web.http.Reply;
import se.fondgraf.web.http.Request;
import se.fondgraf.web.http.Resource;

/** {@code /robots.txt}: crawlers read documents, found by the sitemap, and ask no queries. */
final class Robots implements Resource {
    static final String PATH = "/robots.txt";

    private static final int KEPT_SECONDS = 3600;

    private final Addresses addresses;

    Robots(Addresses addresses) {
        this.addresses = addresses;
    }

    @Override
    public Reply answer(Request request) {
        String text = """
                # Everything here is open. Queries are for programs that want an answer: the dumps and documents hold the same data.
                User-agent: *
                Disallow: /sparql
                Disallow: /queries/
                Disallow: /reconcile
                Disallow: /network

                Sitemap: %s
                """.formatted(addresses.absolute(Sitemap.PATH));
        return Reply.ok("text/plain", Content.of(text)).tagged(text).keptFor(KEPT_SECONDS);
    }
}
