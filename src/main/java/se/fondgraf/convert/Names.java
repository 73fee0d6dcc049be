package se.fondgraf.convert;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import se.fondgraf.page.Lines;
import se.fondgraf.page.Page;
import se.fondgraf.page.ProjectRecord;
import se.fondgraf.page.Property;
import se.fondgraf.place.PlaceRegister;
import se.fondgraf.resolve.Bodies;
import se.fondgraf.resolve.Body;
import se.fondgraf.resolve.OpenQuestions;
import se.fondgraf.resolve.Programmes;
import se.fondgraf.resolve.ProjectMentions;
import se.fondgraf.resolve.Resolver;
import se.fondgraf.resolve.Verdict;

/**
 * The reading of a run and the judging of its names: which bodies the pages name, which project each capture is of, and
 * an account of every line. Read once, then ask; asking is safe for several threads.
 */
public final class Names implements AutoCloseable {
    private final int threads;
    private final Progress progress;
    private final PlaceRegister places = PlaceRegister.bundled();
    private final Resolver resolver;
    private final Bodies bodies;
    private final Programmes programmes = new Programmes();
    private final DatasetVersion version;
    private NavigableMap<String, Body> published = new TreeMap<>();
    private Optional<Reading> reading = Optional.empty();

    /**
     * A reading, to be used once and closed.
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
        projects().values().forEach(captures -> open.add(mentions(captures)));
        return open;
    }

    /**
     * Reads the inputs and judges every name.
     *
     * @throws ConversionException when there is no room to write the pages aside
     */
    public Conversion.Result read(List<Path> inputs, Report report, Conversion.Listener listener) {
        Reading read = new Reading(threads, places, progress, report, listener);
        reading = Optional.of(read);
        read.read(inputs);
        SortedMap<String, List<Capture>> projects = read.projects();
        projects.values().forEach(captures -> {
            captures.forEach(capture -> programmes.add(capture.programmes()));
            bodies.gather(mentions(captures));
        });
        bodies.settle();
        published = bodies.all();
        bodies.notices().forEach(notice -> listener.hear(notice, false));
        report.pairs(new Pairs(projects.values()).find());
        report.totals(projects.size(), published.size());
        return new Conversion.Result(
                read.pages(), projects.size(), published.size(), read.rejections(), version.of(projects.values()));
    }

    /** What all captures of a project say together. */
    private static ProjectMentions mentions(List<Capture> captures) {
        return ProjectMentions.together(captures.stream().map(Capture::mentions).toList());
    }

    /** Every name in every role, project by project in the order of their slugs. */
    public List<Naming> namings() {
        List<Naming> namings = new ArrayList<>();
        for (List<Capture> captures : projects().values()) {
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

    /** Where a name stands, best capture first. */
    public List<Spot> spots(Naming naming) {
        List<Spot> spots = new ArrayList<>();
        for (Page page : pages(projects().getOrDefault(naming.project(), List.of()))) {
            ProjectRecord record = page.record();
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
        return read().projects();
    }

    /** These captures as they were read, in their order. */
    List<Page> pages(List<Capture> captures) {
        return read().pages(captures);
    }

    /**
     * Writes all pages that were read as JSON, one a line, in the form that every run reads back to the same data. The
     * same pages give the same bytes.
     *
     * @param out stays open
     */
    public void writePages(OutputStream out) throws IOException {
        read().writeTo(out);
    }

    private Reading read() {
        return reading.orElseThrow(() -> new IllegalStateException("nothing was read yet"));
    }

    /** Gives up what was read; nothing can be asked afterwards. */
    @Override
    public void close() {
        reading.ifPresent(Reading::close);
    }
}
