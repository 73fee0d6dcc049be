package se.fondgraf.describe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistinctHashesTest {
    /** With everything in memory, and with many files that share hashes. */
    @ParameterizedTest
    @CsvSource({"0, 1024", "1, 1024", "5000, 1048576", "5000, 1024", "100000, 2048"})
    void countsWhatASetHolds(int added, int held) {
        Random random = new Random(added);
        Set<Long> expected = new HashSet<>();
        try (DistinctHashes hashes = new DistinctHashes(held)) {
            for (int i = 0; i < added; i++) {
                long hash = random.nextBoolean() ? random.nextLong() : random.nextLong(-3000, 3000);
                hashes.add(hash);
                expected.add(hash);
            }
            assertEquals(expected.size(), hashes.count());
            for (long i = -3000; i < 3000; i++) {
                assertEquals(expected.contains(i), hashes.contains(i));
            }
        }
    }
}
