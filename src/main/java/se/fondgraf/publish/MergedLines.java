package se.fondgraf.publish;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Sorted runs as one, each line once. Goes on with a run for as long as its lines come first, so that runs which do not
 * mix cost one comparison a line, however many there are.
 */
final class MergedLines implements Iterator<byte[]> {
    /** A run with its first line taken off. */
    private static final class Run implements Comparable<Run> {
        private final Iterator<byte[]> rest;
        private byte[] first;

        Run(Iterator<byte[]> lines) {
            this.rest = lines;
            this.first = lines.next();
        }

        /** Takes the next line off; whether there was one. */
        boolean advance() {
            boolean more = rest.hasNext();
            if (more) {
                first = rest.next();
            }
            return more;
        }

        @Override
        public int compareTo(Run other) {
            return Arrays.compareUnsigned(first, other.first);
        }
    }

    private final PriorityQueue<Run> others = new PriorityQueue<>();
    /** The run whose first line comes first of all; absent at the end. */
    private Optional<Run> current;

    MergedLines(List<Iterator<byte[]>> runs) {
        for (Iterator<byte[]> run : runs) {
            if (run.hasNext()) {
                others.add(new Run(run));
            }
        }
        current = Optional.ofNullable(others.poll());
    }

    @Override
    public boolean hasNext() {
        return current.isPresent();
    }

    @Override
    public byte[] next() {
        byte[] line = current.orElseThrow(NoSuchElementException::new).first;
        do {
            advance();
        } while (current.isPresent() && Arrays.equals(current.get().first, line));
        return line;
    }

    private void advance() {
        Run run = current.orElseThrow();
        if (!run.advance()) {
            current = Optional.ofNullable(others.poll());
        } else if (!others.isEmpty() && others.peek().compareTo(run) < 0) {
            current = Optional.of(others.remove());
            others.add(run);
        }
    }
}
