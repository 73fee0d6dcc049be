package se.fondgraf.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How single values are read; an empty last cell: not at all. */
class ValuesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            6 304 030 kr | 6304030
            6.304.030 | 6304030
            SEK 18 697 173 | 18697173
            18697173:- | 18697173
            1 234,50 kr | 1234.50
            0 | 0
            -5 |
            500 tkr |
            1 23 456 |
            1,234,567 |
            2000000000000 |
            """)
    void amounts(String text, String number) {
        assertEquals(
                number == null ? "" : number,
                Numbers.amount(text).map(Object::toString).orElse(""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2008-11-01 till 2011-10-31 | 2008-11-01 2011-10-31
            2015-09-01-2018-08-31 | 2015-09-01 2018-08-31
            2015-09-01–2018-08-31 | 2015-09-01 2018-08-31
            2016-09-05 - | 2016-09-05 -
            - 2016-09-05 | - 2016-09-05
            till 2016-09-05 | - 2016-09-05
            t.o.m. 2016-09-05 | - 2016-09-05
            fr.o.m. 2016-09-05 | 2016-09-05 -
            från och med 1 mars 2009 | 2009-03-01 -
            20150901 - 20180831 | 2015-09-01 2018-08-31
            2015-02-30 till 2015-03-01 | ? 2015-03-01
            hösten 2009 |
            2009-01-01, 2009-02-01 och 2009-03-01 |
            """)
    void periods(String text, String ends) {
        String actual = Days.period(text)
                .map(period -> end(period.start()) + " " + end(period.end()))
                .orElse("");
        assertEquals(ends == null ? "" : ends, actual);
    }

    private static String end(java.util.Optional<Days.Found> found) {
        return found.map(day -> day.day().map(Object::toString).orElse("?")).orElse("-");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            212000-1124 | 212000-1124 | false
            2120001124 | 212000-1124 | false
            16 212000 1124 | 212000-1124 | false
            2021001234 | 202100-1234 | false
            850709-9805 || true
            850709‑9805 || true
            8507099805 || true
            19850709-9805 || true
            198507099805 || true
            850709-XXXX || true
            12345 || false
            """)
    void organizationNumbers(String text, String number, boolean personal) {
        String read = OrganizationNumbers.read(text).orElse("");
        assertEquals(number == null ? "" : number, read);
        assertEquals(personal, OrganizationNumbers.isPersonal(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2.3 Öka övergångarna till arbete | 2.3 Öka övergångarna till arbete
            Mål 2.1 | 2.1
            a2a | A2A
            C1 - Ord | C1 Ord
            sju |
            """)
    void objectives(String text, String code) {
        String actual = Codes.objective(text)
                .map(read ->
                        read.notation() + read.words().map(words -> " " + words).orElse(""))
                .orElse("");
        assertEquals(code == null ? "" : code, actual);
    }
}
