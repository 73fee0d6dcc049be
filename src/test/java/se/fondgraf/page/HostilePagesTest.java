package se.fondgraf.page;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Pages made to be slow to read. The limit is no measurement: a search that is not linear takes hours on these, or runs
 * out of stack.
 */
class HostilePagesTest {
    private static final Duration HANG = Duration.ofSeconds(60);
    private static final int LINE = 1 << 18;
    private static final int PAGE = 1 << 20;

    private static final String HEAD = """
            Titel

            Programområde: 2
            Projektägare: Granby kommun
            Kontaktperson: Ylva Testsson
            E-post: ylva@granby.example
            Telefonnummer: 021-555 01 23
            """;

    static Stream<Arguments> lines() {
        return Stream.of(
                        "a",
                        "1",
                        " ",
                        "\u00A0",
                        "@",
                        "a@",
                        "a.",
                        "a@b.",
                        "1 ",
                        "0 1",
                        "1 000 ",
                        "01-",
                        "(",
                        "[at]",
                        "tel ",
                        "tel:",
                        "Ylva ",
                        "ylva  ",
                        "Testsson, ",
                        "a:",
                        ": ",
                        "- ",
                        "• ",
                        "1.1.",
                        "2007-2013 ",
                        "2008-11-01 ",
                        "117,",
                        "A;",
                        "och ",
                        "webbinarium ",
                        "covid-19 ",
                        "850709-",
                        "8507099805 ",
                        "021 ",
                        "\\",
                        "å\u0301",
                        "🎉",
                        ".",
                        "kl 08 ",
                        "isbn ",
                        "Läs mer ")
                .map(piece -> Arguments.of(piece, piece.repeat(LINE / piece.getBytes(StandardCharsets.UTF_8).length)));
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @MethodSource("lines")
    void oneLongLineIsReadInLinearTime(String piece, String line) {
        String page = HEAD + "Projektperiod" + line.substring(0, line.length() / 8)
                + "\nRegion: Sydsverige\nProjektansvarig"
                + line.substring(0, line.length() / 8) + "\nIn English\n\n" + line + "\n\nMedfinansiärer\n\n  • "
                + line.substring(0, line.length() / 2) + "\n";
        Page read = assertTimeoutPreemptively(HANG, () -> Pages.parse(page), piece);
        assertEquals(page.lines().count(), read.uses().size());
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @MethodSource("lines")
    void everyLabelReadsALongValueInLinearTime(String piece, String line) {
        String value = line.substring(0, line.length() / 4);
        String page = "2016/00999 - Titel\n\nProjektnummer:\n2016/00999\n"
                + Stream.of(
                                "Projektperiod",
                                "Total projektbudget",
                                "Planerat antal deltagare",
                                "Programområde",
                                "Specifikt mål",
                                "Interventionstyp",
                                "Projektägare org.nr.",
                                "E-post",
                                "Kontaktperson",
                                "Okänt",
                                "Projektansvarig",
                                "Kommun")
                        .map(label -> label + ":\n" + value)
                        .reduce("", (a, b) -> a + b + "\n");
        Page read = assertTimeoutPreemptively(HANG, () -> Pages.parse(page), piece);
        assertEquals(page.lines().count(), read.uses().size());
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @MethodSource("manyLines")
    void manyLinesAreReadInLinearTime(String name, String head, String lines) {
        String page = head + lines.repeat(PAGE / lines.getBytes(StandardCharsets.UTF_8).length);
        assertTimeoutPreemptively(
                HANG,
                () -> {
                    try {
                        Page read = Pages.parse(page.getBytes(StandardCharsets.UTF_8));
                        assertTrue(read.uses().size() > 1000);
                    } catch (RejectedPageException e) {
                        assertTrue(e.reason().length() > 10);
                    }
                },
                name);
    }

    static Stream<Arguments> manyLines() {
        String paired = "2016/00999 - Titel\n\nProjektnummer:\n2016/00999\nProjektägare:\nGranby kommun\n";
        return Stream.of(
                Arguments.of("headings", HEAD, "\nBakgrund\n\nSyfte\n"),
                Arguments.of("list headings", HEAD, "\nKommun\n"),
                Arguments.of("lists", HEAD, "\nKommun\n\n • Granby\n"),
                Arguments.of("lines no label follows", HEAD, "x\n"),
                Arguments.of("blank lines", HEAD, "\n"),
                Arguments.of("labels of layout A", HEAD, "Region: Sydsverige\n"),
                Arguments.of("labels of layout C", paired, "Kommun:\nGranby\n"),
                Arguments.of("labels and blank lines", paired, "\nRegion:\n"),
                Arguments.of("entries of one list", paired + "Medfinansiärer:\n", "a: b\n"),
                Arguments.of("unknown labels", paired, "Okänd:\nx\n"),
                Arguments.of("labels nobody knows", paired, "a: b\n"),
                Arguments.of("values without label", "Titel\n\nProgramområde\n2\nRegion\nSydsverige\n", "x\n"),
                Arguments.of("notices before the title", "", "Information om covid-19\n\nx\n"),
                Arguments.of("contact labels in text", HEAD + "\n", "Kontaktperson\n"));
    }

    @Test
    void aPageOfThousandsOfContactsIsNoPage() {
        StringBuilder page = new StringBuilder(HEAD).append("In English\n\nSammanfattning\n\n");
        IntStream.range(0, 100_000)
                .forEach(i -> page.append("Kontakt: Ylva ").append(letters(i)).append('\n'));
        byte[] bytes = page.toString().getBytes(StandardCharsets.UTF_8);
        assertTimeoutPreemptively(HANG, () -> assertThrows(RejectedPageException.class, () -> Pages.parse(bytes)));
    }

    private static String letters(int number) {
        return "P"
                + Integer.toString(number, 26)
                        .chars()
                        .mapToObj(c -> String.valueOf((char) ('a' + Character.digit(c, 26))))
                        .reduce("", String::concat);
    }

    @Test
    void tooLongIsRejectedWithTheLine() {
        byte[] line = (HEAD + "x".repeat((1 << 20) + 1) + "\n").getBytes(StandardCharsets.UTF_8);
        assertEquals(
                8,
                assertThrows(RejectedPageException.class, () -> Pages.parse(line))
                        .line());
        byte[] page = (HEAD + "x\n".repeat(4 << 20)).getBytes(StandardCharsets.UTF_8);
        assertThrows(RejectedPageException.class, () -> Pages.parse(page));
    }

    @Test
    void bytesOfAnyKindAreReadOrRejected() {
        java.util.Random random = new java.util.Random(7);
        byte[] head = HEAD.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 200; i++) {
            byte[] bytes = Arrays.copyOf(head, head.length + random.nextInt(200));
            for (int at = random.nextInt(bytes.length); at < bytes.length; at += 1 + random.nextInt(20)) {
                bytes[at] = (byte) random.nextInt(256);
            }
            assertDoesNotThrow(() -> {
                try {
                    assertTrue(Pages.parse(bytes).uses().size() > 0);
                } catch (RejectedPageException e) {
                    assertTrue(e.line() >= 0);
                }
            });
        }
    }
}
