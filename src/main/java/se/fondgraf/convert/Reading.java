package se.fondgraf.convert;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import se.fondgraf.input.InputFinder;
import se.fondgraf.input.Pieces;
import se.fondgraf.input.Rejection;
import se.fondgraf.input.Repeated;
import se.fondgraf.input.Several;
import se.fondgraf.name.NormalName;
import se.fondgraf.page.JsonPage;
import se.fondgraf.page.KeptPage;
import se.fondgraf.page.Notice;
import se.fondgraf.page.Page;
import se.fondgraf.page.PageParser;
import se.fondgraf.page.ProjectRecord;
import se.fondgraf.page.Property;
import se.fondgraf.page.Statement;
import se.fondgraf.place.PlaceRegister;
import se.fondgraf.resolve.Programmes;
import se.fondgraf.resolve.ProjectMentions;

/**
 * The reading of a run: every page is parsed once, told in the report, and written aside; names, keys and places in the
 * file are held. What was read can then be had back, on any thread, in any order.
 */
final class Reading implements AutoCloseable {
    /** So many bad parts of one file are told; a file with more is no file of pages. */
    private static final int MOST_REFUSED = 10_000;

    private final int threads;
    private final Progress progress;
    private final PlaceRegister places;
    private final Intake intake;
    private final Report report;
    private final Conversion.Listener listener;
    private final Spill spill = Spill.open();
    private final SortedMap<String, List<Capture>> projects = new TreeMap<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private long pages;

    Reading(int threads, PlaceRegister places, Progress progress, Report report, Conversion.Listener listener) {
        this.threads = threads;
        this.places = places;
        this.progress = progress;
        this.report = report;
        this.listener = listener;
        this.intake = new Intake(PageParser.bundled(), places);
    }

    /** Reads everything. @throws ConversionException when there is no room to write it aside */
    void read(List<Path> paths) {
        InputFinder found = new InputFinder().find(paths);
        found.rejections().forEach(this::reject);
        found.repeated().forEach(this::tell);
        progress.begin("Reading pages", found.size(), Progress.Unit.BYTES);
        var sizes = found.inputs().iterator();
        OrderedWork.run(threads, found.inputs().iterator(), intake::weight, intake::read, outcome -> {
            long size = sizes.next().size();
            progress.step(size - take(outcome));
        });
        progress.end();
        projects.replaceAll((project, captures) -> Capture.distinct(captures));
    }

    /** Takes in what became of a file, and says of how many of its bytes the progress was told already. */
    private long take(Intake.Outcome outcome) {
        switch (outcome) {
            case Intake.Outcome.Read read -> gather(read);
            case Intake.Outcome.Rejected rejected -> reject(rejected.rejection());
            case Intake.Outcome.Many many -> {
                return takeAll(many.several());
            }
        }
        return 0;
    }

    private long takeAll(Several several) {
        long[] told = {0};
        try (Pieces pieces = several.open()) {
            Refusals refusals = new Refusals(several, pieces);
            long before = pages + rejections.size();
            OrderedWork.run(threads, pieces, Intake::weight, intake::read, outcome -> {
                refusals.count(outcome);
                take(outcome);
                progress.step(pieces.position() - told[0]);
                told[0] = pieces.position();
            });
            if (pages + rejections.size() == before) {
                reject(new Rejection(several.name(), 0, "holds no pages"));
            }
        } catch (IOException e) {
            reject(new Rejection(several.name(), 0, String.valueOf(e.getMessage())));
        }
        return told[0];
    }

    /** Gives up a file of which next to nothing can be read. */
    private final class Refusals {
        private final Several several;
        private final Pieces pieces;
        private int count;

        Refusals(Several several, Pieces pieces) {
            this.several = several;
            this.pieces = pieces;
        }

        void count(Intake.Outcome outcome) {
            if (outcome instanceof Intake.Outcome.Rejected && ++count == MOST_REFUSED) {
                pieces.stop();
                reject(new Rejection(
                        several.name(),
                        0,
                        "more than " + MOST_REFUSED + " parts of it cannot be read; the rest of it is left out"));
            }
        }
    }

    private void reject(Rejection rejection) {
        rejections.add(rejection);
        report.add(rejection);
        listener.hear(rejection.toString(), true);
    }

    private void tell(Repeated repeated) {
        report.add(repeated);
        listener.hear(repeated.toString(), false);
    }

    private void gather(Intake.Outcome.Read read) {
        Capture capture = capture(read);
        pages++;
        projects.computeIfAbsent(capture.project().slug(), slug -> new ArrayList<>())
                .add(capture);
        report.add(read.name(), capture, read.page());
        for (Notice notice : read.page().notices()) {
            listener.hear(new Rejection(read.name(), notice.line(), notice.reason()).toString(), false);
        }
    }

    private Capture capture(Intake.Outcome.Read read) {
        ProjectRecord record = read.page().record();
        return new Capture(
                spill.add(read.kept().bytes()),
                read.project(),
                record.layout(),
                record.sha256(),
                read.digest(),
                record.address(),
                record.valueCount(),
                ProjectMentions.of(read.project().slug(), record, places),
                Programmes.identified(record),
                record.words(Property.TITLE).map(NormalName::of).orElse(""),
                record.words(Property.OWNER).map(NormalName::of).orElse(""),
                record.best(Property.START_DATE).map(Statement::asWritten));
    }

    /** How many pages were read, each repetition of a text among them. */
    long pages() {
        return pages;
    }

    /** What was not read, in the order of the inputs. */
    List<Rejection> rejections() {
        return rejections;
    }

    /** The captures by the slug of their project, the best first, each text once. */
    SortedMap<String, List<Capture>> projects() {
        return projects;
    }

    /** These captures as they were read, in their order. */
    List<Page> pages(List<Capture> captures) {
        return captures.stream().map(this::page).toList();
    }

    private Page page(Capture capture) {
        return KeptPage.read(spill.read(capture.place()));
    }

    /** How many bytes were written aside for these captures. */
    static long size(List<Capture> captures) {
        return captures.stream().mapToLong(capture -> capture.place().length()).sum();
    }

    /**
     * Writes all pages as JSON, one a line: in the order of their projects' IRIs, those of one project in the order of
     * their names, each text once.
     */
    void writeTo(OutputStream out) throws IOException {
        for (List<Capture> captures : projects.values()) {
            for (Capture capture : captures.stream()
                    .sorted(Comparator.comparing(Capture::sha256))
                    .toList()) {
                out.write(JsonPage.of(page(capture), capture.project().slug()));
                out.write('\n');
            }
        }
    }

    @Override
    public void close() {
        spill.close();
    }
}
