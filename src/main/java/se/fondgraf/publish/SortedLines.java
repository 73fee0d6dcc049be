package se.fondgraf.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Lines of UTF-8 bytes, given in any order and had back in the order of their code points, each once. What does not fit
 * in memory is sorted on disk, so that any number of lines can be sorted.
 *
 * <p>Lines that come in runs which are sorted already cost little more than one comparison each: the sort takes runs as
 * they are, and so does the merge.
 */
final class SortedLines implements AutoCloseable {
    /** Lines held in memory, bytes. */
    private static final long MEMORY = 96L << 20;

    /** What an array costs besides its bytes. */
    private static final int OVERHEAD = 24;

    private final long memory;
    private final List<byte[]> lines = new ArrayList<>();
    private final List<Path> spilled = new ArrayList<>();
    private final List<LineRun.Reader> readers = new ArrayList<>();
    private Optional<SpillFolder> folder = Optional.empty();
    private long held;

    SortedLines() {
        this(MEMORY);
    }

    /** @param memory bytes of lines after which they go to disk */
    SortedLines(long memory) {
        this.memory = memory;
    }

    /**
     * Takes a line.
     *
     * @throws java.io.UncheckedIOException with a sentence, when there is no room on the disk
     */
    void add(byte[] line) {
        lines.add(line);
        held += line.length + OVERHEAD;
        if (held > memory) {
            spill();
        }
    }

    private void spill() {
        if (folder.isEmpty()) {
            folder = Optional.of(SpillFolder.create());
        }
        Path file = folder.get().file(String.valueOf(spilled.size()));
        try {
            LineRun.write(file, sorted());
        } catch (IOException e) {
            throw SpillFolder.failed(e);
        }
        spilled.add(file);
        lines.clear();
        held = 0;
    }

    private List<byte[]> sorted() {
        lines.sort(Arrays::compareUnsigned);
        return lines;
    }

    /**
     * The lines, sorted, without repetitions. Nothing can be added afterwards.
     *
     * @throws java.io.UncheckedIOException with a sentence, also from the iterator, when they cannot be read again
     */
    Iterator<byte[]> iterator() {
        List<Iterator<byte[]>> runs = new ArrayList<>();
        for (Path file : spilled) {
            LineRun.Reader reader = LineRun.read(file);
            readers.add(reader);
            runs.add(reader);
        }
        runs.add(sorted().iterator());
        return new MergedLines(runs);
    }

    @Override
    public void close() {
        readers.forEach(LineRun.Reader::close);
        folder.ifPresent(SpillFolder::close);
    }
}
