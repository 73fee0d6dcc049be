package se.fondgraf.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A page captured as HTML, reduced to the lines that a captured text of it has. Its lines are counted in that text, and
 * its hash is that text's.
 */
public final class HtmlPage {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Pattern BEGINNING = Pattern.compile(
            "(?:\\s|<!--.{0,2000}?-->|<\\?xml[^>]{0,200}\\?>)*+<(?:!doctype\\s+html|html|head|body)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern DECLARED = Pattern.compile("charset\\s*=|encoding\\s*=", Pattern.CASE_INSENSITIVE);
    private static final int HEAD = 4096;
    /** Pages have some thousands; this bounds what a hostile one can cost. */
    private static final int MOST_TAGS = 60_000;

    private final String text;
    private final Optional<String> address;
    private final List<String> contacts;
    private final List<Notice> notices;

    private HtmlPage(String text, Optional<String> address, List<String> contacts, List<Notice> notices) {
        this.text = text;
        this.address = address;
        this.contacts = List.copyOf(contacts);
        this.notices = notices;
    }

    /** Whether a file is HTML, by how it begins. */
    public static boolean isHtml(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1)
                // The bytes of UTF-16 have one of these beside each letter, and marks have these.
                .replaceAll("[\\x00\\xFE\\xFF\\xEF\\xBB\\xBF]", "");
        return BEGINNING.matcher(head).matches();
    }

    /** @throws RejectedPageException when it is larger than any page */
    static HtmlPage read(byte[] bytes, LabelBook labels, Furniture furniture) throws RejectedPageException {
        checkSize(bytes);
        Charset declared = parse(bytes, Optional.empty()).charset();
        boolean utf8 = declared.equals(StandardCharsets.UTF_8);
        boolean undeclared = utf8 && !isDeclared(bytes) && !isUtf8(bytes);
        // What calls itself Latin-1 is read as browsers read it.
        boolean western = undeclared || declared.equals(StandardCharsets.ISO_8859_1);
        Document document = parse(bytes, western ? Optional.of(WINDOWS_1252) : Optional.empty());
        document.body().getElementsByTag("table").forEach(HtmlPage::turn);
        HtmlLabels known = HtmlLabels.find(document.body(), labels, furniture);
        HtmlLines lines = HtmlLines.of(document.body(), known);
        return new HtmlPage(
                lines.text(labels),
                address(document),
                lines.contacts(),
                undeclared ? List.of(new Notice(0, "not UTF-8; read as Windows-1252")) : List.of());
    }

    private static void checkSize(byte[] bytes) throws RejectedPageException {
        if (bytes.length > PageReader.MAX_PAGE_BYTES) {
            throw new RejectedPageException(0, "the file is longer than 8 MiB; no page is");
        }
        int tags = 0;
        for (byte b : bytes) {
            tags += b == '<' ? 1 : 0;
        }
        if (tags > MOST_TAGS) {
            throw new RejectedPageException(0, "more than " + MOST_TAGS + " tags; no page has so many");
        }
    }

    private static Document parse(byte[] bytes, Optional<Charset> charset) {
        try {
            return Jsoup.parse(
                    new ByteArrayInputStream(bytes), charset.map(Charset::name).orElse(null), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A table of one row of heads and one of values is turned, so that each value stands beside its head. */
    private static void turn(Element table) {
        List<Element> rows = table.children().stream()
                .flatMap(part -> part.normalName().equals("tr") ? Stream.of(part) : part.children().stream())
                .filter(row -> row.normalName().equals("tr"))
                .limit(3)
                .toList();
        if (rows.size() != 2 || rows.getFirst().childrenSize() != rows.getLast().childrenSize()) {
            return;
        }
        List<Element> heads = rows.getFirst().children();
        List<Element> values = rows.getLast().children();
        if (heads.size() >= 2
                && heads.stream().allMatch(cell -> cell.normalName().equals("th"))
                && values.stream().allMatch(cell -> cell.normalName().equals("td"))) {
            for (int i = 0; i < heads.size(); i++) {
                table.appendElement("tr").appendChild(heads.get(i)).appendChild(values.get(i));
            }
        }
    }

    private static boolean isDeclared(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        return DECLARED.matcher(head).find();
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** Where the page says that it stands on the web. */
    private static Optional<String> address(Document document) {
        for (Element link : document.head().getElementsByTag("link")) {
            if (List.of(link.attr("rel").toLowerCase(Locale.ROOT).split("\\s+")).contains("canonical")) {
                Optional<String> address = PageAddress.of(link.attr("href"));
                if (address.isPresent()) {
                    return address;
                }
            }
        }
        return document.head().getElementsByTag("meta").stream()
                .filter(meta -> meta.attr("property").equalsIgnoreCase("og:url"))
                .flatMap(meta -> PageAddress.of(meta.attr("content")).stream())
                .findFirst();
    }

    /** The reduced lines. */
    String text() {
        return text;
    }

    Optional<String> address() {
        return address;
    }

    /** What links to e-mail addresses and telephones say of whose they are: contact data, wherever it stands. */
    List<String> contacts() {
        return contacts;
    }

    /** What had to be mended. */
    List<Notice> notices() {
        return notices;
    }
}
