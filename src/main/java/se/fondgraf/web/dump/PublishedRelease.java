package se.fondgraf.web.dump;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import se.fondgraf.dump.Manifest;
import se.fondgraf.dump.ReleaseFile;

/**
 * A release whose files have been checked.
 *
 * @param files by path; no other path of the folder is ever opened
 */
record PublishedRelease(Manifest manifest, Map<String, PublishedFile> files) {
    /**
     * A file to download.
     *
     * @param changed when it was written, in whole seconds as HTTP tells it
     */
    record PublishedFile(Path path, String mediaType, long bytes, String sha256, Instant changed) {}

    static PublishedRelease of(Path folder, Manifest manifest) throws IOException {
        Map<String, PublishedFile> files = new TreeMap<>();
        for (ReleaseFile file : manifest.files()) {
            Path path = folder.resolve(file.path());
            files.put(
                    file.path(),
                    new PublishedFile(
                            path, PublishedReleases.mediaType(file), file.bytes(), file.sha256(), changed(path)));
        }
        for (Map.Entry<String, String> entry : PublishedReleases.besides().entrySet()) {
            Path path = folder.resolve(entry.getKey());
            files.put(
                    entry.getKey(),
                    new PublishedFile(path, entry.getValue(), Files.size(path), sha256(path), changed(path)));
        }
        return new PublishedRelease(manifest, files);
    }

    private static Instant changed(Path path) throws IOException {
        return Instant.ofEpochSecond(Files.getLastModifiedTime(path).toInstant().getEpochSecond());
    }

    private static String sha256(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(in.readAllBytes()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    Optional<PublishedFile> file(String path) {
        return Optional.ofNullable(files.get(path));
    }
}
