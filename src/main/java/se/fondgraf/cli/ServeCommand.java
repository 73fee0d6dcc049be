package se.fondgraf.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.apache.jena.fuseki.FusekiException;
import org.apache.jena.sys.JenaSystem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.fondgraf.store.LocalStore;
import se.fondgraf.store.RemoteStore;
import se.fondgraf.store.Store;
import se.fondgraf.store.StoreException;
import se.fondgraf.web.Server;
import se.fondgraf.web.ServerSettings;

/** {@code fondgraf serve}: pages to a SPARQL endpoint. */
@Command(
        name = "serve",
        header = "Convert pages, load them and answer SPARQL.",
        description = {
            "%nThe endpoint is /sparql. Ctrl-C stops it; the signal HUP has it look again at what it serves, as --watch",
            "does by itself.%n"
        })
final class ServeCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec command;

    @Parameters(
            paramLabel = "INPUT",
            arity = "0..*",
            description = "Files, or folders that are searched through; default the bundled pages in seeds/.")
    private List<Path> inputs = List.of();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "3030",
            description = "Default ${DEFAULT-VALUE}; 0 takes any free port.")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description =
                    "The address to listen on; default ${DEFAULT-VALUE}, this machine alone. 0.0.0.0 answers every"
                            + " network.")
    private String host = "";

    @Option(
            names = "--dumps",
            paramLabel = "DIR",
            description = "A folder of releases made by dump, to be downloaded at /dumps/.")
    private Optional<Path> dumps = Optional.empty();

    @Option(
            names = "--watch",
            description = {
                "Look every two seconds at what is served: the inputs, or without any the folder of --store, and that",
                "of --dumps. What has changed is loaded and checked beside, and then served; running answers end on the",
                "old release, and a bad one is told and not served. The signal HUP does so at once."
            })
    private boolean watch;

    @Mixin
    private StoreOptions storing = new StoreOptions();

    @Mixin
    private InputOptions options = new InputOptions();

    @Mixin
    private ServerOptions running = new ServerOptions();

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = command.commandLine().getOut();
        if (port < 0 || port > 65_535) {
            throw new ParameterException(command.commandLine(), "--port: must be from 0 to 65535");
        }
        if (dumps.isPresent() && !Files.isDirectory(dumps.get())) {
            throw new OperatorException("--dumps: " + dumps.get() + " is no folder; make releases with dump");
        }
        ServerSettings settings = running.applied(ServerSettings.local(port)
                .withHost(host)
                .withBase(options.iris().base())
                .withOperator(options.operator()));
        settings = dumps.map(settings::withDumps).orElse(settings);
        OutputGuard.check(command.commandLine(), inputs, Optional.empty(), options.report());
        try (Store store = open()) {
            serve(store, settings, out);
        } catch (StoreException e) {
            throw new OperatorException(String.valueOf(e.getMessage()), e);
        }
        return 0;
    }

    private Store open() {
        if (!storing.isRemote()) {
            return storing.opened();
        }
        if (!inputs.isEmpty() || watch) {
            throw new ParameterException(
                    command.commandLine(),
                    "--store with a URL serves what others load there, and asks for it by itself: give neither INPUT"
                            + " nor --watch");
        }
        return storing.remote(options.iris().base());
    }

    /** Brings the pages into the store, or says what an endpoint elsewhere holds. */
    private Followed filled(Store store, PrintWriter out) {
        return switch (store) {
            case LocalStore local -> {
                PrintWriter err = command.commandLine().getErr();
                Loading loading = new Loading(local, storing.isGiven() || watch, options, inputs, out, err);
                loading.begin();
                yield loading;
            }
            case RemoteStore remote -> {
                FollowedEndpoint endpoint = new FollowedEndpoint(remote);
                out.println("the store answers, " + endpoint.served());
                yield endpoint;
            }
        };
    }

    /** A server, and what it serves. */
    private record Ready(Server server, List<Followed> served) {}

    /** A server over the filled store, made ready while the store is being filled: at the start each second counts. */
    private Ready ready(Store store, ServerSettings settings, PrintWriter out) {
        // Jena may only be initialised by one thread.
        JenaSystem.init();
        CompletableFuture<Server> making = CompletableFuture.supplyAsync(() -> server(store, settings));
        boolean filled = false;
        try {
            List<Followed> served = new ArrayList<>(List.of(filled(store, out)));
            filled = true;
            Server server = making.join();
            server.dumps().map(FollowedDumps::new).ifPresent(served::add);
            return new Ready(server, served);
        } catch (CompletionException e) {
            throw e.getCause() instanceof OperatorException told ? told : e;
        } finally {
            if (!filled) {
                close(making);
            }
        }
    }

    private static void close(CompletableFuture<Server> making) {
        try {
            making.join().close();
        } catch (CompletionException e) {
            // There is none; why the store could not be filled is told instead.
        }
    }

    private static Server server(Store store, ServerSettings settings) {
        try {
            return new Server(store, settings);
        } catch (UncheckedIOException e) {
            throw new OperatorException(reason(e), e);
        }
    }

    private static String reason(UncheckedIOException e) {
        return e.getMessage() + ": " + e.getCause();
    }

    private void serve(Store store, ServerSettings settings, PrintWriter out) throws InterruptedException {
        CompletableFuture<Reload> reloading = new CompletableFuture<>();
        boolean told = Hangup.handle(() -> reloading.join().all());
        Ready ready = ready(store, settings, out);
        Server server = ready.server();
        try {
            server.start();
        } catch (UncheckedIOException e) {
            throw new OperatorException(reason(e), e);
        } catch (FusekiException e) {
            throw new OperatorException(
                    "cannot listen on " + host + " port " + port + "; another program may have it: try --port", e);
        }
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.stop();
            store.close();
            out.println("stopped");
            out.flush();
            stopped.countDown();
        }));
        server.metricsPort().ifPresent(shown -> out.println("metrics: http://127.0.0.1:%d/metrics".formatted(shown)));
        follow(new Reload(ready.served(), out, command.commandLine().getErr()), reloading);
        if (!told) {
            out.println("the signal HUP does nothing here: new data is served with --watch, or after another start");
        }
        out.println("SPARQL endpoint: " + server.address().resolve("sparql") + "   (Ctrl-C stops it)");
        out.flush();
        stopped.await();
    }

    private void follow(Reload reload, CompletableFuture<Reload> reloading) {
        reloading.complete(reload);
        if (watch) {
            new Watch(reload, Watch.PERIOD).start();
        }
    }
}
