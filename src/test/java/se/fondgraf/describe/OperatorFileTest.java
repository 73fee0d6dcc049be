package se.fondgraf.describe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.fondgraf.curated.CuratedFileException;

class OperatorFileTest {
    @TempDir
    Path folder;

    private static Operator read(String yaml) {
        return OperatorFile.parse("fondgraf.yaml", yaml, Optional.empty());
    }

    @Test
    void everythingCanBeSaid() {
        Operator operator = read("""
                title: {sv: Våra projekt, en: Our projects}
                description: Alla.
                publisher:
                  name: Myndigheten
                  iri: https://example.org/org
                  type: NationalAuthority
                contact:
                  name: {sv: Redaktionen, en: The editors}
                  email: oppnadata@example.org
                  url: https://example.org/kontakt
                licence: https://creativecommons.org/licenses/by/4.0/
                spatial: https://example.org/plats
                temporal: {from: 2014-01-01, to: 2020-12-31}
                theme: [SOCI, REGI]
                keywords:
                  sv: [projekt, fond]
                  fi: hanke
                home: https://data.example.org/esf/
                modified: 2026-11-25
                issued: 2026-01-02
                """);
        assertEquals(Texts.of("Våra projekt", "Our projects"), operator.title());
        assertEquals(Map.of("sv", "Alla."), operator.description().byLanguage());
        assertEquals(
                Optional.of("https://example.org/org"), operator.publisher().iri());
        assertEquals(Optional.of("oppnadata@example.org"), operator.contact().email());
        assertEquals(List.of("https://example.org/plats"), operator.spatial());
        assertEquals(Optional.of(LocalDate.of(2020, 12, 31)), operator.to());
        assertEquals(List.of(Operator.THEMES + "SOCI", Operator.THEMES + "REGI"), operator.themes());
        assertEquals(Map.of("sv", List.of("projekt", "fond"), "fi", List.of("hanke")), operator.keywords());
        assertEquals(Optional.of("https://data.example.org/esf/"), operator.home());
        assertEquals(Optional.of(LocalDate.of(2026, 11, 25)), operator.modified());
    }

