package se.fondgraf.convert;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.jena.sparql.core.Quad;
import se.fondgraf.name.NormalName;
import se.fondgraf.page.Notice;
import se.fondgraf.page.Page;
import se.fondgraf.page.PageParser;
import se.fondgraf.page.ProjectRecord;
import se.fondgraf.page.Property;
import se.fondgraf.page.Statement;
import se.fondgraf.place.PlaceRegister;
import se.fondgraf.rdf.Codes;
import se.fondgraf.rdf.Iris;
import se.fondgraf.rdf.Ontology;
import se.fondgraf.rdf.OrganizationMapper;
import se.fondgraf.rdf.PlaceMapper;
import se.fondgraf.rdf.ProgrammeMapper;
import se.fondgraf.rdf.Project;
import se.fondgraf.rdf.ProjectMapper;
import se.fondgraf.resolve.Bodies;
import se.fondgraf.resolve.Body;
import se.fondgraf.resolve.Captures;
import se.fondgraf.resolve.OpenQuestions;
import se.fondgraf.resolve.Programmes;
import se.fondgraf.resolve.ProjectKey;
import se.fondgraf.resolve.ProjectMentions;
import se.fondgraf.resolve.Resolver;

/**
 * One run: inputs to quads. Pages are read twice, so that only names and keys are held for the whole run: the first
 * reading gathers bodies and projects and accounts for every line, the second states the triples, project by project in
 * the order of their IRIs.
 */
public final class Conversion {
    /** The order of {@link Captures}, before the captures are read again. */
    private static final Comparator<Capture> BEST_FIRST = Comparator.comparing(Capture::layout)
            .thenComparingLong(Capture::valueCount)
            .thenComparing(Capture::sha256)
            .reversed();

    private final Iris iris;
    private final int threads;
    private final Progress progress;
    private final PlaceRegister places = PlaceRegister.bundled();
    private final Resolver resolver;
    private final Intake intake = new Intake(PageParser.bundled(), places);
    private final Bodies bodies;
    private final Programmes programmes = new Programmes();
    private final SortedMap<String, List<Capture>> projects = new TreeMap<>();
    private final Set<String> gathered = new HashSet<>();
    private NavigableMap<String, Body> published = new TreeMap<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private long pages;

    /**
     * A run, to be used once.
     *
     * @param threads how many read and map pages; the output does not depend on it
     */
    public Conversion(Iris iris, int threads, Progress progress) {
        this(iris, threads, List.of(), progress);
    }

    /**
     * A run that follows people's judgements.
     *
     * @param decisions files of them, added to the bundled one and winning over it, the last first
     * @throws se.fondgraf.curated.CuratedFileException when such a file cannot be used, with its line
     */
    public Conversion(Iris iris, int threads, List<Path> decisions, Progress progress) {
        this.resolver = Resolver.deciding(places, decisions, iris.base());
        this.bodies = new Bodies(resolver);
        this.iris = iris;
        this.threads = threads;
        this.progress = progress;
    }

