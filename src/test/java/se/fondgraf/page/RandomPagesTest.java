package se.fondgraf.page;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold for every page, tried on pages that were made up and know what they hold. */
class RandomPagesTest {
    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    static LongStream fewSeeds() {
        return LongStream.range(1000, 1060);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyValueComesBackFromItsLine(long seed) {
        RandomPage page = new PageGenerator(seed).page();
        Page read = Pages.parse(page.text());
        assertEquals(page.layout(), read.record().layout(), page.text());
        List<String> expected = page.expected().stream()
                .map(value -> value.at() + " " + value.property().key() + " = " + value.value())
                .toList();
        List<String> actual = read.record().statements().stream()
                .filter(statement -> !isUnknown(read, statement))
                .map(RandomPagesTest::line)
                .toList();
        assertSame(expected, actual, page);
        String kept = read.record().statements().stream()
                .filter(statement -> isUnknown(read, statement))
                .map(RandomPagesTest::line)
                .reduce("", String::concat);
        page.unknown().forEach(text -> assertTrue(kept.contains(text), () -> text + " is not kept in " + kept));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyLineIsAccountedFor(long seed) {
        RandomPage page = new PageGenerator(seed).page();
        Page read = Pages.parse(page.text());
        assertEquals(page.lines().size(), read.uses().size());
        List<String> expected = IntStream.range(0, page.lines().size())
                .mapToObj(i ->
                        (i + 1) + " " + page.kinds().get(i) + " " + page.lines().get(i))
                .toList();
        List<String> actual = IntStream.range(0, page.lines().size())
                .mapToObj(i -> (i + 1) + " " + read.uses().get(i).kind() + " "
                        + page.lines().get(i))
                .toList();
        assertSame(expected, actual, page);
        for (Statement statement : read.record().statements()) {
            LineUse use = read.uses().get(statement.lines().first() - 1);
            assertTrue(
                    isUnknown(read, statement)
                            || List.of(use.detail().split(" "))
                                    .contains(statement.property().key()),
                    () -> statement + " from a line of " + use);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noContactDataIsLeft(long seed) {
        RandomPage page = new PageGenerator(seed).page();
        assertNoSecrets(page.secrets(), Pages.parse(page.text()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void publishingTwiceIsPublishingOnce(long seed) {
        Page once = Pages.parse(new PageGenerator(seed).page().text());
        Page twice = Pages.parse(once.text().text());
        assertEquals(once.text().text(), twice.text().text());
        assertEquals(once.record().statements(), twice.record().statements());
        assertEquals(once.record().layout(), twice.record().layout());
        assertEquals(once.uses(), twice.uses());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void encodingsAndSpacesChangeNoValue(long seed) throws Exception {
        RandomPage page = new PageGenerator(seed).page();
        Page plain = Pages.parse(page.text());
        List<String> spaced = new ArrayList<>(page.lines());
        page.spaced().forEach(i -> spaced.set(i, page.lines().get(i).replace(' ', '\u00A0')));
        assertAll(
                () -> assertSameRecord(plain, Pages.parse(page.text().replace("\n", "\r\n"))),
                () -> assertSameRecord(plain, Pages.parse(page.text().replace("\n", "\r"))),
                () -> assertSameRecord(plain, Pages.parse("\uFEFF" + page.text())),
                () -> assertSameRecord(plain, Pages.parse(Normalizer.normalize(page.text(), Normalizer.Form.NFD))),
                () -> assertSameRecord(plain, Pages.parse(page.text().getBytes(StandardCharsets.UTF_16))));
        assertEquals(values(plain), values(Pages.parse(String.join("\n", spaced))));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theOrderOfLabelsChangesNoValue(long seed) {
        PageGenerator generator = new PageGenerator(seed);
        Page first = Pages.parse(generator.page().text());
        generator.shuffle(new Random(seed));
        RandomPage shuffled = generator.page();
        assertSame(values(first), values(Pages.parse(shuffled.text())), shuffled);
    }

    @ParameterizedTest
    @MethodSource("fewSeeds")
    void aPageCutAtAnyLineIsReadOrRejected(long seed) throws Exception {
        RandomPage page = new PageGenerator(seed).page();
        for (int end = 0; end <= page.lines().size(); end++) {
            String text = String.join("\n", page.lines().subList(0, end)) + "\n";
            try {
                Page read = Pages.parse(text.getBytes(StandardCharsets.UTF_8));
                assertEquals(end, read.uses().size());
                assertNoSecrets(page.secrets(), read);
            } catch (RejectedPageException e) {
                assertFalse(e.reason().isBlank());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("fewSeeds")
    void aPageCutAtAnyByteIsReadOrRejected(long seed) throws Exception {
        byte[] bytes = new PageGenerator(seed).page().text().getBytes(StandardCharsets.UTF_8);
        for (int end = 0; end < bytes.length; end += 7) {
            try {
                Page read = Pages.parse(Arrays.copyOf(bytes, end));
                assertFalse(read.uses().isEmpty());
            } catch (RejectedPageException e) {
                assertFalse(e.reason().isBlank());
            }
        }
    }

    @Test
    void allLayoutsAreTried() {
        assertEquals(
                List.of(Layout.values()),
                seeds().mapToObj(seed -> new PageGenerator(seed).page().layout())
                        .distinct()
                        .sorted()
                        .toList());
    }

    private static boolean isUnknown(Page page, Statement statement) {
        return page.uses().get(statement.lines().first() - 1).kind() == LineUse.Kind.UNMAPPED;
    }

    private static String line(Statement statement) {
        return statement.lines() + " " + statement.property().key() + " = " + statement.value();
    }

    /** Shows what is missing and what is surplus, then the page. */
    private static void assertSame(Collection<String> expected, Collection<String> actual, RandomPage page) {
        List<String> missing = new ArrayList<>(expected);
        actual.forEach(missing::remove);
        List<String> surplus = new ArrayList<>(actual);
        expected.forEach(surplus::remove);
        assertTrue(
                missing.isEmpty() && surplus.isEmpty(),
                () -> "missing " + missing + "\nsurplus " + surplus + "\n" + page.text());
    }

    private static void assertSameRecord(Page expected, Page actual) {
        assertEquals(expected.record().statements(), actual.record().statements());
        assertEquals(expected.text().text(), actual.text().text());
    }

    private static Collection<String> values(Page page) {
        return page.record().statements().stream()
                .map(statement -> plain(statement.property().key() + " = " + statement.value()))
                .collect(toCollection(TreeSet::new));
    }

    private static void assertNoSecrets(List<String> secrets, Page page) {
        List<String> outputs = Stream.concat(
                        Stream.of(page.text().text(), page.record().statements().toString()),
                        page.notices().stream().map(Notice::reason))
                .map(RandomPagesTest::plain)
                .toList();
        for (String secret : secrets) {
            outputs.forEach(
                    output -> assertFalse(output.contains(plain(secret)), () -> secret + " is left in " + output));
        }
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[\\s\\p{Z}]+", " ");
    }
}
