package se.fondgraf.web;

import java.nio.file.Path;
import java.util.Optional;
import se.fondgraf.describe.Operator;
import se.fondgraf.query.LibraryQuery;
import se.fondgraf.web.sparql.Limits;

/**
 * Where the server listens, what it calls itself, and what a query may use.
 *
 * @param host the address to listen on; {@code 127.0.0.1} answers this machine only
 * @param port 0 takes any free port
 * @param base of the data's IRIs, ending in a slash
 * @param home the public address, ending in a slash; empty for the address it listens on
 * @param limits of each query
 * @param spool the folder for results that are too large for memory
 * @param traffic who is believed and how much one address may send
 * @param observation what the operator wants to see
 * @param operator who publishes the data, for descriptions
 * @param dumps the folder of releases to download
 */
public record ServerSettings(
        String host,
        int port,
        String base,
        Optional<String> home,
        Limits limits,
        Path spool,
        Traffic traffic,
        Observation observation,
        Operator operator,
        Optional<Path> dumps) {
    /** This machine only, with the standard base and limits. */
    public static ServerSettings local(int port) {
        return new ServerSettings(
                "127.0.0.1",
                port,
                LibraryQuery.DEFAULT_BASE,
                Optional.empty(),
                Limits.standard(),
                Path.of(System.getProperty("java.io.tmpdir")),
                Traffic.standard(),
                Observation.none(),
                Operator.standard(),
                Optional.empty());
    }

    /** The same on another address of this machine. */
    public ServerSettings withHost(String other) {
        return new ServerSettings(other, port, base, home, limits, spool, traffic, observation, operator, dumps);
    }

    /** The same for data with another base. */
    public ServerSettings withBase(String other) {
        return new ServerSettings(host, port, other, home, limits, spool, traffic, observation, operator, dumps);
    }

    /** The same known by that public address. */
    public ServerSettings withHome(String other) {
        return new ServerSettings(
                host, port, base, Optional.of(other), limits, spool, traffic, observation, operator, dumps);
    }

    /** The same with other limits. */
    public ServerSettings withLimits(Limits other) {
        return new ServerSettings(host, port, base, home, other, spool, traffic, observation, operator, dumps);
    }

    /** The same with another folder for large results. */
    public ServerSettings withSpool(Path other) {
        return new ServerSettings(host, port, base, home, limits, other, traffic, observation, operator, dumps);
    }

    /** The same with other traffic. */
    public ServerSettings withTraffic(Traffic other) {
        return new ServerSettings(host, port, base, home, limits, spool, other, observation, operator, dumps);
    }

    /** The same, observed so. */
    public ServerSettings withObservation(Observation other) {
        return new ServerSettings(host, port, base, home, limits, spool, traffic, other, operator, dumps);
    }

    /** The same published by another operator, at their public address if they say one. */
    public ServerSettings withOperator(Operator other) {
        return new ServerSettings(
                host, port, base, other.home().or(() -> home), limits, spool, traffic, observation, other, dumps);
    }

    /** The same with releases to download. */
    public ServerSettings withDumps(Path folder) {
        return new ServerSettings(
                host, port, base, home, limits, spool, traffic, observation, operator, Optional.of(folder));
    }
}
