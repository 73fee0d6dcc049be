package se.fondgraf.convert;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import se.fondgraf.name.NormalName;
import se.fondgraf.page.Lines;
import se.fondgraf.page.Notice;
import se.fondgraf.page.Page;
import se.fondgraf.page.PageParser;
import se.fondgraf.page.ProjectRecord;
import se.fondgraf.page.Property;
import se.fondgraf.page.Statement;
import se.fondgraf.place.PlaceRegister;
import se.fondgraf.resolve.Bodies;
import se.fondgraf.resolve.Body;
import se.fondgraf.resolve.Captures;
import se.fondgraf.resolve.OpenQuestions;
import se.fondgraf.resolve.Programmes;
import se.fondgraf.resolve.ProjectKey;
import se.fondgraf.resolve.ProjectMentions;
import se.fondgraf.resolve.Resolver;
import se.fondgraf.resolve.Verdict;

/**
 * The first reading of a run and the judging of its names: which bodies the pages name, which project each capture is
 * of, and an account of every line. Read once, then ask; asking is safe for several threads.
 */
public final class Names {
    /** The order of {@link Captures}, before the captures are read again. */
    private static final Comparator<Capture> BEST_FIRST = Comparator.comparing(Capture::layout)
            .thenComparingLong(Capture::valueCount)
            .thenComparing(Capture::sha256)
            .reversed();

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
    private final DatasetVersion version;
    private long pages;

    /**
     * A reading, to be used once.
     *
     * @param base of the IRIs that decisions may name
     * @param threads how many read pages; no result depends on it
     * @param decisions files of people's judgements, added to the bundled one and winning over it, the last first
     * @throws se.fondgraf.curated.CuratedFileException when such a file cannot be used, with its line
     */
    public Names(String base, int threads, List<Path> decisions, Progress progress) {
        this.resolver = Resolver.deciding(places, decisions, base);
        this.bodies = new Bodies(resolver);
        this.version = new DatasetVersion(base, decisions);
        this.threads = threads;
        this.progress = progress;
    }

    /**
     * One name in one role of one project, and what was judged of it.
     *
     * @param project its slug
     * @param title empty when no page tells it
     */
    public record Naming(String project, String title, Property role, String name, Verdict verdict) {}

    /**
     * Where a name stands.
     *
     * @param page8 the page's digits in IRIs
     */
    public record Spot(String page8, Lines lines) {}

    /** What a person should judge, of everything that was read. */
    public OpenQuestions questions() {
        OpenQuestions open = new OpenQuestions(bodies, resolver);
        projects.values().forEach(captures -> open.add(mentions(captures)));
        return open;
    }

    /** Reads the inputs and judges every name. */
    public Conversion.Result read(List<Path> inputs, Report report, Conversion.Listener listener) {
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
        projects.values().forEach(captures -> bodies.gather(mentions(captures)));
        bodies.settle();
        published = bodies.all();
        bodies.notices().forEach(notice -> listener.hear(notice, false));
        report.pairs(new Pairs(projects.values()).find());
        report.totals(projects.size(), published.size());
        return new Conversion.Result(
                pages, projects.size(), published.size(), rejections, version.of(projects.values()));
    }

    private void reject(Rejection rejection, Report report, Conversion.Listener listener) {
        rejections.add(rejection);
        report.add(rejection);
        listener.hear(rejection.toString(), true);
    }

    private void gather(Input input, Page page, Report report, Conversion.Listener listener) {
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
                DatasetVersion.digest(record),
                record.valueCount(),
                ProjectMentions.of(project.slug(), record, places),
                record.words(Property.TITLE).map(NormalName::of).orElse(""),
                record.words(Property.OWNER).map(NormalName::of).orElse(""),
                record.best(Property.START_DATE).map(Statement::asWritten));
    }

    /** What all captures of a project say together. */
    private static ProjectMentions mentions(List<Capture> captures) {
        Set<String> texts = new HashSet<>();
        return ProjectMentions.together(captures.stream()
                .sorted(BEST_FIRST)
                .filter(capture -> texts.add(capture.sha256()))
                .map(Capture::mentions)
                .toList());
    }

    /** Every name in every role, project by project in the order of their slugs. */
    public List<Naming> namings() {
        List<Naming> namings = new ArrayList<>();
        for (List<Capture> captures : projects.values()) {
            ProjectMentions project = mentions(captures);
            Map<String, Verdict> verdicts = resolver.resolve(project);
            for (ProjectMentions.Mention mention : project.mentions()) {
                Verdict verdict = Objects.requireNonNull(verdicts.get(mention.name()));
                namings.add(new Naming(
                        project.project(),
                        project.title(),
                        mention.role(),
                        mention.name(),
                        bodies.settled(verdict, project, mention.name())));
            }
        }
        return namings;
    }

    /**
     * Where a name stands, best capture first.
     *
     * @throws ConversionException when a page has changed since it was read
     */
    public List<Spot> spots(Naming naming) {
        List<Spot> spots = new ArrayList<>();
        for (ProjectRecord record : ordered(readAgain(projects.getOrDefault(naming.project(), List.of())))) {
            record.bodies()
                    .filter(statement -> statement.property() == naming.role()
                            && statement.asWritten().equals(naming.name()))
                    .forEach(statement -> spots.add(new Spot(record.page8(), statement.lines())));
        }
        return spots;
    }

    /** The bodies that are published, by slug. */
    public NavigableMap<String, Body> bodies() {
        return published;
    }

    /** Every slug that was given up, with the slug of the body it is. */
    public NavigableMap<String, String> merged() {
        return bodies.merged();
    }

    /** Of municipalities, counties and regions. */
    public PlaceRegister places() {
        return places;
    }

    Bodies judged() {
        return bodies;
    }

    Resolver resolver() {
        return resolver;
    }

    Programmes programmes() {
        return programmes;
    }

    SortedMap<String, List<Capture>> projects() {
        return projects;
    }

    /** The captures, read anew. */
    List<Page> readAgain(List<Capture> captures) {
        List<Page> again = new ArrayList<>();
        for (Capture capture : captures) {
            if (intake.read(capture.input()) instanceof Intake.Outcome.Read read
                    && read.page().record().sha256().equals(capture.sha256())
                    && ProjectKey.of(read.page().record(), places).equals(capture.project())) {
                again.add(read.page());
            } else {
                throw new ConversionException(capture.input().name()
                        + " changed while it was being converted; run again when it is complete");
            }
        }
        return again;
    }

    /** The captures' records, best first. */
    static List<ProjectRecord> ordered(List<Page> captures) {
        return Captures.ordered(captures.stream().map(Page::record).toList());
    }
}
