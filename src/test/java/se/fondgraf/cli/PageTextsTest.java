package se.fondgraf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.Test;
import se.fondgraf.name.Hash;
import se.fondgraf.store.MemoryStore;

/** Every page that the data names has its text, the one that its name is made of. */
class PageTextsTest {
    private final MemoryStore store = new MemoryStore();

    @Test
    void everyPageOfTheDataHasTheTextItIsNamedAfter() {
        new Run(new InputOptions(), new PrintWriter(new StringWriter())).load(store, List.of(Path.of("seeds")));
        List<String> pages = pages();
        assertEquals(5, pages.size());
        for (String page : pages) {
            String[] parts = page.split("/", -1);
            String page8 = parts[parts.length - 1];
            String text = store.current()
                    .pages()
                    .text(parts[parts.length - 2], page8)
                    .orElseThrow(() -> new AssertionError("no text of " + page));
            assertEquals(
                    page8, Hash.ofBytes(text.getBytes(StandardCharsets.UTF_8)).substring(0, 8));
        }
    }

    @Test
    void noOtherPageHasAny() {
        assertFalse(store.current().pages().text("jobb-in-d25c967e", "00000000").isPresent());
    }

    private List<String> pages() {
        List<String> pages = new ArrayList<>();
        try (QueryExec execution = store.current()
                .execute(QueryFactory.create(
                        "SELECT ?page { ?page a <https://w3id.org/fondgraf/ontology#SourcePage> }"))) {
            execution.select().forEachRemaining(row -> pages.add(row.get("page").getURI()));
        }
        return pages;
    }
}
