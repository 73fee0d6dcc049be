package se.fondgraf.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.fondgraf.convert.Conversion;
import se.fondgraf.convert.Progress;
import se.fondgraf.dump.ChangeCounts;
import se.fondgraf.dump.DumpException;
import se.fondgraf.dump.Manifest;
import se.fondgraf.dump.ReleaseBuilder;
import se.fondgraf.dump.ReleaseBuilder.Outcome;
import se.fondgraf.dump.ReleaseFolder;
import se.fondgraf.publish.SortedQuads;

/** {@code fondgraf dump}: pages to a release that others can load, check and follow. */
@Command(
        name = "dump",
        header = "Make a release folder: every form of the data, tables, checksums and changes.",
        description = {
            "%nConverts pages and writes DIR/{version}/, whole or not at all, and then the version to DIR/latest. The version",
            "is the dataset's: the same pages are the same release, to the byte. The changes since the release before are",
            "written too: statements that came and went, an RDF Patch, and a text for people.%n"
        })
final class DumpCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec command;

    @Parameters(index = "0", paramLabel = "DIR", description = "The folder of releases; made when it is not there.")
    private Path folder = Path.of("");

    @Parameters(
            index = "1..*",
            paramLabel = "INPUT",
            arity = "0..*",
            description = "Files, or folders that are searched through; default the bundled pages in seeds/.")
    private List<Path> inputs = List.of();

    @Option(
            names = "--previous",
            paramLabel = "DIR",
            description = "The release to tell the changes against; default the one that is current in DIR.")
    private Optional<Path> previous = Optional.empty();

    @Mixin
    private InputOptions options = new InputOptions();

    @Override
    public Integer call() {
        List<Path> read = InputOptions.inputsOrSeeds(inputs);
        OutputGuard.check(command.commandLine(), read, Optional.empty(), options.report());
        checkApart(read);
        PrintWriter err = command.commandLine().getErr();
        try (ReleaseFolder releases = ReleaseFolder.open(folder);
                SortedQuads quads = new SortedQuads()) {
            Conversion.Result result = new Run(options, err).convert(read, quads);
            err.println(Run.summary(result));
            err.flush();
            if (options.strict() && !result.rejections().isEmpty()) {
                throw new OperatorException("no release, because --strict was given and inputs were rejected");
            }
            Outcome outcome = new ReleaseBuilder(
                            releases,
                            options.iris().base(),
                            options.operator(),
                            options.threads(),
                            listener(TerminalProgress.ofThisRun()))
                    .build(result.version(), quads, previous);
            tell(
                    outcome,
                    releases.release(result.version()),
                    command.commandLine().getOut());
            return 0;
        } catch (DumpException e) {
            throw new OperatorException(String.valueOf(e.getMessage()), e);
        } catch (IOException | UncheckedIOException e) {
            throw OperatorException.of("the release cannot be written", e);
        }
    }

    /** A release among the inputs would be read as pages at the next run. */
    private void checkApart(List<Path> read) {
        Path releases = folder.toAbsolutePath().normalize();
        for (Path input : read) {
            Path absolute = input.toAbsolutePath().normalize();
            if (Files.isDirectory(input) && releases.startsWith(absolute)) {
                throw new ParameterException(
                        command.commandLine(), folder + " lies in the input " + input + "; name a folder outside it");
            }
        }
    }

    private static ReleaseBuilder.Listener listener(Progress progress) {
        return new ReleaseBuilder.Listener() {
            @Override
            public void begin(int files) {
                progress.begin("Writing files", files);
            }

            @Override
            public void written() {
                progress.step();
            }

            @Override
            public void end() {
                progress.end();
            }
        };
    }

    private static void tell(Outcome outcome, Path release, PrintWriter out) {
        switch (outcome) {
            case Outcome.Unchanged same -> out.println("nothing has changed since " + release + "; left as it is");
            case Outcome.Restored old -> out.println(release + " was there already and is current again");
            case Outcome.Made made -> {
                Manifest manifest = made.manifest();
                long bytes = manifest.files().stream()
                        .mapToLong(file -> file.bytes())
                        .sum();
                out.println("made " + release + ": "
                        + Run.counted(manifest.files().size(), "file") + ", " + bytes + " bytes");
                out.println(manifest.changes()
                        .map(changes -> changes(changes, manifest.previous().orElse("")))
                        .orElse("the first release: no changes to tell"));
            }
        }
        out.flush();
    }

    private static String changes(ChangeCounts changes, String before) {
        return "since " + before + ": " + changes.all().added() + " statements came, "
                + changes.all().removed() + " went; changes/CHANGES.md tells which";
    }
}
