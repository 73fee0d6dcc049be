package se.fondgraf.web.http;

import java.util.function.BiConsumer;

/** On every response: anyone may read it, nobody may guess at its type, and a page loads nothing from elsewhere. */
public final class CommonHeaders {
    /** Request headers that a page of another origin may send. */
    static final String ALLOWED = "Accept, Content-Type, If-None-Match, If-Modified-Since, Range";

    /** Methods that a page of another origin may use. */
    static final String METHODS = "GET, HEAD, POST, OPTIONS";

    /** How long a browser may keep the answer to its preflight, seconds. */
    static final String MAX_AGE = "86400";

    private static final String EXPOSED =
            "ETag, Link, Content-Location, Content-Range, Last-Modified, Content-Disposition, Retry-After";

    /** No inline script or style, nothing from other origins, no frame around us. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self' data:;"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private CommonHeaders() {}

    /** Hands over each header. */
    static void set(BiConsumer<String, String> header) {
        header.accept("X-Content-Type-Options", "nosniff");
        header.accept("Referrer-Policy", "no-referrer");
        header.accept("Content-Security-Policy", POLICY);
        header.accept("Access-Control-Allow-Origin", "*");
        header.accept("Access-Control-Expose-Headers", EXPOSED);
    }
}
