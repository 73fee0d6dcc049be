package se.fondgraf.web.dump;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import se.fondgraf.describe.Distribution;
import se.fondgraf.dump.Checksums;
import se.fondgraf.dump.DumpException;
import se.fondgraf.dump.Manifest;
import se.fondgraf.dump.ReleaseFile;
import se.fondgraf.dump.ReleaseFolder;
import se.fondgraf.name.Printable;
import se.fondgraf.web.http.Refusal;

/**
 * The releases of a folder that are as they were written. Each is held against its checksums when it is first asked
 * for; one that is damaged is named in the log and not served.
 */
public final class PublishedReleases {
    private static final Logger LOG = Logger.getLogger(PublishedReleases.class.getName());
    private static final Pattern VERSION = Pattern.compile("[0-9a-f]{16}");

    private final Path folder;
    private final Map<String, Optional<PublishedRelease>> checked = new ConcurrentHashMap<>();

    /** Of a folder that {@code dump} made. */
    public PublishedReleases(Path folder) {
        this.folder = folder;
    }

    /** The current version, if there is a release. */
    Optional<String> latest() {
        try {
            return ReleaseFolder.latest(folder);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Every version that is there, in the order of their names. */
    NavigableSet<String> versions() {
        NavigableSet<String> versions = new TreeSet<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                String name = String.valueOf(entry.getFileName());
                if (VERSION.matcher(name).matches() && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                    versions.add(name);
                }
            }
        } catch (IOException e) {
            return Collections.emptyNavigableSet();
        }
        return versions;
    }

    /**
     * The release of a version.
     *
     * @throws Refusal 404 when there is none, 503 when it is damaged
     */
    PublishedRelease release(String version) {
        if (!VERSION.matcher(version).matches()
                || !Files.isDirectory(folder.resolve(version), LinkOption.NOFOLLOW_LINKS)) {
            throw Refusal.nothingHere();
        }
        return checked.computeIfAbsent(version, this::check)
                .orElseThrow(() -> Refusal.of(503, "The release %s is damaged and is not served.".formatted(version)));
    }

    /** The files of a version that are forms of the data; none when it is not here or damaged. */
    public List<Distribution> distributions(String version) {
        if (!versions().contains(version)) {
            return List.of();
        }
        return checked.computeIfAbsent(version, this::check).stream()
                .flatMap(release -> release.manifest().files().stream())
                .flatMap(file -> file.distribution(version).stream())
                .toList();
    }

    private Optional<PublishedRelease> check(String version) {
        Path release = folder.resolve(version);
        try {
            Optional<String> damage = Checksums.damage(release);
            if (damage.isEmpty()) {
                return Optional.of(PublishedRelease.of(release, Manifest.read(release)));
            }
            LOG.log(Level.SEVERE, "the release {0} is not served: {1}", new Object[] {
                version, Printable.of(damage.get())
            });
        } catch (DumpException | IOException e) {
            LOG.log(Level.SEVERE, "the release {0} is not served: {1}", new Object[] {
                version, Printable.of(String.valueOf(e.getMessage()))
            });
        }
        return Optional.empty();
    }

    /** Files that are no data but belong to a release, with their media types. */
    static Map<String, String> besides() {
        return Map.of(Manifest.NAME, "application/json", Checksums.NAME, "text/plain; charset=utf-8");
    }

    /** The media type of a file as it lies there: of what is in it, unless it is packed. */
    static String mediaType(ReleaseFile file) {
        return file.isCompressed() ? "application/gzip" : file.about().mediaType();
    }
}
