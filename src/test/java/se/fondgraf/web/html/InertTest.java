package se.fondgraf.web.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InertTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<script>alert(1)</script> | <bdi>&lt;script&gt;alert(1)&lt;/script&gt;</bdi>",
                "\" onmouseover=\"x | <bdi>&quot; onmouseover=&quot;x</bdi>",
                "' & ' | <bdi>&#x27; &amp; &#x27;</bdi>",
                "]]> | <bdi>]]&gt;</bdi>",
                "Åke | <bdi>Åke</bdi>",
            })
    void markupIsText(String text, String html) {
        assertEquals(html, Inert.value(text).render());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u202e", "\u2066", "\u0000", "\u001b", "\u007f", "\u0085", "\ud800", "\ufffe", "\r"})
    void whatHtmlMayNotHoldOrTurnsTheWritingIsReplaced(String character) {
        assertEquals("a\ufffdb", Inert.plain("a" + character + "b"));
    }

    @Test
    void linesAndTabsStay() {
        assertEquals("a\n\tb", Inert.plain("a\n\tb"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JavaScript:alert(1)",
                "data:text/html,<script>",
                "//evil.example/",
                "/\\evil.example",
                "https://a b/",
                "https://user:word@example.org/",
                "http:///x",
                "",
            })
    void onlyAddressesOfTheWebAreLinks(String iri) {
        assertFalse(Inert.outside(iri, "text").render().contains("href"), iri);
    }

    @Test
    void addressesOfTheWebAreLinks() {
        assertEquals(
                "<a href=\"https://example.org/?a=1&amp;b=%C3%A5\" rel=\"noopener nofollow\"><bdi>x</bdi></a>",
                Inert.outside("https://example.org/?a=1&b=å", "x").render());
    }
}
