package se.fondgraf.name;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is done with texts character by character, against its plain definition, on texts of all kinds. */
class TextsTest {
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\uFEFF\\x1C-\\x1F]+");
    private static final Pattern BREAK = Pattern.compile("[^\\p{L}\\p{M}\\p{N}\\p{So}+]+");
    private static final String COMMON =
            "abcåäöÅÉ  \t\u00A0\u2009\u200B\u00AD,,-–+&.1½²²Ⅳ•\u0301\uFEFF🎉𝟘\u001D\u0085";

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    private static String text(long seed) {
        Random random = new Random(seed);
        int[] common = COMMON.codePoints().toArray();
        return IntStream.range(0, random.nextInt(40))
                .map(i -> random.nextInt(9) > 0
                        ? common[random.nextInt(common.length)]
                        : random.nextInt(random.nextBoolean() ? 0x3000 : Character.MAX_CODE_POINT))
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void composed(long seed) {
        assertEquals(Normalizer.normalize(text(seed), Normalizer.Form.NFC), Composed.of(text(seed)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void collapsed(long seed) {
        String plain = SPACE.matcher(text(seed)).replaceAll(" ").strip();
        assertEquals(plain, Spaces.collapse(text(seed)));
        for (int most = 0; most < plain.length() + 2; most++) {
            assertEquals(plain.substring(0, Math.min(most, plain.length())), Spaces.beginning(text(seed), most));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void wordsOfANormalName(long seed) {
        String text = text(seed).replace(',', ';');
        String lower = Normalizer.normalize(text, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replace("&", " och ");
        String words = Arrays.stream(BREAK.split(lower))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
        assertEquals(words.isEmpty() ? Spaces.collapse(lower) : words, NormalName.of(text));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void hashOfLines(long seed) {
        List<String> lines = List.of(text(seed).split(" ", -1));
        String joined = String.join("\n", lines);
        assertEquals(Hash.ofBytes(joined.getBytes(StandardCharsets.UTF_8)), Hash.ofLines(lines, false));
        assertEquals(Hash.ofBytes((joined + "\n").getBytes(StandardCharsets.UTF_8)), Hash.ofLines(lines, true));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void hyphensOfASlug(long seed) {
        Random random = new Random(seed);
        String text = IntStream.range(0, 1 + random.nextInt(30))
                .mapToObj(i -> random.nextBoolean() ? "-" : "a")
                .collect(Collectors.joining("", "x", ""));
        assertEquals(text.replaceAll("-+", "-").replaceAll("^-|-$", ""), Slug.of(text));
    }
}
