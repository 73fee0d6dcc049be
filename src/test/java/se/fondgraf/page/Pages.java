package se.fondgraf.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Pages for tests, and a form of what was read that a person can check by eye. */
final class Pages {
    private static final PageParser PARSER = PageParser.bundled();

    private Pages() {}

    static Page parse(Path file) throws IOException, RejectedPageException {
        return parse(Files.readAllBytes(file));
    }

    static Page parse(byte[] bytes) throws IOException, RejectedPageException {
        return PARSER.parse(new ByteArrayInputStream(bytes));
    }

    /** Parses a text that must be a page. */
    static Page parse(String text) {
        try {
            return parse(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException | RejectedPageException e) {
            throw new AssertionError(e);
        }
    }

    /** One line a statement, then one line a run of lines with the same use, then the notices. */
    static String describe(Page page) {
        List<String> out = new ArrayList<>();
        out.add("layout " + page.record().layout());
        for (Statement statement : page.record().statements()) {
            out.add(statement.lines() + " " + statement.property().key() + " = " + describe(statement));
        }
        out.add("");
        int start = 0;
        for (int i = 1; i <= page.uses().size(); i++) {
            if (i == page.uses().size()
                    || !page.uses().get(i).equals(page.uses().get(start))) {
                LineUse use = page.uses().get(start);
                out.add(new Lines(start + 1, i) + " " + use.kind() + " " + use.detail());
                start = i;
            }
        }
        out.add("");
        page.notices().forEach(notice -> out.add(notice.line() + ": " + notice.reason()));
        return out.stream().map(String::stripTrailing).collect(Collectors.joining("\n")) + "\n";
    }

    private static String describe(Statement statement) {
        return switch (statement.value()) {
            case Value.Prose prose -> "text of " + prose.text().length() + " characters, " + ends(prose.text());
            case Value value -> value + " <- " + statement.asWritten();
        };
    }

    private static String ends(String text) {
        String line = text.replace("\n", "|");
        return line.length() <= 60 ? line : line.substring(0, 25) + " ... " + line.substring(line.length() - 25);
    }
}
