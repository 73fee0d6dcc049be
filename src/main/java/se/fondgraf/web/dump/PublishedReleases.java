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
import java.util.Set;
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
import se.fondgraf.web.description.ReleaseFiles;
import se.fondgraf.web.http.Refusal;

/**
 * The releases of a folder that are as they were written. Each is held against its checksums when it is first asked
 * for; one that is damaged is named in the log and not served. One that comes to be the current release takes the place
 * of the one before only when it is sound.
 */
public final class PublishedReleases implements ReleaseFiles {
    private static final Logger LOG = Logger.getLogger(PublishedReleases.class.getName());
    private static final Pattern VERSION = Pattern.compile("[0-9a-f]{16}");

    private final Path folder;
    private final Map<String, Optional<PublishedRelease>> checked = new ConcurrentHashMap<>();
    private volatile Optional<String> soundLatest = Optional.empty();
    private volatile int changes;
    private String seen;

    /** Of a folder that {@code dump} made. */
    public PublishedReleases(Path folder) {
        this.folder = folder;
        this.seen = state();
    }

    /**
     * The current version, if there is a release: the one that the folder names, or if that is damaged the sound one
     * that it named before.
     */
    public Optional<String> latest() {
        Optional<String> named = named();
        if (named.filter(this::isSound).isPresent()) {
            soundLatest = named;
            return named;
        }
        return soundLatest.filter(versions()::contains).or(() -> named);
    }

    private Optional<String> named() {
        try {
            return ReleaseFolder.latest(folder);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private boolean isSound(String version) {
        return checked(version).isPresent();
    }

    /** Other when a release has come or gone, is another one than it was, or is the current one now. */
    public String state() {
        StringBuilder state = new StringBuilder(named().orElse(""));
        for (String version : versions()) {
            state.append('\n').append(version);
            try {
                Path sums = folder.resolve(version).resolve(Checksums.NAME);
                state.append(' ').append(Files.size(sums)).append(' ').append(Files.getLastModifiedTime(sums));
            } catch (IOException e) {
                state.append(" without checksums");
            }
        }
        return state.toString();
    }

    /**
     * How often it was another folder when it was looked at; what is made of it may be kept until there is a change.
     */
    public int changes() {
        return changes;
    }

    /** The current version when it is sound. */
    public Optional<String> current() {
        return latest().filter(this::isSound);
    }

    /**
     * Forgets which releases were damaged, because they may have been mended or not been whole yet, and checks the
     * current one.
     *
     * @return whether the folder is another one than when it was last looked at
     * @throws DumpException when the current release is damaged
     */
    public synchronized boolean lookAgain() throws DumpException {
        Set<String> there = versions();
        checked.entrySet().removeIf(entry -> entry.getValue().isEmpty() || !there.contains(entry.getKey()));
        String now = state();
        boolean other = !now.equals(seen);
        if (other) {
            seen = now;
            changes++;
        }
        Optional<String> named = named();
        if (named.isPresent() && !isSound(named.get())) {
            throw new DumpException("the release " + folder.resolve(named.get()) + " is damaged");
        }
        return other;
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
        return checked(version)
                .orElseThrow(() -> Refusal.of(503, "The release %s is damaged and is not served.".formatted(version)));
    }

    @Override
    public List<Distribution> of(String version) {
        return found(version).stream()
                .flatMap(release -> release.manifest().files().stream())
                .flatMap(file -> file.distribution(version).stream())
                .toList();
    }

    @Override
    public Optional<String> before(String version) {
        return found(version)
                .flatMap(release -> release.manifest().previous())
                .filter(before -> VERSION.matcher(before).matches());
    }

    private Optional<PublishedRelease> found(String version) {
        return versions().contains(version) ? checked(version) : Optional.empty();
    }

    /** The release if it is as it was written; looked at once. */
    private Optional<PublishedRelease> checked(String version) {
        return checked.computeIfAbsent(version, this::check);
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
