package se.fondgraf.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Folding by table is folding by its definition. */
class FoldingTest {
    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @Test
    void losesCaseMarksAndWhatIsUnseen() {
        assertEquals("asa oman-ek", Folding.of("Åsa\u00AD Öman\u200B-E\u0301k"));
    }

    /** Mostly of letters that are in the table; in some texts others depend on them, as a sigma on what follows it. */
    @ParameterizedTest
    @MethodSource("seeds")
    void isTheDefinition(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 50; i++) {
            int rare = random.nextInt(30);
            String text = IntStream.range(0, random.nextInt(80))
                    .map(at -> random.nextInt(40) == 0 ? character(random, rare) : random.nextInt(0x100))
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining());
            assertEquals(Folding.plain(text), Folding.of(text));
        }
    }

    private static int character(Random random, int rare) {
        return switch (rare) {
            case 0 -> 0x300 + random.nextInt(0x70);
            case 1 -> 0x370 + random.nextInt(0x90);
            case 2 -> random.nextInt(Character.MAX_CODE_POINT + 1);
            case 3 -> 0xD800 + random.nextInt(0x800);
            default -> random.nextBoolean() ? random.nextInt(0x250) : 0x2000 + random.nextInt(0x70);
        };
    }
}
