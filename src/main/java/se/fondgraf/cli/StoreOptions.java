package se.fondgraf.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import se.fondgraf.store.DiskStore;
import se.fondgraf.store.LocalStore;
import se.fondgraf.store.MemoryStore;
import se.fondgraf.store.RemoteStore;

/** Where the data is kept that a command reads. */
final class StoreOptions {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec command;

    @Option(
            names = "--store",
            paramLabel = "DIR-or-URL",
            description = {
                "Keep the data in this folder, where the next run finds it: inputs that are unchanged are not loaded",
                "again, and without inputs the command reads what the folder holds. Or read what others loaded into",
                "this SPARQL endpoint (http or https). Default in memory."
            })
    private Optional<String> store = Optional.empty();

    @Option(
            names = "--store-default-graph",
            paramLabel = "IRI",
            description = {
                "The graph of the endpoint that holds the core, for engines whose own default graph is that of all",
                "graphs together."
            })
    private Optional<String> core = Optional.empty();

    /** Whether the data is kept anywhere but in memory. */
    boolean isGiven() {
        return store.isPresent();
    }

    /** Whether the data is in an endpoint elsewhere, where nothing is loaded from here. */
    boolean isRemote() {
        boolean remote = store.filter(StoreOptions::isAddress).isPresent();
        if (!remote && core.isPresent()) {
            throw new ParameterException(
                    command.commandLine(), "--store-default-graph goes with --store and the URL of an endpoint");
        }
        return remote;
    }

    private static boolean isAddress(String text) {
        return text.toLowerCase(Locale.ROOT).matches("https?://.*");
    }

    /**
     * The endpoint, to be closed.
     *
     * @throws se.fondgraf.store.StoreException when it does not answer
     */
    RemoteStore remote(String base) {
        return RemoteStore.open(address(store.orElseThrow()), core, base);
    }

    /** Without a user's name, which would end up in messages. */
    private URI address(String text) {
        try {
            URI address = new URI(text);
            if (address.getHost() != null && address.getUserInfo() == null && address.getFragment() == null) {
                return address;
            }
        } catch (URISyntaxException e) {
            // Told below.
        }
        throw new ParameterException(
                command.commandLine(),
                "--store: an address of an endpoint has a host, and neither a user's name nor a fragment");
    }

    /** The store on this machine as it is, to be closed. */
    LocalStore opened() {
        return store.<LocalStore>map(folder -> DiskStore.open(Path.of(folder))).orElseGet(MemoryStore::new);
    }

    /** The store on this machine with the inputs in it, to be closed. */
    LocalStore filled(InputOptions options, List<Path> inputs, PrintWriter out, PrintWriter err) {
        LocalStore local = opened();
        boolean filled = false;
        try {
            new Loading(local, isGiven(), options, inputs, out, err).begin();
            filled = true;
            return local;
        } finally {
            if (!filled) {
                local.close();
            }
        }
    }
}
