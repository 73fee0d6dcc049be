package se.fondgraf.web;

/**
 * Where the server listens and what a query may use.
 *
 * @param host the address to listen on; {@code 127.0.0.1} answers this machine only
 * @param port 0 takes any free port
 * @param limits of each query
 */
public record ServerSettings(String host, int port, Limits limits) {
    /** This machine only, with the standard limits. */
    public static ServerSettings local(int port) {
        return new ServerSettings("127.0.0.1", port, Limits.standard());
    }

    /** The same with other limits. */
    public ServerSettings withLimits(Limits other) {
        return new ServerSettings(host, port, other);
    }
}
