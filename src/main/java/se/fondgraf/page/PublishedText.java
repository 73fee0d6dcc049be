package se.fondgraf.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

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
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
