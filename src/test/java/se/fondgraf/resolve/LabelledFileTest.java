package se.fondgraf.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.fondgraf.curated.CuratedFile;
import se.fondgraf.curated.CuratedFile.Row;
import se.fondgraf.place.PlaceRegister;

/** The labelled names have the form that their README promises, and try every rule. */
class LabelledFileTest {
    private static final Path FILE = Path.of("src/test/resources/labelled/mentions.csv");
    private static final Path README = FILE.resolveSibling("README.md");
    private static final String[] COLUMNS =
            "project,title,start,municipalities,region,domain,number,role,name,office,parent,note".split(",");
    private static final List<String> CONTEXT =
            List.of("title", "start", "municipalities", "region", "domain", "number");
    private static final Map<String, Pattern> FORMS = Map.of(
            "title", Pattern.compile(".+"),
            "domain", Pattern.compile("|[a-z0-9-]+(\\.[a-z0-9-]+)+"),
            "number", Pattern.compile("|\\d\\d[2-9]\\d{3}-\\d{4}"),
            "role", Pattern.compile("owner|coFinancier|partner|actor"),
            "name", Pattern.compile(".+"),
            "office", Pattern.compile("\\S+"),
            "parent", Pattern.compile("\\S+"),
            "note", Pattern.compile("R\\d+( R\\d+)*: .+"));

    private static List<Row> rows = List.of();

    @BeforeAll
    static void read() throws IOException {
        try (var text = Files.newBufferedReader(FILE)) {
            rows = CuratedFile.read(FILE.toString(), text, COLUMNS).rows();
        }
    }

    @Test
    void cellsHaveTheirForm() {
        for (Row row : rows) {
            FORMS.forEach((column, form) -> assertTrue(
                    form.matcher(row.cell(column)).matches(),
                    () -> row.wrong("bad " + column).getMessage()));
            assertEquals(row.cell("start"), LocalDate.parse(row.cell("start")).toString());
        }
    }

    @Test
    void placesAreKnown() {
        PlaceRegister places = PlaceRegister.bundled();
        for (Row row : rows) {
            assertTrue(
                    places.region(row.cell("region")).isPresent(),
                    () -> row.wrong("unknown region").getMessage());
            Arrays.stream(row.cell("municipalities").split("\\|"))
                    .filter(name -> !name.isEmpty())
                    .forEach(name -> assertTrue(
                            places.municipality(name).isPresent(),
                            () -> row.wrong("unknown " + name).getMessage()));
        }
    }

    @Test
    void rowsOfOneProjectHaveItsContextAndOneOwner() {
        Map<String, List<String>> contexts = new HashMap<>();
        Map<String, Integer> owners = new TreeMap<>();
        Set<List<String>> mentions = new HashSet<>();
        for (Row row : rows) {
            String project = row.cell("project");
            List<String> context = CONTEXT.stream().map(row::cell).toList();
            contexts.putIfAbsent(project, context);
            assertEquals(
                    contexts.get(project),
                    context,
                    () -> row.wrong("another context").getMessage());
            owners.merge(project, row.cell("role").equals("owner") ? 1 : 0, Integer::sum);
            assertTrue(
                    mentions.add(List.of(project, row.cell("role"), row.cell("name"))),
                    () -> row.wrong("the same mention again").getMessage());
        }
        owners.forEach((project, count) -> assertEquals(1, count, project));
    }

    @Test
    void labelsAgreeWithEachOther() {
        Map<String, String> parents = new HashMap<>();
        Map<List<String>, String> offices = new HashMap<>();
        for (Row row : rows) {
            String parent = parents.putIfAbsent(row.cell("office"), row.cell("parent"));
            assertTrue(
                    parent == null || parent.equals(row.cell("parent")),
                    () -> row.wrong("second parent").getMessage());
            String office = offices.putIfAbsent(List.of(row.cell("project"), row.cell("name")), row.cell("office"));
            assertTrue(
                    office == null || office.equals(row.cell("office")),
                    () -> row.wrong("second office").getMessage());
        }
    }

    @Test
    void everyRuleIsTriedAsOftenAsTheReadmeSays() throws IOException {
        Map<String, Integer> counts = new TreeMap<>();
        for (Row row : rows) {
            String rules = row.cell("note").substring(0, row.cell("note").indexOf(':'));
            Stream.of(rules.split(" ")).forEach(rule -> counts.merge(rule, 1, Integer::sum));
        }
        String readme = Files.readString(README, StandardCharsets.UTF_8);
        for (int rule = 1; rule <= 12; rule++) {
            int count = counts.getOrDefault("R" + rule, 0);
            assertTrue(count >= 15, "R" + rule + " is tried by " + count);
            assertTrue(readme.contains("| R" + rule + " | " + count + " |"), "README on R" + rule + ": " + count);
        }
        assertEquals(12, counts.size());
        long projects = rows.stream().map(row -> row.cell("project")).distinct().count();
        assertTrue(readme.contains(rows.size() + " mentions, " + projects + " projects"));
    }

    @Test
    void thirtyCharactersAreMarked() {
        for (Row row : rows) {
            boolean thirty = row.cell("name").length() == 30;
            boolean marked = row.cell("note").matches("(R\\d+ )*R9\\b.*");
            assertEquals(
                    thirty,
                    marked,
                    () -> row.wrong("R9 is for thirty characters").getMessage());
        }
    }
}
