package se.fondgraf.page;

import java.util.List;
import se.fondgraf.name.Hash;

/**
 * The text of a page as it is published: UTF-8, {@code \n}, NFC, contact data masked, lines kept, so that line numbers
 * are those of the capture.
 *
 * @param lines index 0 is line 1
 */
public record PublishedText(List<String> lines, boolean endsWithNewline) {
    public PublishedText {
        lines = List.copyOf(lines);
    }

    /** The text itself. */
    public String text() {
        return String.join("\n", lines) + (endsWithNewline ? "\n" : "");
    }

    /** SHA-256 of the text's UTF-8, in hex; its first eight digits name the page. */
    public String sha256() {
        return Hash.ofLines(lines, endsWithNewline);
    }

    /** Whether something private was masked in this text of a page. */
    public static boolean holdsMask(String text) {
        return Masker.MASKS.matcher(text).find();
    }
}
