package se.fondgraf.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Looking for signs first must never let anything through that the patterns alone would mask. */
class PrivateSignsTest {
    /** What addresses and numbers are made of, in many spellings, and what stands around them. */
    private static final List<String> PIECES = List.of(
            ("0 1 7 9 00 08 070 46 123 4567 55 19 20 85 8507 850709 19850709 2010 0123 (0) (0 ) ( + +46 0046 - – ‐ ‑ /"
                            + " . , : ; @ ＠ &#64; (at) [a] {@} <snabel-a> snabela SNABEL-A ſnabel-a at AT a (a at) [dot] (punkt)"
                            + " .se .org example eva.ek ek eva tel Tel. TEL: telefon tfn mobil mob mob. ring RİNG sms ſms fax nr"
                            + " till på kl kl. klockan isbn kr % och Å é | ~ _ ' \\ & < > [ ] { }")
                    .split(" "));

    private static final List<String> SPACES = List.of(
            "", "", "", " ", " ", " ", "  ", "\u00A0", "\u202F", "\t", "\n", "\u2009", "\uFEFF", "\u0085", "\u00AD",
            "\u200B");

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    static String text(long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(40); i >= 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size()))).append(SPACES.get(random.nextInt(SPACES.size())));
        }
        return text.toString();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void masksWhatThePatternsMask(long seed) {
        for (int i = 0; i < 100; i++) {
            String text = text(100 * seed + i);
            assertEquals(PrivatePatterns.maskPlainly(text), PrivatePatterns.mask(text));
        }
    }

    /** Else the property above would hold of patterns that never match. */
    @Test
    void theTextsHoldSomethingToMask() {
        for (String mask : List.of(Masker.MAIL, Masker.PHONE, Masker.PERSON_NUMBER)) {
            assertTrue(LongStream.range(0, 20_000)
                    .anyMatch(seed -> PrivatePatterns.mask(text(seed)).contains(mask)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Projektet pågick 2008-2011 och nådde 70 % av 400 deltagare.",
                "Budgeten var 18 697 173 kr (beviljad 2016-09-05).",
                "Samverkan (ABF) i Mål 3, att stödja unga a 15-24 år."
            })
    void plainTextHasNone(String text) {
        PrivateSigns signs = PrivateSigns.in(text);
        assertFalse(signs.mail() || signs.person() || signs.telephone() || signs.announced(), signs::toString);
    }
}
