package se.fondgraf.convert;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sys.JenaSystem;
import se.fondgraf.describe.DescribedQuads;
import se.fondgraf.describe.Description;
import se.fondgraf.describe.Operator;
import se.fondgraf.input.Rejection;
import se.fondgraf.name.Hash;
import se.fondgraf.page.Page;
import se.fondgraf.page.PublishedText;
import se.fondgraf.query.LibraryQuery;
import se.fondgraf.query.QueryLibrary;
import se.fondgraf.rdf.Codes;
import se.fondgraf.rdf.Iris;
import se.fondgraf.rdf.Ontology;
import se.fondgraf.rdf.OrganizationMapper;
import se.fondgraf.rdf.PlaceMapper;
import se.fondgraf.rdf.ProgrammeMapper;
import se.fondgraf.rdf.Project;
import se.fondgraf.rdf.ProjectMapper;

/**
 * One run: inputs to quads. Only names and keys are held for the whole run: first every page is read and written aside,
 * every line accounted for and every name judged ({@link Names}); then the pages are had back, project by project in
 * the order of their IRIs, and their triples stated.
 */
public final class Conversion {
    private final Iris iris;
    private final int threads;
    private final Progress progress;
    private final Names names;
    private final Operator operator;
    private final CompletableFuture<List<LibraryQuery>> examples;
    private final CompletableFuture<Ontology> ontology;

    /**
     * A run, to be used once.
     *
     * @param threads how many read and map pages; the output does not depend on it
     */
    public Conversion(Iris iris, int threads, Progress progress) {
        this(iris, threads, List.of(), Operator.standard(), progress);
    }

    /** A run that follows people's judgements. */
    public Conversion(Iris iris, int threads, List<Path> decisions, Progress progress) {
        this(iris, threads, decisions, Operator.standard(), progress);
    }

    /**
     * A run that follows people's judgements and presents the data as its operator says.
     *
     * @param decisions files of them, added to the bundled one and winning over it, the last first
     * @param operator who publishes the data, for its description
     * @throws se.fondgraf.curated.CuratedFileException when such a file cannot be used, with its line
     */
    public Conversion(Iris iris, int threads, List<Path> decisions, Operator operator, Progress progress) {
        // Both are parsed while pages are read; Jena may only be initialised by one thread.
        JenaSystem.init();
        this.examples =
                CompletableFuture.supplyAsync(() -> QueryLibrary.bundled().queries());
        this.ontology = CompletableFuture.supplyAsync(Ontology::new);
        this.iris = iris;
        this.operator = operator;
        this.threads = threads;
        this.progress = progress;
        this.names = new Names(iris.base(), threads, decisions, progress);
    }

    /**
     * What a run came to.
     *
     * @param rejections in the order of their inputs
     * @param version of the dataset, 16 hex digits: another one whenever the triples may be others, the same for the
     *     same pages under other names, in another order or form and with any number of threads
     */
    public record Result(long pages, long projects, long organizations, List<Rejection> rejections, String version) {
        public Result {
            rejections = List.copyOf(rejections);
        }

        /** The same where the dataset also says what that digest is of. */
        private Result saying(String digest) {
            String both = Hash.of(version, digest).substring(0, version.length());
            return new Result(pages, projects, organizations, rejections, both);
        }
    }

    /** Takes what a run states, on the calling thread. */
    public interface Output {
        /** Takes one quad; they come in no promised order and with repetitions. */
        void quad(Quad quad);

        /**
         * Takes the text of one capture, which the quads name and do not hold.
         *
         * @param project the slug of its project
         * @param page8 the page's eight digits in IRIs
         */
        void page(String project, String page8, PublishedText text);

        /**
         * Does what several threads may do at once with some quads, so that the calling thread has little left to do.
         *
         * @return what is left, for the calling thread, one at a time
         */
        default Runnable prepare(List<Quad> quads) {
            return () -> quads.forEach(this::quad);
        }

        /** Quads alone. */
        static Output of(Consumer<Quad> quads) {
            return of(quads, some -> () -> some.forEach(quads));
        }

