package se.fondgraf.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.fondgraf.describe.Operator;

/** A fingerprint is another one when anything is that a conversion may depend on. */
class FingerprintTest {
    private static final Operator OPERATOR = Operator.standard();

    @TempDir
    private Path folder;

    private Path pages = Path.of("");
    private Path decisions = Path.of("");

    @BeforeEach
    void pages() throws IOException {
        pages = folder.resolve("pages");
        Files.createDirectories(pages.resolve("inner"));
        Files.writeString(pages.resolve("a.txt"), "a");
        Files.writeString(pages.resolve("inner/b.txt"), "b");
        decisions = Files.writeString(folder.resolve("decisions.csv"), "d");
    }

    private String print(Path... inputs) {
        return new Fingerprint("https://example.org/", List.of(inputs), List.of(decisions), OPERATOR).ofContents();
    }

    @Test
    void theSameFilesElsewhereAreTheSame() throws IOException {
        String before = print(pages);
        Path moved = Files.move(pages, folder.resolve("moved"));
        assertEquals(before, print(moved));
    }

    @Test
    void aFolderBehindALinkCountsAsItself() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), pages);
        String before = print(link);
        assertEquals(print(pages), before);
        Files.writeString(pages.resolve("a.txt"), "c");
        assertNotEquals(before, print(link));
    }

    @Test
    void hiddenFilesDoNotCount() throws IOException {
        String before = print(pages);
        Files.writeString(pages.resolve(".hidden"), "h");
        Files.createDirectory(pages.resolve(".git"));
        Files.writeString(pages.resolve(".git/config"), "h");
        assertEquals(before, print(pages));
    }

    @Test
    void everythingElseDoes() throws IOException {
        List<String> prints = new ArrayList<>(List.of(print(pages)));
        Files.writeString(pages.resolve("inner/b.txt"), "c");
        prints.add(print(pages));
        Files.writeString(pages.resolve("a.url"), "https://example.org/");
        prints.add(print(pages));
        Files.move(pages.resolve("a.txt"), pages.resolve("a.html"));
        prints.add(print(pages));
        Files.writeString(decisions, "e");
        prints.add(print(pages));
        prints.add(print(pages, folder.resolve("missing")));
        prints.add(new Fingerprint("https://example.com/", List.of(pages), List.of(decisions), OPERATOR).ofContents());
        assertEquals(prints.size(), prints.stream().distinct().count());
    }

    @Test
    void datesTellThatSomethingMayHaveChanged() throws IOException {
        Fingerprint fingerprint = new Fingerprint("https://example.org/", List.of(pages), List.of(), OPERATOR);
        String before = fingerprint.ofDates();
        assertEquals(before, fingerprint.ofDates());
        Files.writeString(pages.resolve("a.txt"), "longer");
        assertNotEquals(before, fingerprint.ofDates());
    }
}
