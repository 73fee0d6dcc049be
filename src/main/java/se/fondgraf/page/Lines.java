package se.fondgraf.page;

import java.util.List;

/**
 * A run of lines of a page, both ends counted from 1 and included.
 *
 * @param first at least 1
 * @param last at least {@code first}
 */
public record Lines(int first, int last) implements Comparable<Lines> {
    public Lines {
        if (first < 1 || last < first) {
            throw new IllegalArgumentException("no such lines: " + first + "-" + last);
        }
    }

    /** The run that is a single line. */
    public static Lines one(int line) {
        return new Lines(line, line);
    }

    /** The running text that stands on them, without spaces at the ends of lines and of the whole. */
    String prose(List<String> text) {
        StringBuilder prose = new StringBuilder();
        for (String line : text.subList(first - 1, last)) {
            prose.append(prose.isEmpty() ? "" : "\n").append(line.stripTrailing());
        }
        return prose.toString().strip();
    }

    /** The RFC 5147 fragment, which counts from 0 and excludes its end: line 18 is {@code line=17,18}. */
    public String fragment() {
        return "line=" + (first - 1) + "," + last;
    }

    @Override
    public int compareTo(Lines other) {
        return first != other.first ? Integer.compare(first, other.first) : Integer.compare(last, other.last);
    }

    /** For people: {@code 18} or {@code 18-25}. */
    @Override
    public String toString() {
        return first == last ? Integer.toString(first) : first + "-" + last;
    }
}
