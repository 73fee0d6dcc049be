package se.fondgraf.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where in a store's folder things are, see {@link DiskStore}.
 *
 * @param folder without links, so that it stays the same when a link leads elsewhere
 */
record StoreFolder(Path folder) {
    private static final String CURRENT = "current";
    private static final String RELEASES = "releases";
    private static final String BUILDING = "building";
    private static final int VERSION_DIGITS = 16;

    /** Of a folder that is there. */
    static StoreFolder of(Path named) throws IOException {
        return new StoreFolder(named.toRealPath());
    }

    /** Where the releases of a folder are, if it is a store's. */
    static Path releasesOf(Path folder) {
        return folder.resolve(RELEASES);
    }

    /** Whether the store of that name now has a release in the very place where one was opened. */
    static boolean hasInItsPlace(Path named, Path opened) {
        try {
            Path there = releasesOf(named.toRealPath()).resolve(String.valueOf(opened.getFileName()));
            return there.equals(opened) && Files.exists(there);
        } catch (IOException e) {
            return false;
        }
    }

    /** Where a release is written. */
    Path building() {
        return folder.resolve(BUILDING);
    }

    /** Where complete releases are. */
    Path releases() {
        return releasesOf(folder);
    }

    /** The release that is current before all others, of which there is one only after an interrupted load. */
    List<Path> candidates() throws IOException {
        List<Path> candidates = new ArrayList<>(Folders.children(releases()));
        Path named = folder.resolve(CURRENT);
        if (Files.isRegularFile(named)) {
            Path release = releases().resolve(Files.readString(named).strip());
            if (candidates.remove(release)) {
                candidates.addFirst(release);
            }
        }
        return candidates;
    }

    /** A folder for a release of that version, which may have been there before, damaged or made of other inputs. */
    Path free(String version) {
        String name = version.substring(0, Math.min(VERSION_DIGITS, version.length()));
        Path free = releases().resolve(name);
        for (int i = 2; Files.exists(free); i++) {
            free = releases().resolve(name + "-" + i);
        }
        return free;
    }

    /** Names the release that is served, in one step. */
    void makeCurrent(Path release) throws IOException {
        Folders.write(folder.resolve(CURRENT), release.getFileName() + "\n");
    }
}
