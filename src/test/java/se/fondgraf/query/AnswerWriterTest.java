package se.fondgraf.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerWriterTest {
    private static final String CONSTRUCT = """
            PREFIX fg: <https://w3id.org/fondgraf/ontology#>
            PREFIX a: <https://example.org/>
            CONSTRUCT { ?o a:owns ?p . ?p a:ownedBy ?o } WHERE { ?p fg:owner ?o }
            """;

    @Test
    void tableForPeople() throws Exception {
        assertEquals(
                """
                organization                name                         kind          projects  roles
                --------------------------  ---------------------------  ------------  --------  -------------------
                organization/alfa           Alfa "Å" 👍                  association          3  owner, partner
                organization/af-vaesteraas  Arbetsförmedlingen Västerås  agency               3  actor, partner
                organization/ga-social      Gåby kommun, Social          municipality         2  co-financier, owner
                organization/af-sala        Arbetsförmedlingen Sala                           1  partner
                organization/delta          Delta                        company              1  actor
                organization/ensam          Ensam                        unknown              1  actor
                organization/ga             Gåby, kommun                 municipality         1  owner
                (7 rows)
                """,
                Fixture.answer(
                        Fixture.dataset(),
                        QueryLibrary.bundled().find("organizations").bind(Map.of()),
                        ResultFormat.TABLE));
    }

    @Test
    void widthIsWhatATerminalShows() throws Exception {
        assertEquals("""
                text    n
                ----  ---
                e\u0301k      1
                日本   -2
                👩‍🔬👍🏽  3.5
                ❤️🇸🇪
                שלום\u200E
                (5 rows)
                """, Fixture.answer("""
                        SELECT ?text ?n WHERE { VALUES (?text ?n) {
                          ("e\u0301k" 1) ("日本" -2) ("👩‍🔬👍🏽" 3.5) ("❤️🇸🇪" UNDEF) ("שלום" UNDEF) } }
                        """, ResultFormat.TABLE));
    }

    @Test
    void whatIsInvisibleIsWrittenOut() throws Exception {
        assertEquals(
                "t\n--------------------------------\n\\n\\t\\r\\u0007\\u001B\\u202E\\u2028\\u200F\\U000E0041\n(1 row)\n"
                        .replace("--------------------------------", "-".repeat(46)),
                Fixture.answer(
                        "SELECT ?t { VALUES ?t { \"\\n\\t\\r\\u0007\\u001B\\u202E\\u2028\\u200F\\U000E0041\" } }",
                        ResultFormat.TABLE));
    }

    @Test
    void longTextsAreCutAndIrisAreNot() throws Exception {
        String iri = "https://example.org/" + "x".repeat(100);
        assertEquals(
                "t" + " ".repeat(81) + "iri\n" + "-".repeat(80) + "  " + "-".repeat(120) + "\n" + "å".repeat(79) + "…  "
                        + iri + "\n" + "å".repeat(80) + "\n"
                        + "(2 rows; texts ending in … are whole in csv, tsv and json)\n",
                Fixture.answer(
                        "SELECT * { VALUES (?t ?iri) { (\"%s\" <%s>) (\"%s\" UNDEF) } }"
                                .formatted("å".repeat(81), iri, "å".repeat(80)),
                        ResultFormat.TABLE));
    }

    @Test
    void irisStandInTheFormThatIsReadBack() throws Exception {
        assertEquals(
                """
                x
                -------------------------------------
                organization/a
                page/p1/0a1b
                https://w3id.org/fondgraf/page/p1/0a#line=1,2
                code/role/owner
                fg:owner
                https://example.org/a b
                urn:x:y
                (7 rows)
                """.replace("-------------------------------------", "-".repeat(45))
                        .replace("a b", "a%20b"),
                Fixture.answer("""
                        PREFIX fg: <https://w3id.org/fondgraf/ontology#>
                        SELECT ?x { VALUES ?x {
                          <https://w3id.org/fondgraf/id/organization/a> <https://w3id.org/fondgraf/page/p1/0a1b>
                          <https://w3id.org/fondgraf/page/p1/0a#line=1,2> <https://w3id.org/fondgraf/code/role/owner>
                          fg:owner <https://example.org/a%20b> <urn:x:y> } }
                        """, ResultFormat.TABLE));
    }

    @Test
    void anEmptyAnswerHasItsHeading() throws Exception {
        assertEquals("x  y\n-  -\n(0 rows)\n", Fixture.answer("SELECT ?x ?y { FILTER(false) }", ResultFormat.TABLE));
    }

    @ParameterizedTest
    @CsvSource({"ASK {}, true", "ASK { FILTER(false) }, false"})
    void askAnswersTrueOrFalse(String query, String answer) throws Exception {
        assertEquals(answer + "\n", Fixture.answer(query, ResultFormat.TABLE));
    }

    @Test
    void programsGetTheStandardForms() throws Exception {
        String query = "SELECT ?x ?y { VALUES (?x ?y) { (\"a, \\\"b\\\"\"@sv 1) (<urn:x:y> UNDEF) } }";
        assertEquals("x,y\r\n\"a, \"\"b\"\"\",1\r\nurn:x:y,\r\n", Fixture.answer(query, ResultFormat.CSV));
        assertEquals("?x\t?y\n\"a, \\\"b\\\"\"@sv\t1\n<urn:x:y>\t\n", Fixture.answer(query, ResultFormat.TSV));
        assertEquals(
                "{\"head\":{\"vars\":[\"x\"]},\"results\":{\"bindings\":[{\"x\":{\"type\":\"uri\",\"value\":\"urn:x:y\"}}]}}",
                Fixture.answer("SELECT ?x { VALUES ?x { <urn:x:y> } }", ResultFormat.JSON)
                        .replaceAll("\\s", ""));
        assertEquals(
                "{\"head\":{},\"boolean\":true}",
                Fixture.answer("ASK {}", ResultFormat.JSON).replaceAll("\\s", ""));
    }

    @Test
    void turtleIsSorted() throws Exception {
        String turtle = Fixture.answer(CONSTRUCT, ResultFormat.TTL);
        assertEquals(Fixture.resource("expected/construct.ttl"), turtle);
        for (long seed = 0; seed < 5; seed++) {
            assertEquals(
                    turtle,
                    Fixture.answer(
                            Fixture.shuffled(seed),
                            LibraryQuery.parse("own.rq", CONSTRUCT).bind(Map.of()),
                            ResultFormat.TTL));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SELECT * {}             | ttl   | an answer to SELECT cannot be written as ttl; choose table, csv, tsv, json
            ASK {}                  | ttl   | an answer to ASK cannot be written as ttl; choose table, csv, tsv, json
            CONSTRUCT WHERE {}      | csv   | an answer to CONSTRUCT cannot be written as csv; choose ttl
            DESCRIBE <urn:x:y>      | table | an answer to DESCRIBE cannot be written as table; choose ttl
            """)
    void aFormatMustFitTheQuery(String query, String format, String message) {
        QueryRequestException refused =
                assertThrows(QueryRequestException.class, () -> Fixture.answer(query, ResultFormat.of(format)));
        assertEquals(message, refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"SELECT * {}, TABLE", "ASK {}, TABLE", "CONSTRUCT WHERE {}, TTL", "DESCRIBE <urn:x:y>, TTL"})
    void everyFormHasItsDefault(String query, ResultFormat format) {
        assertEquals(
                format,
                ResultFormat.defaultFor(LibraryQuery.parse("own.rq", query).bind(Map.of())));
    }

    @Test
    void anUnknownFormatBringsTheKnown() {
        assertEquals(
                "the format is one of table, csv, tsv, json, ttl",
                assertThrows(QueryRequestException.class, () -> ResultFormat.of("xls"))
                        .getMessage());
    }
}