    @Test
    void theExampleOfTheReadmeCanBeReadAndIsComplete() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        int start = readme.indexOf("```yaml\n") + "```yaml\n".length();
        String example = readme.substring(start, readme.indexOf("```", start));
        Operator operator = read(example);
        assertEquals("Exempelmyndigheten", operator.publisher().name().in("sv"));
        String keys = String.valueOf(
                assertThrows(CuratedFileException.class, () -> read("x: y")).getMessage());
        for (String key : keys.substring(keys.indexOf("there are ") + "there are ".length())
                .split(", ")) {
            assertTrue(example.contains("\n" + key + ":") || example.startsWith(key + ":"), key);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "# nothing but a comment\n", "---\n"})
    void anEmptyFileIsTheStandard(String yaml) {
        assertEquals(Operator.standard(), read(yaml));
    }

    @Test
    void dayOfTheSourceStandsInForAMissingDay() {
        Optional<String> epoch = Optional.of("1764028800");
        assertEquals(
                Optional.of(LocalDate.of(2025, 11, 25)),
                OperatorFile.parse("f", "", epoch).modified());
        assertEquals(
                Optional.of(LocalDate.of(2026, 1, 1)),
                OperatorFile.parse("f", "modified: 2026-01-01", epoch).modified());
        assertEquals(Optional.empty(), OperatorFile.standard(Optional.of(" ")).modified());
        assertThrows(CuratedFileException.class, () -> OperatorFile.standard(Optional.of("today")));
        assertThrows(CuratedFileException.class, () -> OperatorFile.standard(Optional.of("999999999999999999")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title: A#titel: B                             | 2: unknown key titel; there are contact, description",
                "publisher:#  nam: A                           | 2: unknown key publisher.nam; there are iri, name,"
                        + " type",
                "title: A#title: B                             | 2: title stands twice",
                "title: {en: A}                                | 1: title must be there in Swedish",
                "title: {sv: A, swe-: B}                       | 1: swe- is no language tag",
                "title: {sv: A, zz: B}                         | 1: zz is no language tag",
                "keywords: {qq: [a]}                           | 1: qq is no language tag",
                "keywords: a, b                                | 1: keywords has keys of its own",
                "title: [A, B]                                 | 1: title takes one value",
                "title: ''                                     | 1: title is empty",
                "title:                                        | 1: title is empty",
                "licence: CC0                                  | 1: must be an absolute IRI",
                "licence: 'http://example.org/a b'             | 1: is no IRI",
                "licence: 'javascript:alert(1)'                | 1: must be an absolute IRI",
                "licence: 'http://example.org/<script>'        | 1: is no IRI",
                "spatial: [Sverige]                            | 1: must be an absolute IRI",
                "publisher: {type: Agency}                     | 1: publisher.type must be one of Academia",
                "theme: PEOPLE                                 | 1: theme must be one of AGRI",
                "home: example.org                             | 1: home must be the public address",
                "home: https://example.org                     | 1: home must be the public address",
                "home: https://example.org/?a                  | 1: home must be the public address",
                "modified: idag                                | 1: modified must be a day",
                "modified: 2026-02-30                          | 1: modified must be a day",
                "temporal: {from: 2020-01-01, to: 2014-01-01}  | 1: temporal.to lies before temporal.from",
                "contact:#  name: Anna Berg                    | 2: contact.name looks like a person's name",
                "contact:#  name:#    en: Anna-Lena B. Svärd   | 3: contact.name looks like a person's name",
                "contact:#  email: anna.berg@example.org       | 2: contact.email looks like a person's address",
                "contact:#  email: anna.berg2@example.org      | 2: contact.email looks like a person's address",
                "contact:#  email: anna at example             | 2: contact.email must be an e-mail address",
                "contact:#  telephone: 010-1234567             | 2: unknown key contact.telephone",
                "a: &a [x]#b: *a                               | 1: unknown key a",
                "- title                                       | 1: must be lines of the form",
                "title                                         | 1: must be lines of the form",
                "title: A#---#title: B                         | 1: must be lines of the form",
                "title: 'A                                     | is no YAML",
                "title: \"\\u0001\"                            | 1: title holds a control character",
            })
    void whatIsWrongIsToldWithItsLine(String yaml, String expected) {
        CuratedFileException told =
                assertThrows(CuratedFileException.class, () -> read(yaml.strip().replace('#', '\n')));
        assertTrue(String.valueOf(told.getMessage()).startsWith("fondgraf.yaml:"), told::getMessage);
        assertTrue(String.valueOf(told.getMessage()).contains(expected), told::getMessage);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Redaktionen",
                "Region Skåne",
                "Svenska ESF-rådet",
                "Lunds Universitet",
                "Team Öppna Data",
                "Statistiska Centralbyrån",
                "Enheten för öppna data"
            })
    void functionsAndBodiesAreNoPersons(String name) {
        assertEquals(
                name, read("contact: {name: " + name + "}").contact().name().in("sv"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"info@example.org", "open.data@example.org", "oppna-data@example.org", "esf.projekt@example.org"
            })
    void addressesOfFunctionsAreTaken(String address) {
        assertEquals(
                Optional.of(address),
                read("contact: {email: '" + address + "'}").contact().email());
    }

    @Test
    void filesThatCannotBeReadAreTold() throws IOException {
        assertTrue(told(folder.resolve("none.yaml")).contains("cannot be read"));
        assertTrue(told(Files.write(folder.resolve("latin.yaml"), new byte[] {'a', ':', ' ', (byte) 0xE5}))
                .contains("is not in UTF-8"));
        assertTrue(told(Files.writeString(folder.resolve("large.yaml"), "#".repeat(70_000)))
                .contains("is larger than 64 KiB"));
        String bomb = "a: &a [x,x]\n" + "b: [".repeat(2_000);
        assertTrue(told(Files.writeString(folder.resolve("deep.yaml"), bomb)).contains("deep.yaml:"));
    }

    private static String told(Path file) {
        return String.valueOf(assertThrows(CuratedFileException.class, () -> OperatorFile.read(file, Optional.empty()))
                .getMessage());
    }
}
