package se.fondgraf.convert;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import se.fondgraf.input.Input;
import se.fondgraf.input.Opener;
import se.fondgraf.input.Piece;
import se.fondgraf.input.Rejection;
import se.fondgraf.input.Several;
import se.fondgraf.input.Taken;
import se.fondgraf.name.Hash;
import se.fondgraf.page.Excerpt;
import se.fondgraf.page.HtmlPage;
import se.fondgraf.page.JsonPage;
import se.fondgraf.page.KeptPage;
import se.fondgraf.page.LineUse;
import se.fondgraf.page.Lines;
import se.fondgraf.page.Notice;
import se.fondgraf.page.Page;
import se.fondgraf.page.PageAddress;
import se.fondgraf.page.PageParser;
import se.fondgraf.page.ProjectRecord;
import se.fondgraf.page.Property;
import se.fondgraf.page.RejectedPageException;
import se.fondgraf.page.Statement;
import se.fondgraf.place.PlaceRegister;
import se.fondgraf.resolve.ProjectKey;

/**
 * Reads one input: its page, its address, and whether the places it names are known. May be used by several threads.
 */
final class Intake {
    private static final Notice BAD_ADDRESS = new Notice(
            0,
            "the address in the .url file beside the page is left out: it must be one line with an http or https address and no e-mail address");

    private final PageParser parser;
    private final PlaceRegister places;
    private final Opener opener = new Opener(PageParser.LONGEST_PAGE, JsonPage.LONGEST, JsonPage.START);

    Intake(PageParser parser, PlaceRegister places) {
        this.parser = parser;
        this.places = places;
    }

    /** What became of an input. */
    sealed interface Outcome {
        /**
         * It is a page.
         *
         * @param kept as it is written aside
         * @param digest of everything it states
         */
        record Read(String name, Page page, ProjectKey project, KeptPage kept, String digest) implements Outcome {}

        /** It is many. */
        record Many(Several several) implements Outcome {}

        /** It is none. */
        record Rejected(Rejection rejection) implements Outcome {}
    }

    /** How much memory that input may take while it waits, in bytes. */
    long weight(Input input) {
        return opener.weight(input);
    }

    /** How much memory that piece takes while it waits, in bytes. */
    static long weight(Taken taken) {
        return taken instanceof Piece piece ? piece.bytes().length : 0;
    }

    Outcome read(Input input) {
        return read(opener.open(input));
    }

    Outcome read(Taken taken) {
        return switch (taken) {
            case Rejection rejection -> new Outcome.Rejected(rejection);
            case Several several -> new Outcome.Many(several);
            case Piece piece -> read(piece);
        };
    }

    private Outcome read(Piece piece) {
        try {
            Page page = parse(piece);
            Optional<String> address = piece.address().flatMap(PageAddress::of);
            Page addressed = address.isPresent() ? page.at(address.get()) : page;
            ProjectKey project = ProjectKey.of(addressed.record(), places);
            KeptPage kept = KeptPage.of(addressed);
            boolean bad = piece.address().isPresent() && address.isEmpty();
            return new Outcome.Read(
                    piece.name(),
                    withKnownPlaces(addressed, bad ? List.of(BAD_ADDRESS) : List.of()),
                    project,
                    kept,
                    Hash.ofBytes(kept.statements()));
        } catch (RejectedPageException e) {
            return new Outcome.Rejected(piece.rejected(e.line(), e.reason()));
        } catch (IOException e) {
            return new Outcome.Rejected(piece.rejected(0, "the file cannot be read"));
        }
    }

    private Page parse(Piece piece) throws IOException, RejectedPageException {
        return switch (piece.kind()) {
            case RECORD -> parser.parseJson(piece.bytes());
            case HTML -> parser.parseHtml(piece.bytes());
            case TEXT ->
                HtmlPage.isHtml(piece.bytes())
                        ? parser.parseHtml(piece.bytes())
                        : parser.parse(new ByteArrayInputStream(piece.bytes()));
        };
    }

    /** A place in no register is kept as written in its claim, and told. */
    private Page withKnownPlaces(Page page, List<Notice> more) {
        List<LineUse> uses = new ArrayList<>(page.uses());
        List<Notice> notices = new ArrayList<>(more);
        notices.addAll(page.notices());
        ProjectRecord record = page.record();
        for (Statement statement : record.statements()) {
            if (isUnknownPlace(statement)) {
                String key = statement.property().key();
                notices.add(new Notice(
                        statement.lines().first(),
                        "no " + key + " of that name is known; it is kept as written: "
                                + Excerpt.of(statement.asWritten())));
                if (onlyUnknown(record, statement.lines())) {
                    for (int i = statement.lines().first() - 1;
                            i < statement.lines().last();
                            i++) {
                        uses.set(i, new LineUse(LineUse.Kind.UNMAPPED, "kept as written: " + key));
                    }
                }
            }
        }
        notices.sort(Comparator.comparingInt(Notice::line));
        return new Page(record, page.text(), uses, notices);
    }

    private boolean isUnknownPlace(Statement statement) {
        return statement.isReadable()
                && switch (statement.property()) {
                    case MUNICIPALITY ->
                        places.municipality(statement.asWritten()).isEmpty();
                    case REGION -> places.region(statement.asWritten()).isEmpty();
                    default -> false;
                };
    }

    private boolean onlyUnknown(ProjectRecord record, Lines lines) {
        return record.statements().stream()
                .filter(statement -> statement.lines().equals(lines) && statement.property() != Property.DESCRIPTION)
                .allMatch(this::isUnknownPlace);
    }
}
