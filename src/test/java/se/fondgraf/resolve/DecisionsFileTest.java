package se.fondgraf.resolve;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.fondgraf.curated.CuratedFileException;
import se.fondgraf.place.PlaceRegister;

/** Files of decisions are checked as a whole, with file and line in every complaint. */
class DecisionsFileTest {
    private static final String BASE = "https://example.org/f/";
    private static final String HEADER = "decision,subject,object,who,date,reason,name,candidates,rule\n";
    private static final PlaceRegister PLACES = PlaceRegister.bundled();
    private static final OrganizationRegister REGISTER = OrganizationRegister.bundled(PLACES);

    @TempDir
    Path folder;

    /** Rows are {@code decision subject object}, with {@code ;} between them. */
    private Path file(String name, String rows) throws IOException {
        StringBuilder text = new StringBuilder(HEADER);
        for (String row : rows.split(";", -1)) {
            text.append(row.strip().replace(' ', ',')).append(",A. Andersson,2025-03-31,Samma kansli,,,\n");
        }
        return Files.writeString(folder.resolve(name), text);
    }

    private Decisions read(Path... files) {
        return Decisions.read(List.of(files), BASE, PLACES, REGISTER);
    }

    private String complaint(Path file) {
        String message = String.valueOf(
                assertThrows(CuratedFileException.class, () -> read(file)).getMessage());
        assertTrue(message.startsWith(folder.toString()), message);
        return message.substring(folder.toString().length() + 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "perhaps organization/a organization/b | 2: unknown decision",
                "same organization/a organization/b; SAME organization/c organization/d | 3: unknown decision",
                "same organisation/a organization/b | 2: the subject must be organization/SLUG",
                "same organization/Å organization/b | 2: the subject must be organization/SLUG",
                "same participation/p/boss/x organization/b | 2: the subject must be organization/SLUG",
                "same https://example.org/other/id/organization/a organization/b | 2: the subject must be",
                "same organization/a participation/p/owner/x | 2: the object must be organization/SLUG",
                "parent participation/p/owner/x organization/b | 2: the subject of parent must be",
                "seat participation/p/owner/x municipality/1980 | 2: the subject of seat must be",
                "seat organization/a organization/b | 2: the object of seat must be municipality/CODE",
                "seat organization/a municipality/9999 | 2: there is no municipality 9999",
                "different participation/p/owner/x organization/x-of-p | 2: the object is the project's own body",
                "same organization/a organization/b; different organization/b organization/a | 3: the two are said to be",
                "different organization/a organization/b; same organization/a organization/b | 3: this contradicts",
                "same organization/a organization/b; different organization/a organization/c;"
                        + " same organization/b organization/c | 4: this contradicts",
                "same participation/p/owner/x organization/a; same organization/a organization/b;"
                        + " different participation/p/partner/x organization/b | 4: the two are said to be the same",
                "different organization/a organization/a | 2: nothing is different from itself",
                "same participation/p/owner/x organization/a; same participation/p/owner/x organization/b"
                        + " | 3: the subject is said to be the same as another body at",
                "same organization/a organization/a | 2: the bodies said to be the same go round in a circle",
                "same organization/a organization/b; same organization/b organization/c;"
                        + " same organization/c organization/a | 4: the bodies said to be the same go round",
                "parent organization/a organization/b; parent organization/b organization/a | 2: the parents go round",
                "parent organization/a organization/b; same organization/a organization/b | 2: the parents go round",
                "parent organization/a organization/b; parent organization/a organization/c"
                        + " | 3: the subject has another parent at",
                "parent organization/a organization/b; same organization/z organization/a;"
                        + " parent organization/z organization/c | 4: the subject has another parent at",
                "seat organization/a municipality/1980; seat organization/a municipality/0180"
                        + " | 3: the subject has another seat at",
            })
    void everyMistakeIsToldWithItsLine(String rows, String expected) throws IOException {
        String complaint = complaint(file("d.csv", rows));
        assertTrue(complaint.startsWith("d.csv:" + expected), complaint);
    }

    @Test
    void aCircleWithTheRegistersParentsIsAMistake() throws IOException {
        Organization unit = units().findFirst().orElseThrow();
        String row = "parent organization/" + unit.parent().orElseThrow() + " organization/" + unit.slug();
        assertEquals("d.csv:2: the parents go round in a circle", complaint(file("d.csv", row)));
        Path mended = file("e.csv", row + ";parent organization/" + unit.slug() + " organization/elsewhere");
        assertDoesNotThrow(() -> read(mended));
    }

