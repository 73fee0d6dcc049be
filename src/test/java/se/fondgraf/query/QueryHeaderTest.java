package se.fondgraf.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A wrong header is refused with its file and line. */
class QueryHeaderTest {
    private static final String RIGHT = """
            #+ name: right
            #+ title.sv: Titel
            #+ title.en: Title
            #+ summary.sv: Vad
            #+ summary.en: What
            #+ parameter.who.type: iri
            #+ parameter.who.class: org:Organization
            #+ parameter.who.example: organization/proaros
            #+ parameter.who.label.sv: Vem
            #+ parameter.who.label.en: Who
            #+ tags: organization, network
            SELECT ?who WHERE {
              VALUES ?who { <https://w3id.org/fondgraf/id/organization/proaros> }
              ?who ?p ?o .
            }
            """;

    @Test
    void theRightOneIsRead() {
        assertEquals("right", LibraryQuery.parse("right.rq", RIGHT).name());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            #+ name: right                | #+ name: wrong                | 1: the header's name is wrong, not right
            #+ title.en: Title            | ##                            | 4: header lines stand together at the top of the file
            #+ title.sv: Titel            | #+title.sv: Titel             | 2: a header line is written #+ key: value
            #+ title.sv: Titel            | #+ title.sv:                  | 2: a header line is written #+ key: value
            #+ title.sv: Titel            | #+ title.sv: En: två          | 2: YAML would misread this value; put it in double quotes
            #+ title.sv: Titel            | #+ title.sv: [Titel]          | 2: YAML would misread this value; put it in double quotes
            #+ title.sv: Titel            | #+ title.sv: "Ti"tel          | 2: YAML would misread this value; put it in double quotes
            #+ title.sv: Titel            | #+ title.no: Titel            | 2: unknown key title.no
            #+ title.sv: Titel            | #+ title.en: Titel            | 3: the key title.en stands twice
            #+ tags: organization, network | #+ author: someone           | 11: unknown key author
            #+ tags: organization, network | #+ tags: Organization        | 11: tags are different lower-case words separated by a comma and a space
            #+ parameter.who.type: iri    | #+ parameter.who.kind: iri    | 6: unknown key parameter.who.kind
            #+ parameter.who.type: iri    | #+ parameter.who.type: term   | 6: unknown type term; it is one of iri, integer, string, level
            #+ parameter.who.type: iri    | #+ parameter.who.type: string | 7: only an iri has a class
            #+ parameter.who.class: org:Organization | #+ parameter.who.class: Organization | 7: a class is written as a prefixed name, such as org:Organization
            #+ parameter.who.class: org:Organization | #+ parameter.who.default: a/b | 6: parameter who needs either a default or an example
            #+ parameter.who.example: organization/proaros | #+ parameter.who.example: proaros | 8: must be an IRI or a short form such as organization/proaros
            #+ parameter.who.example: organization/proaros | #+ parameter.who.example: organization/other | 8: the line VALUES ?who holds another term
            #+ parameter.who.label.sv: Vem | #+ parameter.whom.label.sv: Vem | 6: the header lacks parameter.who.label.sv
            VALUES ?who {                 | VALUES ?whom {                | 6: the query lacks a line VALUES ?who { … }
            VALUES ?who {                 | BIND(1 AS ?n) VALUES ?who {   | 6: the query lacks a line VALUES ?who { … }
            ?who ?p ?o .                  | VALUES ?n { 1 }               | 14: VALUES ?n is not declared as a parameter in the header
            ?who ?p ?o .                  | ?who ?p ?o ?q .               | 14: Encountered
            """)
    void aWrongOneIsRefusedAtItsLine(String right, String wrong, String message) {
        QueryFileException refused = assertThrows(
                QueryFileException.class,
                () -> LibraryQuery.parse(
                        "right.rq", RIGHT.replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(wrong))));
        String start = "right.rq:" + message;
        assertEquals(
                start,
                refused.getMessage()
                        .substring(
                                0, Math.min(start.length(), refused.getMessage().length())));
    }

    @ParameterizedTest
    @CsvSource({"name", "title.sv", "title.en", "summary.sv", "summary.en", "tags"})
    void whatIsMissingIsNamed(String key) {
        String without = RIGHT.replaceFirst("(?m)^#\\+ " + Pattern.quote(key) + ": .*\\R", "");
        QueryFileException refused =
                assertThrows(QueryFileException.class, () -> LibraryQuery.parse("right.rq", without));
        assertEquals("right.rq:1: the header lacks " + key, refused.getMessage());
    }

    @Test
    void aHeaderFurtherDownIsRefused() {
        QueryFileException refused =
                assertThrows(QueryFileException.class, () -> LibraryQuery.parse("right.rq", "\n" + RIGHT));
        assertEquals("right.rq:2: header lines stand together at the top of the file", refused.getMessage());
    }
}
