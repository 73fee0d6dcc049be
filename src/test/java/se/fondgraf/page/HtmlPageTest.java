package se.fondgraf.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.fondgraf.name.Spaces;

/** HTML reduces to the lines of a captured text, and so to the same statements. */
class HtmlPageTest {
    private static final Duration HANG = Duration.ofSeconds(20);
    private static final PageParser PARSER = PageParser.bundled();

    static Stream<Arguments> renderings() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : List.of("seeds", "src/test/resources/pages")) {
            try (Stream<Path> found = Files.list(Path.of(folder))) {
                found.filter(file -> file.toString().endsWith(".txt")).sorted().forEach(files::add);
            }
        }
        return files.stream().flatMap(file -> Stream.of(HtmlRendering.values()).map(way -> Arguments.of(file, way)));
    }

    /** Every page of every layout, in every way that sites write labels and values. */
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("renderings")
    void statesWhatTheTextStates(Path file, HtmlRendering way) throws Exception {
        Page text = Pages.parse(file);
        List<String> lines = PageReader.read(new ByteArrayInputStream(Files.readAllBytes(file)))
                .lines();
        String html = way.of(lines, HtmlRendering.outline(lines));
        Page page = HtmlRendering.parse(html);
        List<String> expected = described(text);
        List<String> actual = described(page);
        assertEquals(
                List.of(List.of(), List.of()),
                List.of(without(expected, actual), without(actual, expected)),
                () -> "missing, surplus; the reduced text begins:\n"
                        + page.text().lines().stream().limit(12).collect(Collectors.joining("\n")));
        assertEquals(expected, actual);
        assertEquals(
                Optional.of("https://www.esf.example/projekt/1"), page.record().address());
    }

    /** What is stated, whatever lines it stands on. */
    private static List<String> described(Page page) {
        return Stream.concat(
                        Stream.of(page.record().layout() + " " + page.record().ownerDomain()),
                        page.record().statements().stream()
                                .map(statement -> statement.property().key() + " = "
                                        + (statement.value() instanceof Value.Prose prose
                                                ? plain(prose.text())
                                                : statement.value() + " <- " + Spaces.collapse(statement.asWritten()))))
                .sorted()
                .toList();
    }

    /** HTML keeps neither the number of spaces nor that of blank lines. */
    private static String plain(String text) {
        return text.lines()
                .map(Spaces::collapse)
                .collect(Collectors.joining("\n"))
                .replaceAll("\n{3,}", "\n\n");
    }

    private static List<String> without(List<String> all, List<String> others) {
        return all.stream().filter(one -> !others.contains(one)).toList();
    }

    private static final String FACTS = """
            <h1>2016/00999 - En titel</h1>
            <dl><dt>Projektnummer:</dt><dd>2016/00999</dd><dt>Projektägare:</dt><dd>Granby kommun</dd></dl>
            """;

    private static String text(String html) throws Exception {
        return HtmlRendering.parse(html).text().text();
    }

    @Test
    void blocksAreLinesAndListsHaveBullets() throws Exception {
        assertEquals("""
                2016/00999 - En titel

                Projektnummer:
                2016/00999
                Projektägare:
                Granby kommun

                Sammanfattning

                Ett  stycke med två
                rader & ett kodord.

                Före listan

                 • ett
                 • två
                   • under två

                Medfinansiärer

                 • ABF Granby

                 1 x 2
                """.replace("  stycke", " stycke").replace("\n 1 x", "\n1 x"), text("<html><body>" + FACTS + """
                <div>Sammanfattning</div><div><p>Ett   stycke med
                två<br/>rader &amp; ett kod&shy;ord.</p>
                <div>Före listan</div><ul><li>ett</li><li>två<ul><li>under <b>två</b></li></ul></li></ul>
                <div>Medfinansiärer</div><ul><li><p>ABF Granby</p></li></ul></div>
                <table><tr><td>1</td><td>x</td><td>2</td></tr></table>
                """));
    }

    @Test
    void whatIsNotShownIsNotRead() throws Exception {
        String text = text("<html><body>" + FACTS + """
                <p>Synlig.</p><script>dold()</script><style>.dold{}</style><template>dold</template>
                <noscript>dold</noscript><p hidden>dold</p><p style="color:red; display : none">dold</p>
                <nav>dold</nav><button>dold</button><div role="navigation">dold</div><svg><text>dold</text></svg>
                <select><option>dold</select><!-- dold --><dialog open>dold</dialog><footer>dold</footer>
                <ol class="breadcrumb"><li>dold</li></ol><span aria-hidden="true">dold</span>
                """);
        assertFalse(text.contains("dold"), text);
        assertTrue(text.endsWith("\nSynlig.\n"), text);
    }

    @Test
    void linksToPeopleAreContactData() throws Exception {
        Page page = HtmlRendering.parse("<html><body>" + FACTS.replace("</dl>", """
                <dt>E-post:</dt><dd><a href="mailto:Ylva.Testsson%40granby.example?subject=Hej">Skicka e-post</a></dd></dl>
                """) + """
                <p>Kontakta <a href="mailto:olle@granby.example">Olle Provman</a> eller
                <a href="tel:+4621123">Petra Ring</a>, <a href='tel:12345'>12345</a>.
                Olle Provman och Petra Ring svarar. Ring 12345.</p>
                <p>Läs <a href="https://granby.example/om">om oss</a>.</p>
                """);
        String all = page.text().text() + page.record() + page.notices();
        for (String secret : List.of("Olle", "Petra", "olle@", "12345", "4621123", "Ylva.Testsson@")) {
            assertFalse(all.contains(secret), secret + " in " + all);
        }
        assertEquals(Optional.of("granby.example"), page.record().ownerDomain());
        assertTrue(page.text().text().contains("Läs om oss."), all);
    }

    static Stream<Arguments> charsets() {
        String body = "<body>" + FACTS.replace("En titel", "Räksmörgås – på väg");
        String meta = "<meta charset=%s>";
        return Stream.of(
                Arguments.of("utf-8", "<html>" + body, "utf-8", 0),
                Arguments.of("byte order mark", "\uFEFF<html>" + body, "utf-8", 0),
                Arguments.of("UTF-16", "\uFEFF<html>" + body, "utf-16le", 0),
                Arguments.of("undeclared", "<html>" + body, "windows-1252", 1),
                Arguments.of("declared", "<html>" + meta.formatted("windows-1252") + body, "windows-1252", 0),
                Arguments.of("called Latin-1", "<html>" + meta.formatted("iso-8859-1") + body, "windows-1252", 0),
                Arguments.of(
                        "old form",
                        "<html><meta http-equiv=Content-Type content='text/html; charset=windows-1252'>" + body,
                        "windows-1252",
                        0),
                Arguments.of(
                        "XHTML",
                        "<?xml version='1.0' encoding='utf-8'?><!DOCTYPE html><html>" + body + "</body></html>",
                        "utf-8",
                        0));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("charsets")
    void isReadInItsOwnCharacters(String name, String html, String charset, int notices) throws Exception {
        byte[] bytes = html.getBytes(Charset.forName(charset));
        assertTrue(HtmlPage.isHtml(bytes), name);
        Page page = PARSER.parseHtml(bytes);
        assertEquals("Räksmörgås – på väg", page.record().words(Property.TITLE).orElseThrow());
        assertEquals(notices, page.notices().size(), page.notices().toString());
    }

    @Test
    void textIsNotTakenForHtml() {
        for (String text : List.of("Titel\n\nProjektnummer:\n", "<b>Titel</b>", "", " ", "< html>", "htmlsida")) {
            assertFalse(HtmlPage.isHtml(text.getBytes(StandardCharsets.UTF_8)), text);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<table><tr><th>Projektnummer</th><th>Projektägare</th></tr><tr><td>2016/00999</td><td>Granby kommun</td></tr></table>",
                "<p><b>Projektnummer</b>: 2016/00999<br><b>Projektägare</b>: Granby kommun</p>",
                "<div><label>Projektnummer</label>\n<p>2016/00999</p></div><div><label>Projektägare</label> <p>Granby kommun</p></div>",
                "<h3>Projektnummer</h3><p>2016/00999</p><h3>Projektägare</h3><p>Granby kommun</p>",
                "<div>Projektnummer:</div><div>2016/00999</div><div>Projektägare:</div><div>Granby kommun</div>",
                "<div>Projektnummer: 2016/00999</div><div>Projektägare: Granby kommun</div>",
                "<pre>Projektnummer:\n2016/00999\nProjektägare:\nGranby kommun\n</pre>",
            })
    void valuesAreFoundWhateverTheMarkup(String facts) throws Exception {
        Page page = HtmlRendering.parse("<html><body><h1>En titel</h1>" + facts + "</body></html>");
        assertEquals(
                Optional.of("2016/00999"),
                page.record().words(Property.IDENTIFIER),
                page.text().text());
        assertEquals(
                Optional.of("Granby kommun"),
                page.record().words(Property.OWNER),
                page.text().text());
        assertEquals(
                Optional.of("En titel"),
                page.record().words(Property.TITLE),
                page.text().text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "/relativ",
                "https://eva@example.org/",
                "https://x.example/?m=eva%40x.se",
                "//x.example/1",
                "file:///etc/passwd"
            })
    void onlyHonestAddressesAreTaken(String address) throws Exception {
        String html = "<html><head><link rel='canonical' href='" + address + "'></head><body>" + FACTS;
        assertEquals(Optional.empty(), HtmlRendering.parse(html).record().address());
    }

    @Test
    void theOpenGraphAddressIsTakenToo() throws Exception {
        String html = "<html><head><meta property='og:url' content='https://esf.example/1'></head><body>" + FACTS;
        assertEquals(
                Optional.of("https://esf.example/1"),
                HtmlRendering.parse(html).record().address());
    }

    static Stream<Arguments> hostile() {
        int many = 20_000;
        return Stream.of(
                Arguments.of("deep", "<div>".repeat(many)),
                Arguments.of("deep in line", "<b>".repeat(many) + "x"),
                Arguments.of("formatting", numbered("<b id=%d>", many / 2) + "<p>x".repeat(many / 2)),
                Arguments.of("links", "<a href=mailto:a@b.se>".repeat(many)),
                Arguments.of("tables", "<table><tr><td>".repeat(many / 3)),
                Arguments.of("lists", "<ul><li>".repeat(many / 2)),
                Arguments.of("labels", "<dl><dt>Kommun<dd>x".repeat(many / 3)),
                Arguments.of("labels in labels", "<dt><span>Kommun".repeat(many / 2)),
                Arguments.of("siblings", "<i></i>".repeat(many)),
                Arguments.of("entities", "&amp;&nbsp;&#x1F600;&bogus;".repeat(many)),
                Arguments.of("open comment", "<!--".repeat(many)),
                Arguments.of("open tag", "<p title='" + "x".repeat(1 << 20)),
                Arguments.of("attributes", "<p " + numbered("a%d ", many) + ">x"),
                Arguments.of("no body", "<frameset><frame>"),
                Arguments.of("only text", "x ".repeat(1 << 20)));
    }

    private static String numbered(String form, int count) {
        return IntStream.range(0, count).mapToObj(form::formatted).collect(Collectors.joining());
    }

    /** The limit is no measurement: what is not linear takes hours, or runs out of stack. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void hostileMarkupIsReadOrRefused(String name, String markup) {
        for (String html : List.of("<html><body>" + FACTS + markup, "<html><body>" + markup + FACTS)) {
            assertTimeoutPreemptively(HANG, () -> {
                try {
                    assertTrue(HtmlRendering.parse(html).uses().size() > 4);
                } catch (RejectedPageException e) {
                    assertTrue(e.reason().length() > 10);
                }
            });
        }
    }

    @Test
    void tooMuchIsRefused() {
        assertThrows(RejectedPageException.class, () -> HtmlRendering.parse("<html>" + "<i>".repeat(300_000)));
        assertThrows(RejectedPageException.class, () -> HtmlRendering.parse("<html>" + "x".repeat(9 << 20)));
        assertThrows(RejectedPageException.class, () -> HtmlRendering.parse("<html><body>"));
    }
}
