package se.fondgraf.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is left of running text that writes a page's contact in other ways than its label does. */
class HiddenContactTest {
    private static final Path FOLDER = Path.of("src/test/resources/nasty");

    @Test
    void unseenCharactersMiddleNamesAndBrokenAddressesHideNothing() throws Exception {
        assertEquals("""
                Med [namn], [namn] och [namn].
                Med [namn], [namn], [namn]s bok, [namn], [namn].
                Skriv till [e-post], [e-post] eller [e-post]
                [e-post] i dag. Ring [telefon], [telefon].
                Se www.hemlig.example/[namn] och zeb.kvistar. År 2009 står kvar.""", summary("a-hidden-contact"));
    }

    @Test
    void hyphensAndMarksMakeNoOtherName() throws Exception {
        assertEquals("""
                Med [namn], [namn], [namn] och [namn]. Örnen flyger, Asa kom.
                Projektperioden nov 2008 var lång.""", summary("a-noble-contact"));
    }

    private static String summary(String page) throws Exception {
        return Pages.parse(FOLDER.resolve(page + ".txt")).record().statements().stream()
                .filter(statement -> statement.property() == Property.SUMMARY)
                .map(statement -> ((Value.Prose) statement.value()).text())
                .collect(Collectors.joining());
    }
}
