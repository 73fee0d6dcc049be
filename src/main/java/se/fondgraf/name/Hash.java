package se.fondgraf.name;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
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
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String plain(String field) {
        return Spaces.collapse(Normalizer.normalize(field, Normalizer.Form.NFC)).toLowerCase(Locale.ROOT);
    }
}
