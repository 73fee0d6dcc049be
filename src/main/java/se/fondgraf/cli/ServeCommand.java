package se.fondgraf.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.apache.jena.fuseki.FusekiException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.fondgraf.convert.Conversion;
import se.fondgraf.store.MemoryStore;
import se.fondgraf.web.Server;
import se.fondgraf.web.ServerSettings;

/** {@code fondgraf serve}: pages to a SPARQL endpoint. */
@Command(
        name = "serve",
        header = "Convert pages, load them and answer SPARQL.",
        description = {"%nThe endpoint is /sparql. Ctrl-C stops it.%n"})
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
        MemoryStore store = new MemoryStore();
        Conversion.Result result =
                new Run(options, command.commandLine().getErr()).load(store, InputOptions.inputsOrSeeds(inputs));
        out.println(Run.summary(result));
        out.println(Run.counted(store.current().quads(), "triple") + " loaded");
        out.flush();
        if (options.strict() && !result.rejections().isEmpty()) {
            throw new OperatorException("not serving, because --strict was given and inputs were rejected");
        }
        serve(store, settings, out);
        return 0;
    }

    private static Server server(MemoryStore store, ServerSettings settings) {
        try {
            return new Server(store, settings);
        } catch (UncheckedIOException e) {
            throw new OperatorException(reason(e), e);
        }
    }

    private static String reason(UncheckedIOException e) {
        return e.getMessage() + ": " + e.getCause();
    }

    private void serve(MemoryStore store, ServerSettings settings, PrintWriter out) throws InterruptedException {
        Server server = server(store, settings);
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
            out.println("stopped");
            out.flush();
            stopped.countDown();
        }));
        server.metricsPort().ifPresent(shown -> out.println("metrics: http://127.0.0.1:%d/metrics".formatted(shown)));
        out.println("SPARQL endpoint: " + server.address().resolve("sparql") + "   (Ctrl-C stops it)");
        out.flush();
        stopped.await();
    }
}
