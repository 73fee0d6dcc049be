package se.fondgraf.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.jena.sparql.core.Quad;
import se.fondgraf.convert.Conversion;
import se.fondgraf.convert.ConversionException;
import se.fondgraf.convert.Names;
import se.fondgraf.convert.Report;
import se.fondgraf.curated.CuratedFileException;
import se.fondgraf.page.PublishedText;
import se.fondgraf.publish.RdfFile;
import se.fondgraf.publish.RdfWriter;
import se.fondgraf.publish.SortedQuads;
import se.fondgraf.rdf.Iris;
import se.fondgraf.store.LocalStore;
import se.fondgraf.store.MemoryStore;
import se.fondgraf.store.Origin;
import se.fondgraf.store.Source;

/** A conversion as commands start it: its messages on the terminal, its report in a file, its failures as sentences. */
final class Run {
    /** More notices than this are in the report alone. */
    private static final int MOST_NOTICES = 100;

    private final ReadingOptions options;
    private final PrintWriter messages;
    private long notices;

    Run(ReadingOptions options, PrintWriter messages) {
        this.options = options;
        this.messages = messages;
    }

    /**
     * Converts.
     *
     * @throws OperatorException when nothing usable was found, or when the run cannot go on
     */
    Conversion.Result convert(List<Path> inputs, Consumer<Quad> quads) {
        return convert(inputs, Conversion.Output.of(quads));
    }

    /** Converts into a file that is to be written. */
    Conversion.Result convert(List<Path> inputs, RdfWriter writer) {
        return convert(inputs, Conversion.Output.of(writer, writer::prepare));
    }

    /** Converts into quads that are to be sorted. */
    Conversion.Result convert(List<Path> inputs, SortedQuads quads) {
        return convert(inputs, Conversion.Output.of(quads, quads::prepare));
    }

    private Conversion.Result convert(List<Path> inputs, Conversion.Output output) {
        Iris iris = options.iris();
        return usable(report -> new Conversion(
                        iris, options.threads(), options.decisions(), options.operator(), TerminalProgress.ofThisRun())
                .run(inputs, output, report, this::hear));
    }

    /**
     * A reading without a conversion, to be closed.
     *
     * @param result what it came to
     */
    record NamesRead(Names names, Conversion.Result result) implements AutoCloseable {
        @Override
        public void close() {
            names.close();
        }
    }

    /**
     * Reads and judges the names of pages.
     *
     * @throws OperatorException when nothing usable was found, or when the run cannot go on
     */
    NamesRead names(List<Path> inputs) {
        Iris iris = options.iris();
        AtomicReference<Optional<Names>> read = new AtomicReference<>(Optional.empty());
        try {
            Conversion.Result result = usable(report -> {
                Names names =
                        new Names(iris.base(), options.threads(), options.decisions(), TerminalProgress.ofThisRun());
                read.set(Optional.of(names));
                return names.read(inputs, report, this::hear);
            });
            return new NamesRead(read.get().orElseThrow(), result);
        } catch (RuntimeException e) {
            read.get().ifPresent(Names::close);
            throw e;
        }
    }

    private Conversion.Result usable(Function<Report, Conversion.Result> run) {
        Conversion.Result result = start(run);
        if (notices > MOST_NOTICES) {
            messages.println("... and " + (notices - MOST_NOTICES) + " more notices; --report FILE lists them all");
        }
        messages.flush();
        if (result.pages() == 0) {
            throw new OperatorException(
                    "nothing usable was found: " + counted(result.rejections().size(), "input")
                            + " rejected; give files or folders with captured project pages");
        }
        return result;
    }

    /** Converts into memory; the store holds what it held before if this fails. */
    Conversion.Result load(MemoryStore store, List<Path> inputs) {
        return load(store::load, inputs);
    }

    /**
     * Converts into a store, which holds what it held before if this fails.
     *
     * @throws OperatorException also when inputs are rejected and that was not allowed
     */
    Conversion.Result load(LocalStore store, Origin origin, List<Path> inputs) {
        return load(source -> store.load(origin, source), inputs);
    }

    private Conversion.Result load(Consumer<Source> store, List<Path> inputs) {
        AtomicReference<Optional<Conversion.Result>> result = new AtomicReference<>(Optional.empty());
        store.accept(sink -> {
            Conversion.Result converted = convert(inputs, into(sink));
            if (options.strict() && !converted.rejections().isEmpty()) {
                throw new OperatorException("nothing was loaded, because --strict was given and "
                        + counted(converted.rejections().size(), "input") + " rejected");
            }
            result.set(Optional.of(converted));
            return converted.version();
        });
        return result.get().orElseThrow();
    }

    private static Conversion.Output into(Source.Sink sink) {
        return new Conversion.Output() {
            @Override
            public void quad(Quad quad) {
                sink.quad(quad);
            }

            @Override
            public void page(String project, String page8, PublishedText text) {
                sink.page(project, page8, text.text());
            }
        };
    }

    private Conversion.Result start(Function<Report, Conversion.Result> run) {
        try {
            Optional<Path> file = options.report();
            if (file.isEmpty()) {
                return run.apply(Report.none());
            }
            AtomicReference<Optional<Conversion.Result>> result = new AtomicReference<>(Optional.empty());
            RdfFile.write(file.get(), out -> {
                try (Report report = new Report(out)) {
                    result.set(Optional.of(run.apply(report)));
                }
            });
            return result.get().orElseThrow();
        } catch (ConversionException | CuratedFileException e) {
            throw new OperatorException(String.valueOf(e.getMessage()), e);
        } catch (UncheckedIOException e) {
            throw OperatorException.of("the conversion cannot go on", e);
        } catch (IOException e) {
            throw OperatorException.of("the report cannot be written", e);
        }
    }

    private void hear(String message, boolean rejected) {
        if (rejected || notices++ < MOST_NOTICES) {
            messages.println(rejected ? "rejected: " + message : "note: " + message);
        }
    }

    /** {@code 5 pages}. */
    static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** What a run came to, in one line. */
    static String summary(Conversion.Result result) {
        return String.join(
                ", ",
                counted(result.pages(), "page") + " read",
                counted(result.rejections().size(), "input") + " rejected",
                counted(result.projects(), "project"),
                counted(result.organizations(), "organization"));
    }
}
