package se.fondgraf.web.http;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * How the data's IRIs and this server's paths go together: the path below the base is the path on any host that serves
 * it, so that {@code GET /id/…} works wherever a copy runs. Nothing here comes from a request.
 */
public final class Addresses {
    private final String base;
    private final Supplier<String> home;

    /**
     * The addresses of one server.
     *
     * @param base of the data's IRIs, ending in a slash
     * @param home the server's public address, ending in a slash; asked for only when the server has started, because
     *     the port may not be known before
     */
    public Addresses(String base, Supplier<String> home) {
        if (!base.endsWith("/")) {
            throw new IllegalArgumentException("the base ends in a slash");
        }
        this.base = base;
        this.home = home;
    }

    /** The base of the data's IRIs, ending in a slash. */
    public String base() {
        return base;
    }

    /** The IRI that the data has for what stands at the path of a request, such as {@code /id/project/2016-00166}. */
    public String iri(String path) {
        return base + path.substring(1);
    }

    /** The path on this server for an IRI of the data; empty for an IRI of anywhere else. */
    public Optional<String> path(String iri) {
        return iri.startsWith(base) ? Optional.of("/" + iri.substring(base.length())) : Optional.empty();
    }

    /** The public address of a path on this server, for descriptions that are read elsewhere. */
    public String absolute(String path) {
        return home.get() + path.substring(1);
    }
}
