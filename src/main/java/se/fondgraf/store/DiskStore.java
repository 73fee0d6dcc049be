package se.fondgraf.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.sys.JenaSystem;

/**
 * The data in a folder, where it outlives the process. The folder holds
 *
 * <ul>
 *   <li>{@code lock}, which keeps the store to one process;
 *   <li>{@code releases/…}, each a whole dataset: TDB2's files, the texts of the pages, and a file {@code COMPLETE},
 *       see {@link ReleaseMarker};
 *   <li>{@code current}, which names the release that is served, and is replaced in one step;
 *   <li>{@code building}, while a release is written.
 * </ul>
 *
 * <p>Whenever the process ends, the next one finds the last complete release.
 */
public final class DiskStore implements LocalStore {
    /** Bytes that a load leaves free on the disk. */
    static final long RESERVE = 64L << 20;

    static {
        JenaSystem.init();
    }

    /** As it was named. */
    private final Path folder;

    private final long reserve;
    private final Snapshot nothing = new MemoryStore().current();
    private final List<DiskRelease.Retired> retired = new ArrayList<>();
    private final Optional<String> damage;
    private StoreLock lock;

    /** Where it really is, without links. */
    private StoreFolder place;

    private volatile Optional<DiskRelease> current = Optional.empty();

    private DiskStore(Path folder, long reserve, StoreLock lock) throws IOException {
        this.folder = folder;
        this.place = StoreFolder.of(folder);
        this.reserve = reserve;
        this.lock = lock;
        Folders.delete(place.building());
        Files.createDirectories(place.releases());
        this.damage = openBest();
    }

    /**
     * Opens the store in a folder, which is made when it is not there, and checks the release in it, whole. What an
     * interrupted load left behind is removed.
     *
     * @throws StoreException when it cannot be opened, for example because another process has it
     */
    public static DiskStore open(Path folder) {
        return open(folder, RESERVE);
    }

    /** The same with another reserve of free space. */
    static DiskStore open(Path folder, long reserve) {
        try {
            Files.createDirectories(folder);
            requireOurs(folder);
            StoreLock lock = StoreLock.of(folder);
            boolean opened = false;
            try {
                DiskStore store = new DiskStore(folder, reserve, lock);
                opened = true;
                return store;
            } finally {
                if (!opened) {
                    lock.close();
                }
            }
        } catch (IOException | UncheckedIOException e) {
            throw new StoreException("the store " + folder + " cannot be opened: " + StoreException.reason(e), e);
        }
    }

    /** A folder of something else must not become a store by a slip of the hand. */
    private static void requireOurs(Path folder) throws IOException {
        if (!Files.exists(StoreFolder.releasesOf(folder))
                && !Folders.children(folder).stream().allMatch(DiskStore::isLock)) {
            throw new StoreException("the folder " + folder
                    + " holds other things than a store; name a new or an empty folder, or a store");
        }
    }

    private static boolean isLock(Path file) {
        return file.endsWith("lock");
    }

    /**
     * Opens the current release, or if it is damaged another complete one, and removes the others.
     *
     * @return what is wrong with the current release
     */
    private Optional<String> openBest() throws IOException {
        Optional<String> wrong = Optional.empty();
        for (Path release : place.candidates()) {
            if (current.isPresent()) {
                Folders.delete(release);
                continue;
            }
            try {
                current = Optional.of(DiskRelease.open(release, ReleaseMarker.checked(release)));
            } catch (IOException | RuntimeException | InternalError e) {
                Path named = folder.resolve(place.folder().relativize(release));
                wrong = wrong.or(
                        () -> Optional.of("the release " + named + " is damaged: " + StoreException.reason(e)));
            }
        }
        return wrong;
    }

    /** Why a release that should be there is not served, in a sentence; empty when nothing was wrong. */
    public Optional<String> damage() {
        return damage;
    }

    /** Whether there is no release yet. */
    public boolean isEmpty() {
        return current.isEmpty();
    }

    @Override
    public Snapshot current() {
        return current.map(DiskRelease::snapshot).orElse(nothing);
    }

    @Override
    public Optional<Origin> origin() {
        return current.map(release -> release.marker().origin());
    }

