package se.fondgraf.name;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The hash of the IRI rules: SHA-256 over fields that are NFC, with white space collapsed, trimmed and in lower case,
 * joined by U+001F.
 */
public final class Hash {
    private Hash() {}

    /** The 64 hex digits of the fields' hash; an absent field is an empty text. */
    public static String of(String... fields) {
        String joined = Arrays.stream(fields).map(Hash::plain).collect(Collectors.joining("\u001F"));
        return ofBytes(joined.getBytes(StandardCharsets.UTF_8));
    }

    /** The 64 hex digits of the SHA-256 of bytes as they are. */
    public static String ofBytes(byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }

    /**
     * The 64 hex digits of the SHA-256 of lines in UTF-8 with {@code \n} between them, and behind the last if ended.
     */
    public static String ofLines(Iterable<String> lines, boolean ended) {
        MessageDigest digest = digest();
        boolean first = true;
        for (String line : lines) {
            if (!first) {
                digest.update((byte) '\n');
            }
            digest.update(line.getBytes(StandardCharsets.UTF_8));
            first = false;
        }
        if (ended) {
            digest.update((byte) '\n');
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String plain(String field) {
        return Spaces.collapse(Composed.of(field)).toLowerCase(Locale.ROOT);
    }
}
