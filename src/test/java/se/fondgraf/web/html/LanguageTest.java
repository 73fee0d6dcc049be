package se.fondgraf.web.html;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sv | sv",
                "en | en",
                "en-GB,sv;q=0.9 | en",
                "sv-SE,sv;q=0.9,en;q=0.8 | sv",
                "en;q=0.5, sv;q=0.7 | sv",
                "de, en;q=0.1, sv;q=0.2 | sv",
                "de | en",
                "* | sv",
                "de, *;q=0.5 | sv",
                "en;q=0, de | en",
                "sv;q=0, en;q=0.1 | en",
                "SV | sv",
                ";;;,,q=9 | sv",
                "not a language | sv",
            })
    void isTheOneTheBrowserPrefers(String header, String tag) {
        assertEquals(tag, Language.accepted(List.of(header)).tag());
    }

    @Test
    void isSwedishWithoutAWish() {
        assertEquals(Language.SWEDISH, Language.accepted(List.of()));
        assertEquals(Language.SWEDISH, Language.accepted(List.of("")));
    }
}