    private static Stream<Organization> units() throws IOException {
        return Files.readAllLines(Path.of("ontology/organizations.csv")).stream()
                .skip(1)
                .flatMap(line -> REGISTER.bySlug(line.substring(0, line.indexOf(','))).stream())
                .filter(body -> body.parent().isPresent());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "same,organization/a,,A,2025-03-31,r,,, | 2: the column object is blank",
                "same,,organization/a,A,2025-03-31,r,,, | 2: the column subject is blank",
                "same,organization/a,organization/b,,2025-03-31,r,,, | 2: the column who is blank",
                "same,organization/a,organization/b,A,,r,,, | 2: the column date is blank",
                "same,organization/a,organization/b,A,31/3 2025,r,,, | 2: the date must be like",
                "same,organization/a,organization/b,A,2025-03-31, ,,, | 2: the column reason is blank",
                "same,organization/a,organization/b,a@b.se,2025-03-31,r,,, | 2: the column who is published",
                "same,organization/a,organization/b,A,2025-03-31,r | 2: has 6 cells where the header has 9",
            })
    void everyCellIsRequired(String row, String expected) throws IOException {
        String complaint = complaint(Files.writeString(folder.resolve("d.csv"), HEADER + row + "\n"));
        assertTrue(complaint.startsWith("d.csv:" + expected), complaint);
    }

    @Test
    void aFileThatIsNoneIsAMistake() throws IOException {
        assertEquals("none.csv: there is no such file of decisions", complaint(folder.resolve("none.csv")));
        assertTrue(complaint(Files.writeString(folder.resolve("h.csv"), "decision;subject\n"))
                .startsWith("h.csv:1: the header line must be"));
        byte[] latin = (HEADER + "same,å").getBytes(StandardCharsets.ISO_8859_1);
        assertEquals("l.csv: is not in UTF-8", complaint(Files.write(folder.resolve("l.csv"), latin)));
    }

    @Test
    void linesAreCountedThroughCellsOfSeveralLinesAndToAnEndWithoutLineBreak() throws IOException {
        String rows = ",,,,,\"two\nlines\",,,\nsame,organization/a,organization/b,A,2025-03-31,r,,,\nbad,,,,,,,,";
        String complaint = complaint(Files.writeString(folder.resolve("d.csv"), HEADER + rows));
        assertTrue(complaint.startsWith("d.csv:5: unknown decision"), complaint);
    }

    @Test
    void openQuestionsMarksOfOrderAndFullIrisAreRead() throws IOException {
        Path file = Files.writeString(
                folder.resolve("d.csv"),
                "\uFEFF" + HEADER
                        + ",participation/p/owner/x,organization/a,,,,'=X,,cut-name\r\n"
                        + "same," + BASE + "id/participation/p/co-financier/x," + BASE
                        + "id/organization/b,A,2025-03-31,\"Ja, samma.\",,,\r\n");
        Decisions decisions = read(file);
        assertEquals(1, decisions.all().size());
        Decision decision = decisions.meaning("p", "X").orElseThrow();
        assertEquals("b", decision.object());
        assertEquals("Avgjort av A den 2025-03-31: Ja, samma.", decision.evidence());
    }

    @Test
    void theLaterFileWins() throws IOException {
        Path first = file(
                "1.csv",
                "same participation/p/owner/x organization/a; same organization/c organization/d;"
                        + "parent organization/e organization/f; seat organization/e municipality/1980;"
                        + "different organization/m organization/n; parent organization/k organization/l");
        Path second = file(
                "2.csv",
                "same participation/p/owner/x organization/b; different organization/d organization/c;"
                        + "parent organization/f organization/e; seat organization/e municipality/0180;"
                        + "same organization/m organization/n");
        Decisions decisions = read(first, second);
        assertEquals("b", decisions.meaning("p", "x").orElseThrow().object());
        assertEquals("c", decisions.root("c"));
        assertEquals("n", decisions.root("m"));
        assertTrue(decisions.parent("e").isEmpty());
        assertEquals("e", decisions.parent("f").orElseThrow().object());
        assertEquals("l", decisions.parent("k").orElseThrow().object());
        assertEquals("0180", decisions.seat("e").orElseThrow().object());
        Decisions reversed = read(second, first);
        assertEquals("a", reversed.meaning("p", "x").orElseThrow().object());
        assertEquals("d", reversed.root("c"));
        assertEquals("f", reversed.parent("e").orElseThrow().object());
    }
}
