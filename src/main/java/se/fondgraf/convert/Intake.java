package se.fondgraf.convert;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.fondgraf.page.LineUse;
import se.fondgraf.page.Lines;
import se.fondgraf.page.Notice;
import se.fondgraf.page.Page;
import se.fondgraf.page.PageParser;
import se.fondgraf.page.ProjectRecord;
import se.fondgraf.page.Property;
import se.fondgraf.page.RejectedPageException;
import se.fondgraf.page.Statement;
import se.fondgraf.place.PlaceRegister;

/**
 * Reads one input: its page, its address, and whether the places it names are known. May be used by several threads.
 */
final class Intake {
    private final PageParser parser;
    private final PlaceRegister places;

    Intake(PageParser parser, PlaceRegister places) {
        this.parser = parser;
        this.places = places;
    }

    /** What became of an input. */
    sealed interface Outcome {
        /** It is a page. */
        record Read(Input input, Page page) implements Outcome {}

        /** It is none. */
        record Rejected(Rejection rejection) implements Outcome {}
    }

    Outcome read(Input input) {
        try (InputStream stream = Files.newInputStream(input.file())) {
            return new Outcome.Read(input, withAddress(withKnownPlaces(parser.parse(stream)), input));
        } catch (RejectedPageException e) {
            return new Outcome.Rejected(new Rejection(input.name(), e.line(), e.reason()));
        } catch (IOException e) {
            return new Outcome.Rejected(new Rejection(input.name(), 0, "the file cannot be read"));
        }
    }

    private static Page withAddress(Page page, Input input) {
        if (input.address().isEmpty()) {
            return page;
        }
        Optional<String> address = AddressFile.read(input.address().get());
        if (address.isPresent()) {
            return new Page(page.record().at(address.get()), page.text(), page.uses(), page.notices());
        }
        List<Notice> notices = new ArrayList<>();
        notices.add(
                new Notice(
                        0,
                        "the address in the .url file beside the page is left out: it must be one line with an http or https address and no e-mail address"));
        notices.addAll(page.notices());
        return new Page(page.record(), page.text(), page.uses(), notices);
    }

    /** A place in no register is kept as written in its claim, and told. */
    private Page withKnownPlaces(Page page) {
        List<LineUse> uses = new ArrayList<>(page.uses());
        List<Notice> notices = new ArrayList<>(page.notices());
        ProjectRecord record = page.record();
        for (Statement statement : record.statements()) {
            if (isUnknownPlace(statement)) {
                String key = statement.property().key();
                notices.add(new Notice(
                        statement.lines().first(),
                        "no " + key + " of that name is known; it is kept as written: "
                                + se.fondgraf.page.Excerpt.of(statement.asWritten())));
                if (onlyUnknown(record, statement.lines())) {
                    for (int i = statement.lines().first() - 1;
                            i < statement.lines().last();
                            i++) {
                        uses.set(i, new LineUse(LineUse.Kind.UNMAPPED, "kept as written: " + key));
                    }
                }
            }
        }
        notices.sort(java.util.Comparator.comparingInt(Notice::line));
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
