package se.fondgraf.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Reads project pages: bytes to lines, lines to structure, contact data out, structure to statements. Holds only the
 * label lists; may be used by several threads.
 */
public final class PageParser {
    /** The longest page that is read, in bytes. */
    public static final int LONGEST_PAGE = PageReader.MAX_PAGE_BYTES;

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
        return parse(PageReader.read(stream), Optional.empty(), List.of());
    }

    /**
     * Reads one page that was captured as HTML, from the lines it is reduced to.
     *
     * @throws RejectedPageException when it is no project page
     */
    public Page parseHtml(byte[] bytes) throws IOException, RejectedPageException {
        HtmlPage html = HtmlPage.read(bytes, labels, furniture);
        PageText lines = PageReader.read(new ByteArrayInputStream(html.text().getBytes(StandardCharsets.UTF_8)));
        List<Notice> notices = new ArrayList<>(html.notices());
        notices.addAll(lines.notices());
        PageText text = new PageText(lines.lines(), lines.endsWithNewline(), notices);
        return parse(text, html.address(), html.contacts());
    }

    /** @param contacts what is known to be contact data, wherever it stands */
    private Page parse(PageText text, Optional<String> address, List<String> contacts) throws RejectedPageException {
        Outline outline = new Outliner(labels, privateLabels, furniture).outline(text.lines());
        Privacy.Protected page = Privacy.protect(labels, privateLabels, offices, text.lines(), outline, contacts);
        RecordReader reader = new RecordReader(outline, page).read();
        PublishedText published = new PublishedText(page.lines(), text.endsWithNewline());
        ProjectRecord record =
                new ProjectRecord(outline.layout(), published.sha256(), address, page.domain(), reader.statements());
        checkNamed(record, outline);
        List<Notice> notices = new ArrayList<>(text.notices());
        notices.addAll(reader.notices());
        cutNotice(outline, text.lines().size()).ifPresent(notices::add);
        notices.sort(Comparator.comparingInt(Notice::line));
        return new Page(record, published, reader.uses(), notices);
    }

    /**
     * Reads a page back that was written as {@link JsonPage}, by whomever.
     *
     * @param line its UTF-8, without line end
     * @throws RejectedPageException when it has another form, its hash is not that of its text, or it holds contact
     *     data
     */
    public Page parseJson(byte[] line) throws RejectedPageException {
        Page page = JsonPageReader.read(line);
        StrangePage.check(page, this::protect);
        return page;
    }

    /** The lines without contact data; those of a page that was read before as they are. */
    private List<String> protect(List<String> lines) throws RejectedPageException {
        Outline outline = new Outliner(labels, privateLabels, furniture).outline(lines);
        return Privacy.protect(labels, privateLabels, offices, lines, outline, List.of())
                .lines();
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
