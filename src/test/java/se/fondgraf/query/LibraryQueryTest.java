package se.fondgraf.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parameters become terms: exactly the VALUES lines change, and nothing a person writes becomes syntax. */
class LibraryQueryTest {
    private static final String BY_WORD = """
            #+ name: by-word
            #+ title.sv: Ord
            #+ title.en: Word
            #+ summary.sv: "Med kolon: så"
            #+ summary.en: "A \\"quoted\\" word"
            #+ parameter.word.type: string
            #+ parameter.word.example: sala
            #+ parameter.word.label.sv: Ord
            #+ parameter.word.label.en: Word
            #+ tags: test
            SELECT ?word WHERE {
              VALUES ?word { "sala" }
            }
            """;

    private static LibraryQuery find(String name) {
        return QueryLibrary.bundled().find(name);
    }

    private static Query sparql(String text) {
        return QueryFactory.create(text, Syntax.syntaxSPARQL_11);
    }

    @Test
    void headerIsRead() {
        LibraryQuery query = find("partners-of");
        assertEquals("With whom does the organisation work?", query.title().en());
        assertEquals(List.of("organization", "network"), query.tags());
        assertEquals(
                List.of(
                        new QueryParameter(
                                "organization",
                                ParameterType.IRI,
                                Optional.of("org:Organization"),
                                "organization/arbetsfoermedlingen-vaesteraas",
                                false,
                                new Text("Organisation", "Organisation")),
                        new QueryParameter(
                                "level",
                                ParameterType.LEVEL,
                                Optional.empty(),
                                "office",
                                true,
                                new Text("Nivå", "Level"))),
                query.parameters());
    }

    @Test
    void quotedHeaderValuesAreUnquoted() {
        Text summary = LibraryQuery.parse("by-word.rq", BY_WORD).summary();
        assertEquals(new Text("Med kolon: så", "A \"quoted\" word"), summary);
    }

    @Test
    void onlyTheValuesLinesChange() {
        LibraryQuery query = find("partners-of");
        String expected = query.text()
                .replace(
                        "{ <https://w3id.org/fondgraf/id/organization/arbetsfoermedlingen-vaesteraas> }",
                        "{ <urn:x:y> }")
                .replace("{ fg:office }", "{ fg:parent }");
        Query bound = query.bind(Map.of("organization", "urn:x:y", "level", "parent"));
        assertEquals(sparql(expected), bound);
        assertEquals(sparql(expected).toString(), bound.toString());
    }

    @Test
    void everyLineOfARepeatedParameterChanges() {
        LibraryQuery query = find("bridges");
        assertEquals(sparql(query.text().replace("fg:office", "fg:parent")), query.bind(Map.of("level", "parent")));
    }

    @Test
    void defaultsHoldWhereNothingIsGiven() {
        LibraryQuery query = find("co-participation");
        assertEquals(sparql(query.text()), query.bind(Map.of()));
    }

    @Test
    void bindingTwiceLeavesTheQueryAsItWas() {
        LibraryQuery query = find("bridges");
        query.bind(Map.of("level", "parent"));
        assertEquals(sparql(query.text()), query.bind(Map.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "organization/proaros, https://example.org/b/, https://example.org/b/id/organization/proaros",
        "id/organization/proaros, https://example.org/b/, https://example.org/b/id/organization/proaros",
        "page/p1/0a1b2c3d, https://example.org/b/, https://example.org/b/page/p1/0a1b2c3d",
        "code/role/owner, https://example.org/b/, https://w3id.org/fondgraf/code/role/owner",
        "fg:owner, https://example.org/b/, https://w3id.org/fondgraf/ontology#owner",
        "urn:example:x, https://example.org/b/, urn:example:x",
        "https://example.org/å?q=1#a, https://example.org/b/, https://example.org/å?q=1#a",
    })
    void irisMayBeShort(String value, String base, String iri) {
        String bound = find("provenance").bind(Map.of("resource", value), base).toString();
        String kept = iri.replace("https://w3id.org/fondgraf/code/role/", "role:")
                .replace("https://w3id.org/fondgraf/ontology#", "fg:");
        String term = kept.equals(iri) ? "<" + iri + ">" : kept;
        assertTrue(bound.contains("VALUES ?resource { " + term + " }"), bound);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "proaros",
                "/etc/passwd",
                "//evil",
                "organization/../x",
                "<urn:x:y>",
                "urn:x:y> } ?s ?p ?o . VALUES ?z { <urn:q:r",
                "urn:x:a b",
                "urn:x:a\nb",
                "http://example.org/\"",
                "http://example.org/\\u003E",
                "?resource",
                "organization/proaros } #",
            })
    void whatIsNoIriIsRefused(String value) {
        QueryRequestException refused = assertThrows(
                QueryRequestException.class, () -> find("provenance").bind(Map.of("resource", value)));
        assertEquals(
                "the parameter resource must be an IRI or a short form such as organization/proaros,"
                        + " for example organization/proaros",
                refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "one", "1.5", "1 } FILTER(1=1", "9999999999999999999", "٣", "1e3"})
    void whatIsNoIntegerIsRefused(String value) {
        assertThrows(QueryRequestException.class, () -> find("co-participation").bind(Map.of("min", value)));
    }

