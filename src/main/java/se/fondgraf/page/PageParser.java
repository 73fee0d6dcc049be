package se.fondgraf.page;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Reads project pages: bytes to lines, lines to structure, contact data out, structure to statements. Holds only the
 * label lists; may be used by several threads.
 */
public final class PageParser {
    private final LabelBook labels;
    private final PrivateLabels privateLabels;
    private final OfficeWords offices;
    private final Furniture furniture;

    private PageParser(LabelBook labels, PrivateLabels privateLabels, OfficeWords offices, Furniture furniture) {
        this.labels = labels;
        this.privateLabels = privateLabels;
        this.offices = offices;
        this.furniture = furniture;
    }

    /** A parser that knows the labels, private words and furniture of {@code ontology/}. */
    public static PageParser bundled() {
        return new PageParser(LabelBook.bundled(), PrivateLabels.bundled(), OfficeWords.bundled(), Furniture.bundled());
    }

    /**
     * Reads one page.
     *
     * @param stream is not closed; at most 8 MiB are taken
     * @throws RejectedPageException when the bytes are no project page
     */
    public Page parse(InputStream stream) throws IOException, RejectedPageException {
        PageText text = PageReader.read(stream);
        Outline outline = new Outliner(labels, privateLabels, furniture).outline(text.lines());
        Privacy.Protected page = Privacy.protect(labels, privateLabels, offices, text.lines(), outline);
        RecordReader reader = new RecordReader(outline, page).read();
        PublishedText published = new PublishedText(page.lines(), text.endsWithNewline());
        ProjectRecord record = new ProjectRecord(
                outline.layout(), published.sha256(), Optional.empty(), page.domain(), reader.statements());
        checkNamed(record, outline);
        List<Notice> notices = new ArrayList<>(text.notices());
        notices.addAll(reader.notices());
        cutNotice(outline, text.lines().size()).ifPresent(notices::add);
        notices.sort(Comparator.comparingInt(Notice::line));
        return new Page(record, published, reader.uses(), notices);
    }

    private static void checkNamed(ProjectRecord record, Outline outline) throws RejectedPageException {
        if (record.best(Property.TITLE).isEmpty()
                && record.best(Property.IDENTIFIER).isEmpty()) {
            throw new RejectedPageException(
                    outline.header().first() + 1,
                    "the page names no project: neither a title nor a number stands before or in its labels");
        }
    }

    private static Optional<Notice> cutNotice(Outline outline, int lines) {
        return outline.header().complete()
                ? Optional.empty()
                : Optional.of(new Notice(lines, "the page ends inside its label block; what stands there was read"));
    }
}
