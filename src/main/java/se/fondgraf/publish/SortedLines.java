package se.fondgraf.publish;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Lines of UTF-8 bytes, given in any order and had back in the order of their code points, each once. What does not fit
 * in memory is kept on disk, so that any number of lines can be sorted.
 *
 * <p>A conversion states project by project, in the order of their IRIs. Its lines are therefore a handful of sorted
 * sequences dealt out in turn: claims, participations, projects, pages. Sorted lines are laid down as in the game of
 * patience, each on the pile whose last line comes closest before it, so that every pile becomes one of these
 * sequences, and nothing is left to sort but single lines.
 */
final class SortedLines implements AutoCloseable {
    /** Single lines held in memory, bytes. */
    private static final long MEMORY = 32L << 20;

    /** What an array costs besides its bytes. */
    private static final int OVERHEAD = 24;

    /** Of each pile an eighth of that is held; the lines of some hundred projects need no disk. */
    private static final int PART = 8;

    /** What is held of single lines that went to disk, bytes: as much as is read at a time. */
    private static final int READ = 1 << 16;

    /** There are fewer sequences than this; what fits on none of so many piles is sorted as single lines are. */
    private static final int MOST_PILES = 32;

    private final long memory;
    /** In the order of their last lines. */
    private final List<LineRun> piles = new ArrayList<>();

    private final List<byte[]> singles = new ArrayList<>();
    private final List<LineRun> spilled = new ArrayList<>();
    private Optional<SpillFolder> folder = Optional.empty();
    private long held;
    private int files;

    SortedLines() {
        this(MEMORY);
    }

    /** @param memory bytes of single lines after which they go to disk; of a pile it is an eighth */
    SortedLines(long memory) {
        this.memory = memory;
    }

    /**
     * Takes a line.
     *
     * @throws java.io.UncheckedIOException with a sentence, when there is no room on the disk
     */
    void add(byte[] line) {
        singles.add(line);
        held += line.length + OVERHEAD;
        if (held > memory) {
            spill();
        }
    }

    /**
     * Takes lines that are sorted already.
     *
     * @throws java.io.UncheckedIOException with a sentence, when there is no room on the disk
     */
    void addSorted(List<byte[]> lines) {
        int pile = -1;
        for (byte[] line : lines) {
            while (pile + 1 < piles.size()
                    && !precedes(line, piles.get(pile + 1).last())) {
                pile++;
            }
            if (pile < 0 && piles.size() < MOST_PILES) {
                piles.addFirst(new LineRun((int) (memory / PART), this::file));
                pile = 0;
            }
            if (pile < 0) {
                add(line);
            } else {
                piles.get(pile).add(line);
            }
        }
    }

    private static boolean precedes(byte[] line, byte[] other) {
        return Arrays.compareUnsigned(line, other) < 0;
    }

    private void spill() {
        LineRun run = new LineRun(READ, this::file);
        spilled.add(run);
        sorted().forEach(run::add);
        singles.clear();
        held = 0;
    }

    private List<byte[]> sorted() {
        singles.sort(Arrays::compareUnsigned);
        return singles;
    }

    private Path file() {
        if (folder.isEmpty()) {
            folder = Optional.of(SpillFolder.create());
        }
        return folder.get().file(String.valueOf(files++));
    }

    /**
     * The lines, sorted, without repetitions. Nothing can be added afterwards.
     *
     * @throws java.io.UncheckedIOException with a sentence, also from the iterator, when they cannot be read again
     */
    Iterator<byte[]> iterator() {
        List<Iterator<byte[]>> runs = new ArrayList<>();
        piles.forEach(pile -> runs.add(pile.iterator()));
        spilled.forEach(run -> runs.add(run.iterator()));
        runs.add(sorted().iterator());
        return new MergedLines(runs);
    }

    @Override
    public void close() {
        piles.forEach(LineRun::close);
        spilled.forEach(LineRun::close);
        folder.ifPresent(SpillFolder::close);
    }
}