    @ParameterizedTest
    @CsvSource({"2, 2", "007, 7", "-3, -3", "+4, 4"})
    void integersAreTermsOfTheirValue(String value, String term) {
        LibraryQuery query = find("co-participation");
        assertEquals(
                sparql(query.text().replace("VALUES ?min { 1 }", "VALUES ?min { " + term + " }")),
                query.bind(Map.of("min", value)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Office", "fg:office", "office|fg:parent", "label"})
    void aLevelIsOfficeOrParent(String value) {
        QueryRequestException refused = assertThrows(
                QueryRequestException.class, () -> find("organizations").bind(Map.of("level", value)));
        assertEquals("the parameter level must be office or parent, for example office", refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\" } ?s ?p ?o . VALUES ?z { \"", "a\\\"b", "rad\nrad", "'''\"\"\"", "\\u0022", "👍 ${x} $1"})
    void aTextStaysAText(String value) throws Exception {
        Query bound = LibraryQuery.parse("by-word.rq", BY_WORD).bind(Map.of("word", value));
        Query sent = sparql(bound.toString());
        assertEquals(bound, sent);
        assertEquals(
                "word\r\n" + value + "\r\n",
                Fixture.answer(Fixture.dataset(), sent, ResultFormat.CSV)
                        .replaceAll("(?s)^word\r\n\"(.*)\"\r\n$", "word\r\n$1\r\n")
                        .replace("\"\"", "\""));
    }

    @Test
    void halfACharacterIsNoText() {
        assertThrows(
                QueryRequestException.class,
                () -> LibraryQuery.parse("by-word.rq", BY_WORD).bind(Map.of("word", "\uD83D")));
    }

    @Test
    void aMissingParameterIsNamedWithItsType() {
        QueryRequestException missing = assertThrows(
                QueryRequestException.class, () -> find("shared-projects").bind(Map.of("a", "organization/x")));
        assertEquals(
                "shared-projects needs the parameter b: an IRI or a short form such as organization/proaros,"
                        + " for example organization/proaros",
                missing.getMessage());
    }

    @Test
    void anUnknownParameterIsRefused() {
        QueryRequestException unknown = assertThrows(
                QueryRequestException.class, () -> find("co-participation").bind(Map.of("levle", "office")));
        assertEquals("co-participation has no such parameter; it has level, min", unknown.getMessage());
    }

    @Test
    void aQueryWithoutHeaderHasNoParameters() {
        String text = "SELECT ?x WHERE { VALUES ?x { 1 } }";
        LibraryQuery plain = LibraryQuery.parse("some/folder/own.rq", text);
        assertEquals("own", plain.name());
        assertEquals(sparql(text), plain.bind(Map.of()));
        QueryRequestException refused = assertThrows(QueryRequestException.class, () -> plain.bind(Map.of("x", "2")));
        assertEquals("own has no parameters", refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "SELECT (count(*) AS ?n) { ?s ?p ?o } GROUP BY ?s LATERAL",
        "SELECT * { LET(?x := 1) }",
        "DELETE WHERE { ?s ?p ?o }",
        "''",
    })
    void onlySparql11QueriesAreRead(String text) {
        QueryFileException refused =
                assertThrows(QueryFileException.class, () -> LibraryQuery.parse("own.rq", "\n" + text));
        assertTrue(refused.getMessage().matches("own\\.rq:[12]: .+"), refused.getMessage());
    }
}
