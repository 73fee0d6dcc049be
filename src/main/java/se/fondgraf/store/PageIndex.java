package se.fondgraf.store;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import se.fondgraf.name.Hash;

/**
 * Where each page lies in a file of texts: twenty bytes a page, sorted by a hash of the page's name. Two names may
 * share a hash, so whoever reads a text compares the name that stands before it.
 */
final class PageIndex {
    /** Sixteen hex digits of a hash are 64 bits. */
    private static final int DIGITS = 16;

    private final long[] hashes;
    private final long[] offsets;
    private final int[] lengths;

    private PageIndex(long[] hashes, long[] offsets, int[] lengths) {
        this.hashes = hashes;
        this.offsets = offsets;
        this.lengths = lengths;
    }

    /** Where a text lies, in bytes. */
    record Place(long offset, int length) {}

    private record Entry(long hash, Place place) {}

    /** Collects places. */
    static final class Builder {
        private final List<Entry> entries = new ArrayList<>();

        void add(String name, long offset, int length) {
            entries.add(new Entry(hash(name), new Place(offset, length)));
        }

        PageIndex build() {
            entries.sort(Comparator.comparingLong(Entry::hash));
            return new PageIndex(
                    entries.stream().mapToLong(Entry::hash).toArray(),
                    entries.stream().mapToLong(entry -> entry.place().offset()).toArray(),
                    entries.stream().mapToInt(entry -> entry.place().length()).toArray());
        }
    }

    /** What a page is called in the file. */
    static String name(String project, String page8) {
        return project + "/" + page8;
    }

    private static long hash(String name) {
        return Long.parseUnsignedLong(Hash.of(name).substring(0, DIGITS), 16);
    }

    int size() {
        return hashes.length;
    }

    /** Where texts of that name may lie; mostly one or none. */
    List<Place> places(String name) {
        long hash = hash(name);
        int at = Arrays.binarySearch(hashes, hash);
        while (at > 0 && hashes[at - 1] == hash) {
            at--;
        }
        List<Place> places = new ArrayList<>();
        for (int i = at; i >= 0 && i < hashes.length && hashes[i] == hash; i++) {
            places.add(new Place(offsets[i], lengths[i]));
        }
        return places;
    }

    void writeTo(DataOutputStream out) throws IOException {
        out.writeInt(size());
        for (int i = 0; i < size(); i++) {
            out.writeLong(hashes[i]);
            out.writeLong(offsets[i]);
            out.writeInt(lengths[i]);
        }
    }

    /** Reads back what {@link #writeTo} wrote. */
    static PageIndex read(DataInputStream in) throws IOException {
        int size = in.readInt();
        PageIndex index = new PageIndex(new long[size], new long[size], new int[size]);
        for (int i = 0; i < size; i++) {
            index.hashes[i] = in.readLong();
            index.offsets[i] = in.readLong();
            index.lengths[i] = in.readInt();
        }
        return index;
    }
}