    /**
     * What a run came to.
     *
     * @param rejections in the order of their inputs
     */
    public record Result(long pages, long projects, long organizations, List<Rejection> rejections) {
        public Result {
            rejections = List.copyOf(rejections);
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
     * @param quads takes every quad, in no promised order and with repetitions, on the calling thread
     * @throws ConversionException when an input changes during the run
     */
    public Result run(List<Path> inputs, Consumer<Quad> quads, Report report, Listener listener) {
        read(inputs, report, listener);
        if (pages > 0) {
            state(quads);
        }
        return new Result(pages, projects.size(), published.size(), rejections);
    }

    /**
     * Reads the inputs and asks what a person should judge, instead of stating triples.
     *
     * @param questions takes them once, after reading, if any page was usable
     */
    public Result review(List<Path> inputs, Consumer<OpenQuestions> questions, Report report, Listener listener) {
        read(inputs, report, listener);
        if (pages > 0) {
            OpenQuestions open = new OpenQuestions(bodies, resolver);
            projects.values().forEach(captures -> open.add(together(captures)));
            questions.accept(open);
        }
        return new Result(pages, projects.size(), published.size(), rejections);
    }

    private void read(List<Path> inputs, Report report, Listener listener) {
        InputFinder found = new InputFinder().find(inputs);
        found.rejections().forEach(rejection -> reject(rejection, report, listener));
        progress.begin("Reading pages", found.inputs().size());
        OrderedWork.run(threads, found.inputs(), intake::read, outcome -> {
            switch (outcome) {
                case Intake.Outcome.Read read -> gather(read.input(), read.page(), report, listener);
                case Intake.Outcome.Rejected rejected -> reject(rejected.rejection(), report, listener);
            }
            progress.step();
        });
        progress.end();
        resolve();
        bodies.notices().forEach(notice -> listener.hear(notice, false));
        report.pairs(new Pairs(projects.values()).find());
        report.totals(projects.size(), published.size());
    }

    /** As {@link #run(List, Consumer, Report, Listener)}, without a report. */
    public Result run(List<Path> inputs, Consumer<Quad> quads, Listener listener) {
        return run(inputs, quads, Report.none(), listener);
    }

    private void reject(Rejection rejection, Report report, Listener listener) {
        rejections.add(rejection);
        report.add(rejection);
        listener.hear(rejection.toString(), true);
    }

    private void gather(Input input, Page page, Report report, Listener listener) {
        ProjectRecord record = page.record();
        Capture capture = capture(input, record);
        pages++;
        projects.computeIfAbsent(capture.project().slug(), slug -> new ArrayList<>())
                .add(capture);
        report.add(capture, page);
        for (Notice notice : page.notices()) {
            listener.hear(new Rejection(input.name(), notice.line(), notice.reason()).toString(), false);
        }
        if (gathered.add(capture.project().slug() + " " + record.sha256())) {
            programmes.add(record);
        }
    }

    private Capture capture(Input input, ProjectRecord record) {
        ProjectKey project = ProjectKey.of(record, places);
        return new Capture(
                input,
                project,
                record.layout(),
                record.sha256(),
                record.valueCount(),
                ProjectMentions.of(project.slug(), record, places),
                record.words(Property.TITLE).map(NormalName::of).orElse(""),
                record.words(Property.OWNER).map(NormalName::of).orElse(""),
                record.best(Property.START_DATE).map(Statement::asWritten));
    }

    /** Judges the names of every project, all captures of it together. */
    private void resolve() {
        projects.values().forEach(captures -> bodies.gather(together(captures)));
        bodies.settle();
        published = bodies.all();
    }

    private static ProjectMentions together(List<Capture> captures) {
        Set<String> texts = new HashSet<>();
        return ProjectMentions.together(captures.stream()
                .sorted(BEST_FIRST)
                .filter(capture -> texts.add(capture.sha256()))
                .map(Capture::mentions)
                .toList());
    }

    private void state(Consumer<Quad> quads) {
        Ontology ontology = new Ontology();
        Codes codes = new Codes(ontology.codes());
        ontology.map(quads);
        new PlaceMapper(iris, places).map(quads);
        new ProgrammeMapper(iris).map(programmes, quads);
        new OrganizationMapper(iris).map(published, bodies.merged(), quads);
        ProjectMapper mapper = new ProjectMapper(iris, places, codes, resolver, bodies, published, programmes);
        progress.begin("Stating projects", projects.size());
        OrderedWork.run(
                threads,
                projects.entrySet(),
                entry -> {
                    List<Quad> stated = new ArrayList<>();
                    mapper.map(new Project(entry.getKey(), readAgain(entry.getValue())), stated::add);
                    return stated;
                },
                stated -> {
                    stated.forEach(quads);
                    progress.step();
                });
        progress.end();
        codes.map(quads);
    }

    private List<ProjectRecord> readAgain(List<Capture> captures) {
        List<ProjectRecord> records = new ArrayList<>();
        for (Capture capture : captures) {
            if (intake.read(capture.input()) instanceof Intake.Outcome.Read read
                    && read.page().record().sha256().equals(capture.sha256())
                    && ProjectKey.of(read.page().record(), places).equals(capture.project())) {
                records.add(read.page().record());
            } else {
                throw new ConversionException(capture.input().name()
                        + " changed while it was being converted; run again when it is complete");
            }
        }
        return Captures.ordered(records);
    }
}
