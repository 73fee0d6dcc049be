package se.fondgraf.cli;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import se.fondgraf.web.Observation;
import se.fondgraf.web.ServerSettings;
import se.fondgraf.web.Traffic;
import se.fondgraf.web.http.Clients;

/** How a server is run: whom it believes, how much it takes, and what its operator sees. */
final class ServerOptions {
    private static final int PORTS = 65_535;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec command;

    @Option(
            names = "--public-address",
            paramLabel = "URL",
            description = "The address by which others know this server; default the one it listens on.")
    private Optional<String> home = Optional.empty();

    @Option(
            names = "--trusted-proxy",
            paramLabel = "ADDRESS",
            description = "Believe this proxy's Forwarded or X-Forwarded-For. May be repeated; default nobody.")
    private List<String> proxies = List.of();

    @Option(
            names = "--rate",
            paramLabel = "N",
            description =
                    "Requests a second that one address may send, 0 for any number; default 500 from other machines.")
    private Optional<Integer> rate = Optional.empty();

    @Option(
            names = "--spool",
            paramLabel = "FOLDER",
            description = "For results that are too large for memory; default the system's folder for such files.")
    private Optional<Path> spool = Optional.empty();

    @Option(
            names = "--access-log",
            paramLabel = "FILE",
            description = "Write a line for each request to the end of this file; - is standard output.")
    private Optional<String> accessLog = Optional.empty();

    @Option(
            names = "--metrics-port",
            paramLabel = "PORT",
            description =
                    "Show metrics for Prometheus at /metrics on this port of this machine; 0 takes any free port.")
    private Optional<Integer> metricsPort = Optional.empty();

    /**
     * The settings with what was asked for.
     *
     * @throws ParameterException when something cannot be
     */
    ServerSettings applied(ServerSettings settings) {
        if (rate.orElse(0) < 0) {
            throw wrong("--rate: must be 0 or more");
        }
        if (metricsPort.filter(port -> port < 0 || port > PORTS).isPresent()) {
            throw wrong("--metrics-port: must be from 0 to 65535");
        }
        if (spool.filter(folder -> !Files.isDirectory(folder) || !Files.isWritable(folder))
                .isPresent()) {
            throw wrong("--spool: must be a folder that can be written to");
        }
        ServerSettings applied = settings.withTraffic(new Traffic(trusted(), optional(rate)))
                .withObservation(new Observation(accessLog, optional(metricsPort)));
        applied = spool.map(applied::withSpool).orElse(applied);
        return home.isPresent() ? applied.withHome(address(home.get())) : applied;
    }

    private String address(String url) {
        if (!url.matches("https?://[^\\s/?#\"<>\\\\@]+(/[^\\s?#\"<>\\\\]*)?")) {
            throw wrong("--public-address: must be an address such as https://data.example.org/");
        }
        return url.endsWith("/") ? url : url + "/";
    }

    private Set<InetAddress> trusted() {
        Set<InetAddress> trusted = new LinkedHashSet<>();
        for (String proxy : proxies) {
            trusted.add(Clients.literal(proxy)
                    .orElseThrow(() -> wrong("--trusted-proxy: must be an IP address, such as 10.0.0.1")));
        }
        return trusted;
    }

    private static OptionalInt optional(Optional<Integer> number) {
        return number.map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    private ParameterException wrong(String message) {
        return new ParameterException(command.commandLine(), message);
    }
}
