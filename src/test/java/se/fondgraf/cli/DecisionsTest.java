package se.fondgraf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People's judgements reach what is published, and the questions of {@code review} can be answered. */
class DecisionsTest {
    private static final String HEADER = "decision,subject,object,who,date,reason,name,candidates,rule";
    private static final String WHY = "\"Avgjort av A. Andersson den 2025-03-31: Samma kansli.\"@sv";

    @TempDir
    Path folder;

    private Path pages = Path.of("");

    @BeforeEach
    void folderOfPages() throws IOException {
        pages = Files.createDirectory(folder.resolve("pages"));
    }

    private void page(String number, String owner, String municipality) throws IOException {
        Files.writeString(
                pages.resolve(number.replace('/', '-') + ".txt"),
                number + " - Projekt " + number + "\n\nProjektnummer:\n" + number + "\nProjektägare:\n" + owner + "\n"
                        + municipality);
    }

    private Path decisions(String... rows) throws IOException {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        Arrays.stream(rows)
                .map(row -> row.replace(' ', ',') + ",A. Andersson,2025-03-31,Samma kansli,,,")
                .forEach(lines::add);
        return Files.write(folder.resolve("decisions.csv"), lines);
    }

    private Ran convert(Path... decisions) {
        return Ran.with(Stream.concat(
                        Stream.of(
                                "convert",
                                pages.toString(),
                                "-o",
                                folder.resolve("out.nq").toString()),
                        Arrays.stream(decisions).flatMap(file -> Stream.of("--decisions", file.toString())))
                .toArray(String[]::new));
    }

    /** Every statement in short forms, without the final graph and stop. */
    private List<String> stated(Path... decisions) throws IOException {
        Ran ran = convert(decisions);
        assertEquals(0, ran.code(), ran.err());
        return Files.readAllLines(folder.resolve("out.nq")).stream()
                .map(line -> line.replaceAll("<https://w3id.org/fondgraf/(?:id/)?([^>]*)>", "$1")
                        .replaceAll("<http[^>]*[/#]([^>/#]+)>", "$1")
                        .replaceAll("( graph/[a-z]+)? \\.$", ""))
                // The dataset says its version, which decisions change, and has the library's queries.
                .filter(line -> !line.matches("(dataset|queries)[#/ ].*"))
                .toList();
    }

    private static void holds(List<String> stated, String statement) {
        assertTrue(stated.contains(statement), () -> statement + " is not among\n" + String.join("\n", about(stated)));
    }

    private static List<String> about(List<String> stated) {
        return stated.stream()
                .filter(line -> line.matches("(organization|participation|match|project)/.*"))
                .toList();
    }

    @Test
    void aMentionMeansTheBodyThatAPersonSays() throws IOException {
        page("2016/00001", "Alfa verkstad", "");
        page("2016/00002", "Beta verkstad", "");
        List<String> stated =
                stated(decisions("same participation/2016-00001/owner/alfa-verkstad organization/beta-verkstad"));
        String mention = "participation/2016-00001/owner/alfa-verkstad ";
        String match = "match/2016-00001/owner/alfa-verkstad ";
        holds(stated, mention + "ontology#organization organization/beta-verkstad");
        holds(stated, mention + "ontology#matchStatus code/match-status/merged");
        holds(stated, match + "ontology#chosen organization/beta-verkstad");
        holds(stated, match + "ontology#rule \"decision\"");
        holds(stated, match + "ontology#evidence " + WHY);
        holds(stated, "organization/beta-verkstad prefLabel \"Beta verkstad\"@sv");
        holds(stated, "organization/beta-verkstad altLabel \"Alfa verkstad\"@sv");
        assertFalse(stated.stream().anyMatch(line -> line.startsWith("organization/alfa-verkstad ")));
    }

