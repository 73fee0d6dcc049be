package se.fondgraf.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.fondgraf.place.PlaceRegister;

class NameJudgeTest {
    private final NameJudge judge = NameJudge.bundled(PlaceRegister.bundled());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Omsorgsförvaltningen | DEPARTMENT_ALONE
            Hedemora kommun socialförvaltningen | SAME_NAME
            Arbetsförmedlingen | MULTI_SITE_ALONE
            Arbetsförmedlingen Avesta | SAME_NAME
            SKOLKANSLI AV CENTRALEN OCH BA | CUT_NAME
            Metoden [namn] | MASKED_NAME
            Socialstyrelsen | SAME_NAME
            Skolverket | SAME_NAME
            Tillväxtverket | SAME_NAME
            Region Dalarna | SAME_NAME
            """)
    void namesAreJudged(String name, NameRule rule) {
        assertEquals(rule, judge.judge(name, "p").rule());
    }
}
