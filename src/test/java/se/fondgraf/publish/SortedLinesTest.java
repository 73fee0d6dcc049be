package se.fondgraf.publish;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines come back sorted and once, whatever went to disk. */
class SortedLinesTest {
    @ParameterizedTest(name = "{0} lines, {1} bytes of memory, runs of {2}")
    @CsvSource({
        "0, 1000, 1",
        "1, 1000, 1",
        "1000, 1000000, 1",
        "1000, 1000, 1",
        "1000, 1, 1",
        "3000, 9000, 2",
        "3000, 9000, 50",
        "3000, 9000, 1000"
    })
    void sortsAndDropsRepetitions(int count, long memory, int run) {
        Random random = new Random(count + memory + run);
        TreeSet<byte[]> expected = new TreeSet<>(Arrays::compareUnsigned);
        try (SortedLines lines = new SortedLines(memory)) {
            for (int i = 0; i < count; i += run) {
                List<byte[]> some = new ArrayList<>();
                for (int k = 0; k < run; k++) {
                    some.add(line(random));
                }
                some.sort(Arrays::compareUnsigned);
                if (run == 1) {
                    some.forEach(lines::add);
                } else {
                    lines.addSorted(some);
                }
                expected.addAll(some);
            }
            Iterator<byte[]> sorted = lines.iterator();
            expected.forEach(line -> assertArrayEquals(line, sorted.next()));
            assertFalse(sorted.hasNext());
            assertThrows(NoSuchElementException.class, sorted::next);
        }
    }

    /** Few enough to be met several times, some the beginning of others, some beyond ASCII. */
    private static byte[] line(Random random) {
        String line = "<https://example.org/" + (random.nextInt(3) == 0 ? "å" : "") + random.nextInt(600);
        return line.substring(0, line.length() - random.nextInt(2)).getBytes(StandardCharsets.UTF_8);
    }

    /** As of a conversion: of each project some lines of each kind, in the order of projects; far more than is held. */
    @Test
    void sequencesDealtOutInTurnComeBackWhole() {
        TreeSet<byte[]> expected = new TreeSet<>(Arrays::compareUnsigned);
        Random random = new Random(1);
        try (SortedLines lines = new SortedLines(1 << 10)) {
            for (int project = 1000; project < 3000; project++) {
                List<byte[]> some = new ArrayList<>();
                for (String kind : List.of("claim", "page", "participation", "project")) {
                    String text = "x".repeat(random.nextInt(300));
                    some.add((kind + "/" + project + "/" + text).getBytes(StandardCharsets.UTF_8));
                    some.add((kind + "/" + project / 7).getBytes(StandardCharsets.UTF_8));
                }
                some.sort(Arrays::compareUnsigned);
                lines.addSorted(some);
                expected.addAll(some);
            }
            lines.addSorted(List.of(new byte[1 << 19]));
            expected.add(new byte[1 << 19]);
            Iterator<byte[]> sorted = lines.iterator();
            expected.forEach(line -> assertArrayEquals(line, sorted.next()));
            assertFalse(sorted.hasNext());
        }
    }

    @ParameterizedTest
    @CsvSource({"1", "7"})
    void runsThatDoNotMixStayWhole(int runs) {
        List<Iterator<byte[]>> sorted = new ArrayList<>();
        StringBuilder expected = new StringBuilder();
        for (char c = 'a'; c < 'a' + runs; c++) {
            sorted.addFirst(
                    List.of(new byte[] {(byte) c}, new byte[] {(byte) c, 'x'}).iterator());
            expected.append(c).append(c).append('x');
        }
        StringBuilder merged = new StringBuilder();
        new MergedLines(sorted).forEachRemaining(line -> merged.append(new String(line, StandardCharsets.US_ASCII)));
        assertEquals(expected.toString(), merged.toString());
    }
}
