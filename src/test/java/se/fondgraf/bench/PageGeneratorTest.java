package se.fondgraf.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.fondgraf.page.Layout;
import se.fondgraf.page.Page;
import se.fondgraf.page.PageParser;
import se.fondgraf.page.Property;

/**
 * Benchmarks measure what they claim to: generated pages are pages, of all layouts, as large and as full as real ones.
 */
class PageGeneratorTest {
    private static final int SOME = 40;

    private static Page page(int number) throws Exception {
        byte[] bytes = PageGenerator.page(1, number).getBytes(StandardCharsets.UTF_8);
        assertTrue(bytes.length > 5_000 && bytes.length < 20_000, () -> bytes.length + " bytes");
        return PageParser.bundled().parse(new ByteArrayInputStream(bytes));
    }

    @Test
    void allLayoutsAreThereAndReadWithoutANotice() throws Exception {
        Set<Layout> layouts = EnumSet.noneOf(Layout.class);
        for (int i = 0; i < SOME; i++) {
            Page page = page(i);
            layouts.add(page.record().layout());
            assertTrue(page.notices().isEmpty(), () -> page.notices().toString());
            assertTrue(page.record().best(Property.TITLE).isPresent());
            assertTrue(page.record().best(Property.OWNER).isPresent());
            assertTrue(page.record().valueCount() > 8);
        }
        assertEquals(EnumSet.allOf(Layout.class), layouts);
    }

    @Test
    void contactsAreThereToBeMasked() throws Exception {
        int told = 0;
        for (int i = 0; i < SOME; i++) {
            String text = page(i).text().text();
            assertTrue(PageGenerator.page(1, i).contains("@example"));
            assertFalse(text.contains("@example"), text);
            told += text.contains("[namn]") ? 1 : 0;
        }
        assertTrue(told > 0, "some pages name their contact in their text");
    }

    @Test
    void aPageDependsOnSeedAndNumberAlone() {
        assertEquals(PageGenerator.page(7, 3), PageGenerator.page(7, 3));
        assertFalse(PageGenerator.page(7, 3).equals(PageGenerator.page(8, 3)));
    }
}