    @Override
    public synchronized void load(Origin origin, Source source) {
        Path building = place.building();
        try {
            if (!lock.isOf(place.folder())) {
                throw new IOException("it was moved away, or another one has taken its place");
            }
            Folders.delete(building);
            Files.createDirectory(building);
            ReleaseMarker marker;
            try (ReleaseBuild build = new ReleaseBuild(building, reserve)) {
                marker = build.write(origin, source);
            }
            swap(building, marker);
        } catch (IOException | ReleaseBuild.WriteFailure | InternalError e) {
            throw new StoreException(
                    "the store " + folder + " cannot be written: " + StoreException.reason(e)
                            + "; it holds what it held before",
                    e);
        } finally {
            deleteQuietly(building);
        }
    }

    private void swap(Path building, ReleaseMarker marker) throws IOException {
        Path folderOfNext = place.free(marker.version());
        Folders.move(building, folderOfNext);
        DiskRelease next = DiskRelease.open(folderOfNext, marker);
        place.makeCurrent(folderOfNext);
        Optional<DiskRelease> old = current;
        current = Optional.of(next);
        retired.removeIf(DiskRelease.Retired::isClosed);
        old.map(DiskRelease::retire).ifPresent(retired::add);
    }

    /**
     * Other when another folder has taken the place of this one, or when that one has changed since; quick to find out.
     */
    public synchronized String state() {
        if (lock.isOf(folder)) {
            return "";
        }
        return String.join("\n", Folders.state(folder), "in use " + StoreLock.isTaken(folder), "read " + isStillRead());
    }

    /**
     * Changes over to the folder that has taken the place of this one, by its name or by a link, if there is one:
     * checks it as at the start, and reads from it from now on. Who reads the old one goes on; it is let go of after
     * that.
     *
     * @param base that the data must have
     * @return whether there is another release now
     * @throws StoreException when what is there cannot be used; the store then reads what it read before
     */
    public synchronized boolean lookAgain(String base) {
        if (lock.isOf(folder)) {
            return false;
        }
        if (!Files.isDirectory(StoreFolder.releasesOf(folder))) {
            throw new StoreException("there is no store at " + folder + " any more");
        }
        if (current.isPresent()
                && StoreFolder.hasInItsPlace(folder, current.get().folder())) {
            return false;
        }
        if (isStillRead()) {
            throw new StoreException("the store " + folder + " has a release that is still read where it was before");
        }
        DiskStore other = open(folder, reserve);
        boolean usable = false;
        try {
            other.requireUsable(base);
            usable = true;
        } finally {
            if (!usable) {
                other.close();
            }
        }
        follow(other);
        return true;
    }

    /** Jena knows open files by their names, and would take the new ones for those. */
    private boolean isStillRead() {
        return retired.stream()
                .anyMatch(release -> !release.isClosed() && StoreFolder.hasInItsPlace(folder, release.folder()));
    }

    private void requireUsable(String base) {
        if (damage.isPresent()) {
            throw new StoreException(damage.get());
        }
        Origin origin = origin().orElseThrow(() -> new StoreException("the store " + folder + " holds no release"));
        if (!origin.base().equals(base)) {
            throw new StoreException("the store " + folder + " holds data under " + origin.base());
        }
    }

    /** The lock of the old folder is kept as long as somebody reads there. */
    private void follow(DiskStore other) {
        Optional<DiskRelease> old = current;
        StoreLock before = lock;
        current = other.current;
        lock = other.lock;
        place = other.place;
        retired.removeIf(DiskRelease.Retired::isClosed);
        if (old.isEmpty()) {
            before.close();
            return;
        }
        DiskRelease.Retired left = old.get().leave(before::close);
        retired.add(left);
        left.closeSoon();
    }

    private static void deleteQuietly(Path building) {
        try {
            Folders.delete(building);
        } catch (IOException e) {
            // What is left is no release, and goes when the store is opened the next time.
        }
    }

    /** Closes the files and lets another process have the store. */
    @Override
    public synchronized void close() {
        retired.forEach(DiskRelease.Retired::close);
        current.ifPresent(DiskRelease::close);
        current = Optional.empty();
        lock.close();
    }
}
