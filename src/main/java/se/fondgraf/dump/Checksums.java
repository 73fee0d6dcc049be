package se.fondgraf.dump;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The file {@code SHA256SUMS} of a release, as {@code sha256sum -c} reads it. */
public final class Checksums {
    /** Its name. */
    public static final String NAME = "SHA256SUMS";

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  ([A-Za-z0-9._-]+(?:/[A-Za-z0-9._-]+)*)");

    private Checksums() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The text for these files, sorted by path. */
    static String text(Collection<ReleaseFile> files) {
        StringBuilder text = new StringBuilder();
        files.forEach(file ->
                text.append(file.sha256()).append("  ").append(file.path()).append('\n'));
        return text.toString();
    }

    /**
     * What is wrong with a release, in words; empty when every file is there as it was written.
     *
     * @throws IOException when a file cannot be read
     */
    public static Optional<String> damage(Path release) throws IOException {
        Path sums = release.resolve(NAME);
        if (!Files.isRegularFile(sums, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(NAME + " is missing");
        }
        SortedMap<String, String> expected = new TreeMap<>();
        for (String line :
                Files.readString(sums, StandardCharsets.UTF_8).lines().toList()) {
            Matcher entry = LINE.matcher(line);
            if (!entry.matches() || entry.group(2).contains("..")) {
                return Optional.of(NAME + " is damaged");
            }
            expected.put(entry.group(2), entry.group(1));
        }
        for (var entry : expected.entrySet()) {
            Path file = release.resolve(entry.getKey());
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.of(entry.getKey() + " is missing");
            }
            if (!of(file).equals(entry.getValue())) {
                return Optional.of(entry.getKey() + " is not as it was written: its checksum differs");
            }
        }
        return expected.containsKey(Manifest.NAME) ? Optional.empty() : Optional.of(NAME + " names no manifest");
    }

    private static String of(Path file) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