    @Test
    void aWholeBodyIsAnother() throws IOException {
        page("2016/00001", "Alfa verkstad", "");
        page("2016/00002", "Beta verkstad", "");
        page("2016/00003", "Beta Verkstad", "");
        List<String> stated = stated(decisions(
                "same organization/beta-verkstad organization/gamma-verkstad",
                "same organization/alfa-verkstad organization/beta-verkstad"));
        holds(stated, "participation/2016-00001/owner/alfa-verkstad ontology#organization organization/gamma-verkstad");
        holds(stated, "match/2016-00001/owner/alfa-verkstad ontology#evidence " + WHY);
        holds(stated, "match/2016-00002/owner/beta-verkstad ontology#rule \"decision\"");
        for (String gone : List.of("organization/alfa-verkstad ", "organization/beta-verkstad ")) {
            holds(stated, gone + "isReplacedBy organization/gamma-verkstad");
            holds(stated, gone + "deprecated \"true\"^^boolean");
            assertFalse(stated.contains(gone + "type Organization"));
        }
        holds(stated, "organization/gamma-verkstad type Organization");
    }

    @Test
    void aMentionIsNotTheBodyThatTheRulesSay() throws IOException {
        page("2016/00001", "Alfa verkstad", "");
        page("2016/00002", "Alfa Verkstad", "");
        List<String> stated =
                stated(decisions("different participation/2016-00002/owner/alfa-verkstad organization/alfa-verkstad"));
        String mention = "participation/2016-00002/owner/alfa-verkstad ";
        holds(stated, mention + "ontology#organization organization/alfa-verkstad-of-2016-00002");
        holds(stated, mention + "ontology#matchStatus code/match-status/separate");
        holds(stated, "match/2016-00002/owner/alfa-verkstad ontology#evidence " + WHY);
        holds(stated, "participation/2016-00001/owner/alfa-verkstad ontology#organization organization/alfa-verkstad");
    }

    @Test
    void aMentionIsNotTheBodyThatOtherPagesLeadTo() throws IOException {
        page("2016/00001", "Alfaverkstad", "");
        page("2016/00002", "Alfa verkstad", "");
        holds(stated(), "organization/alfaverkstad isReplacedBy organization/alfa-verkstad");
        List<String> stated =
                stated(decisions("different participation/2016-00001/owner/alfaverkstad organization/alfa-verkstad"));
        holds(
                stated,
                "participation/2016-00001/owner/alfaverkstad ontology#organization organization/alfaverkstad-of-2016-00001");
        holds(stated, "match/2016-00001/owner/alfaverkstad ontology#rule \"decision\"");
    }

    @Test
    void twoBodiesAreNeverUnited() throws IOException {
        page("2016/00001", "Alfaverkstad", "");
        page("2016/00002", "Alfa verkstad", "");
        List<String> stated = stated(decisions("different organization/alfaverkstad organization/alfa-verkstad"));
        holds(stated, "participation/2016-00001/owner/alfaverkstad ontology#organization organization/alfaverkstad");
        holds(stated, "participation/2016-00002/owner/alfa-verkstad ontology#organization organization/alfa-verkstad");
        assertFalse(stated.stream().anyMatch(line -> line.contains("isReplacedBy")));
    }

    @Test
    void parentsAndSeats() throws IOException {
        page("2016/00001", "Alfa verkstad", "");
        page("2016/00002", "Beta verkstad", "");
        page("2016/00003", "Gamma verkstad", "");
        List<String> stated = stated(decisions(
                "parent organization/alfa-verkstad organization/beta-verkstad",
                "parent organization/beta-verkstad organization/arbetsfoermedlingen",
                "seat organization/alfa-verkstad municipality/1980"));
        for (String unit : List.of("organization/alfa-verkstad ", "organization/beta-verkstad ")) {
            holds(stated, unit + "unitOf organization/arbetsfoermedlingen");
            holds(stated, unit + "ontology#parent organization/arbetsfoermedlingen");
        }
        holds(stated, "organization/alfa-verkstad ontology#seat municipality/1980");
        holds(stated, "organization/arbetsfoermedlingen type Organization");
        holds(stated, "organization/gamma-verkstad ontology#parent organization/gamma-verkstad");
    }

    @Test
    void aPersonMayTurnThePartsAround() throws IOException {
        page("2016/00001", "Vimmerby kommun, Arbetsmarknadsenheten", "");
        holds(stated(), "organization/vimmerby-kommun-arbetsmarknadsenhet unitOf organization/vimmerby-kommun");
        List<String> stated = stated(
                decisions("parent organization/vimmerby-kommun organization/vimmerby-kommun-arbetsmarknadsenhet"));
        holds(
                stated,
                "organization/vimmerby-kommun-arbetsmarknadsenhet ontology#parent"
                        + " organization/vimmerby-kommun-arbetsmarknadsenhet");
    }