        /** Quads alone, of which some are {@linkplain #prepare prepared}. */
        static Output of(Consumer<Quad> quads, Function<List<Quad>, Runnable> preparing) {
            return new Output() {
                @Override
                public void quad(Quad quad) {
                    quads.accept(quad);
                }

                @Override
                public Runnable prepare(List<Quad> some) {
                    return preparing.apply(some);
                }

                @Override
                public void page(String project, String page8, PublishedText text) {}
            };
        }
    }

    /** Told of each notice and rejection as it comes, in the order of the inputs. */
    @FunctionalInterface
    public interface Listener {
        /**
         * Something an operator should know.
         *
         * @param message with input, line and reason; no private data
         * @param rejected whether the input was left out altogether
         */
        void hear(String message, boolean rejected);
    }

    /**
     * Reads the inputs and states their triples.
     *
     * @throws ConversionException when there is no room to write the pages aside
     */
    public Result run(List<Path> inputs, Output output, Report report, Listener listener) {
        try (names) {
            Result result = names.read(inputs, report, listener).saying(Description.digest(operator, examples.join()));
            if (result.pages() > 0) {
                Description description = new Description(
                        iris.base(), operator, ontology.join().modified(), result.version(), examples.join());
                try (DescribedQuads quads = new DescribedQuads(description, output::quad)) {
                    state(ontology.join(), new Described(quads, output));
                    quads.finish();
                }
            }
            return result;
        }
    }

    /** As {@link #run(List, Output, Report, Listener)}, for quads alone. */
    public Result run(List<Path> inputs, Consumer<Quad> quads, Report report, Listener listener) {
        return run(inputs, Output.of(quads), report, listener);
    }

    /** As {@link #run(List, Output, Report, Listener)}, for quads alone and without a report. */
    public Result run(List<Path> inputs, Consumer<Quad> quads, Listener listener) {
        return run(inputs, quads, Report.none(), listener);
    }

    private void state(Ontology ontology, Output output) {
        Consumer<Quad> quads = output::quad;
        Codes codes = new Codes(ontology.codes());
        ontology.map(quads);
        new PlaceMapper(iris, names.places()).map(quads);
        new ProgrammeMapper(iris).map(names.programmes(), quads);
        new OrganizationMapper(iris).map(names.bodies(), names.merged(), quads);
        ProjectMapper mapper = new ProjectMapper(
                iris, names.places(), codes, names.resolver(), names.judged(), names.bodies(), names.programmes());
        progress.begin("Stating projects", names.projects().size());
        OrderedWork.run(
                threads,
                names.projects().entrySet().iterator(),
                entry -> Reading.size(entry.getValue()),
                entry -> {
                    List<Page> captures = names.pages(entry.getValue());
                    List<Quad> stated = new ArrayList<>();
                    mapper.map(
                            new Project(
                                    entry.getKey(),
                                    captures.stream().map(Page::record).toList()),
                            stated::add);
                    return new Stated(entry.getKey(), output.prepare(stated), captures);
                },
                stated -> {
                    stated.handTo(output);
                    progress.step();
                });
        progress.end();
        codes.map(quads);
    }

    /** The way of what is stated: quads by way of those who count them. */
    private record Described(DescribedQuads quads, Output output) implements Output {
        @Override
        public void quad(Quad quad) {
            quads.accept(quad);
        }

        @Override
        public void page(String project, String page8, PublishedText text) {
            output.page(project, page8, text);
        }

        @Override
        public Runnable prepare(List<Quad> stated) {
            Runnable counting = quads.prepare(stated);
            Runnable rest = output.prepare(stated);
            return () -> {
                counting.run();
                rest.run();
            };
        }
    }

    /** What is stated of one project. */
    private record Stated(String project, Runnable rest, List<Page> captures) {
        void handTo(Output output) {
            rest.run();
            captures.forEach(capture -> output.page(project, capture.record().page8(), capture.text()));
        }
    }
}
