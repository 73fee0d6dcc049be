package se.fondgraf.name;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTest {
    @ParameterizedTest
    @CsvSource({
        "Håbo kommun, haabo-kommun",
        "Habo kommun, habo-kommun",
        "Ängelholm & Örebro, aengelholm-och-oerebro",
        "Café Über, cafe-uber",
        "2016/00166, 2016-00166",
        "2016-00166, 2016-00166",
        "--A..B--, a-b",
        "Fest 🎉 nu, fest-nu"
    })
    void isReadable(String text, String slug) {
        assertEquals(slug, Slug.of(text));
    }

    @Test
    void droppedLettersLeaveAHash() {
        assertTrue(Slug.of("Straße").matches("strae-[0-9a-f]{6}"));
        assertNotEquals(Slug.of("Sør"), Slug.of("Sßr"));
    }

    @Test
    void anEmptySlugIsTheHash() {
        assertEquals(Hash.of("שלום"), Slug.of("שלום"));
        assertEquals(64, Slug.of("").length());
    }

    @Test
    void aLongSlugIsCutAtAHyphenAndKeptApart() {
        String words = "ord ".repeat(30);
        String slug = Slug.of(words + "a");
        assertTrue(slug.matches("(ord-)+[0-9a-f]{6}"), slug);
        assertTrue(slug.length() <= 87);
        assertNotEquals(slug, Slug.of(words + "b"));
    }

    @Test
    void theHashKnowsNoCaseSpaceOrForm() {
        assertEquals(Hash.of("Åsa  Ek", ""), Hash.of(" a\u030Asa\u00A0ek", ""));
        assertNotEquals(Hash.of("ab", "c"), Hash.of("a", "bc"));
    }

    @Test
    void normalNamesDifferWhereNamesDo() {
        assertEquals(NormalName.of("ABF Gävle, ABF Gävle"), NormalName.of("abf GÄVLE"));
        assertEquals(NormalName.of("Hälsa & Vård"), NormalName.of("Hälsa och vård"));
        assertNotEquals(NormalName.of("Habo"), NormalName.of("Håbo"));
    }
}
