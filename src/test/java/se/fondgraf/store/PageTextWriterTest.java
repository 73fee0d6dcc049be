package se.fondgraf.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written of pages is read back, whatever it is. */
class PageTextWriterTest {
    @TempDir
    private Path folder;

    @Test
    void textsComeBackAsTheyWere() {
        Map<String, String> texts = new HashMap<>();
        Random random = new Random(7);
        try (PageTextWriter writer = PageTextWriter.temporary()) {
            for (int i = 0; i < 500; i++) {
                String project = "p" + random.nextInt(300);
                String page8 = "%08x".formatted(i);
                String text = text(random);
                texts.put(project + "/" + page8, text);
                writer.add(project, page8, text);
            }
            try (PageTextFile file = writer.finish()) {
                texts.forEach((name, text) -> {
                    String[] parts = name.split("/", -1);
                    assertEquals(Optional.of(text), file.text(parts[0], parts[1]));
                });
                assertEquals(Optional.empty(), file.text("p1", "ffffffff"));
            }
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(3_000); length > 0; length--) {
            text.appendCodePoint("aå\n /\u0000😀".codePointAt(random.nextInt(6)));
        }
        return text.toString();
    }

    @Test
    void aPageThatComesAgainChangesNothing() {
        try (PageTextWriter writer = PageTextWriter.temporary()) {
            writer.add("a", "00000001", "one");
            writer.add("a", "00000001", "one");
            writer.add("a/b", "00000001", "other");
            try (PageTextFile file = writer.finish()) {
                assertEquals(Optional.of("one"), file.text("a", "00000001"));
                assertEquals(Optional.of("other"), file.text("a/b", "00000001"));
            }
        }
    }

    @Test
    void aFileIsReadAgainByItsIndex() throws IOException {
        Path written = folder.resolve("pages");
        ByteArrayOutputStream index = new ByteArrayOutputStream();
        try (PageTextWriter writer = PageTextWriter.to(written)) {
            writer.add("a", "00000001", "");
            writer.add("b", "00000002", "two\n");
            try (PageTextFile file = writer.finish()) {
                file.index().writeTo(new DataOutputStream(index));
            }
        }
        PageIndex read = PageIndex.read(new DataInputStream(new ByteArrayInputStream(index.toByteArray())));
        try (PageTextFile file = new PageTextFile(new RandomAccessFile(written.toFile(), "r"), read)) {
            assertEquals(Optional.of(""), file.text("a", "00000001"));
            assertEquals(Optional.of("two\n"), file.text("b", "00000002"));
        }
    }
}