    @Test
    void aBodyThatNobodyKnowsIsANotice() throws IOException {
        page("2016/00001", "Alfa verkstad", "");
        Path file = decisions(
                "same participation/2016-00001/owner/alfa-verkstad organization/new",
                "parent organization/alfa-verkstad organization/nowhere",
                "same participation/2016-00009/owner/x organization/arbetsfoermedlingen");
        Ran ran = convert(file);
        assertEquals(0, ran.code(), ran.err());
        assertTrue(ran.err()
                .contains("note: " + file + ":2: neither these pages nor the register know organization/new\n"));
        assertTrue(ran.err().contains("note: " + file + ":4: these pages have no such mention"), ran.err());
        holds(stated(file), "organization/new prefLabel \"Alfa verkstad\"@sv");
    }

    @Test
    void contradictionsStopARunBeforeAnythingIsWritten() throws IOException {
        page("2016/00001", "Alfa verkstad", "");
        Path file = decisions("same organization/a organization/b", "different organization/a organization/b");
        Ran ran = convert(file);
        assertEquals(1, ran.code());
        assertTrue(ran.err().contains("fondgraf: " + file + ":3: the two are said to be the same"), ran.err());
        assertFalse(Files.exists(folder.resolve("out.nq")));
    }

    @Test
    void judgementsSurviveReruns() throws IOException {
        page("2016/00001", "Alfa verkstad", "");
        page("2016/00002", "Omsorgsförvaltningen", "");
        Path file = decisions("same organization/alfa-verkstad organization/beta-verkstad");
        List<String> first = stated(file);
        assertEquals(first, stated(file));
        page("2016/00003", "Gamma verkstad", "");
        assertTrue(stated(file).containsAll(about(first)));
    }

    @Test
    void questionsAreAnsweredInTheirOwnFile() throws IOException {
        page("2016/00001", "Omsorgsförvaltningen", "Kommun:\nVästerås, Lund\n");
        page("2016/00002", "Omsorgsförvaltningen", "");
        page("2016/00003", "=Kommunledningskontoret", "");
        page("2016/00004", "Kommunledningskontoret", "");
        Path file = folder.resolve("review.csv");
        Ran ran = Ran.with("review", "-o", file.toString(), pages.toString());
        assertEquals(0, ran.code(), ran.err());
        List<String> rows = Files.readAllLines(file);
        assertEquals(HEADER, rows.getFirst());
        assertTrue(rows.get(3).startsWith(",participation/2016-00001/owner/omsorgsfoervaltningen,"), rows::toString);
        assertTrue(
                rows.get(4).startsWith(",participation/2016-00002/owner/omsorgsfoervaltningen,,,,,"), rows::toString);
        assertTrue(rows.stream().anyMatch(row -> row.contains(",\"'=Kommunledningskontoret\",")), rows::toString);
        assertEquals(stated(), stated(file), "questions without answers change nothing");
        rows.set(
                4,
                rows.get(4)
                        .replaceFirst(
                                "^,([^,]*),,,,,",
                                "same,$1,organization/vaesteraas-stad,A. Andersson,2025-03-31,Samma kansli,"));
        Files.write(file, rows);
        List<String> stated = stated(file);
        String mention = "participation/2016-00002/owner/omsorgsfoervaltningen ";
        holds(stated, mention + "ontology#organization organization/vaesteraas-stad");
        holds(stated, mention + "ontology#matchStatus code/match-status/merged");
        Path again = folder.resolve("again.csv");
        assertEquals(
                0,
                Ran.with("review", "-o", again.toString(), pages.toString(), "--decisions", file.toString())
                        .code());
        assertEquals(rows.size() - 1, Files.readAllLines(again).size());
        assertFalse(Files.readString(again).contains(mention.strip()));
    }

    @Test
    void reviewOfNothingWritesNothing() throws IOException {
        Path file = folder.resolve("review.csv");
        assertEquals(
                1, Ran.with("review", "-o", file.toString(), pages.toString()).code());
        assertFalse(Files.exists(file));
    }
}
