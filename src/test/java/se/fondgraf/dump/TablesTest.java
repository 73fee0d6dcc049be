package se.fondgraf.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.fondgraf.convert.Conversion;
import se.fondgraf.convert.Progress;
import se.fondgraf.describe.Operator;
import se.fondgraf.publish.SortedQuads;
import se.fondgraf.rdf.Fg;
import se.fondgraf.rdf.Iris;

/** The tables say what the core says, and no cell is a formula. */
class TablesTest {
    private static final String HOSTILE = "=HYPERLINK(\"http://x\";\"y\"), 'och' | mer";

    @TempDir
    static Path folder;

    private static Path release = Path.of("");

    @BeforeAll
    static void aRelease() throws Exception {
        Path pages = Files.createDirectory(folder.resolve("hostile"));
        Files.writeString(
                pages.resolve("a.txt"),
                "2016/09999 - " + HOSTILE + "\n\nProjektnummer:\n2016/09999\nProjektägare:\n@SUM(A1) AB\nNamn:\n"
                        + HOSTILE + "\n");
        Files.writeString(
                pages.resolve("b.txt"),
                "2016/09998 - 'citat\n\nProjektnummer:\n2016/09998\nProjektägare:\n-2+3 AB\nNamn:\n'citat\n");
        try (ReleaseFolder releases = ReleaseFolder.open(folder.resolve("releases"));
                SortedQuads quads = new SortedQuads()) {
            Conversion.Result result = new Conversion(Iris.under(Iris.DEFAULT_BASE), 2, Progress.NONE)
                    .run(List.of(Path.of("seeds"), pages), quads, (message, rejected) -> {});
            new ReleaseBuilder(releases, Iris.DEFAULT_BASE, Operator.standard(), 2, ReleaseBuilder.Listener.NONE)
                    .build(result.version(), quads, Optional.empty());
            release = releases.release(result.version());
        }
    }

    private static List<Map<String, String>> rows(String table) throws IOException {
        CsvMapper mapper = new CsvMapper();
        try (MappingIterator<Map<String, String>> rows = mapper.readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(release.resolve(table).toFile())) {
            return new ArrayList<>(rows.readAll());
        }
    }

    private static DatasetGraph data() {
        return RDFDataMgr.loadDatasetGraph(release.resolve("core.nt.gz").toUri().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"projects.csv", "organizations.csv", "participations.csv", "municipalities.csv"})
    void everyThingIsOneRowInTheOrderOfIris(String table) throws IOException {
        List<Map<String, String>> rows = rows(table);
        List<String> keys =
                rows.stream().map(row -> row.values().iterator().next()).toList();
        // As lines of N-Triples have them, where a longer IRI comes before its beginning.
        assertEquals(
                keys.stream()
                        .distinct()
                        .sorted(Comparator.comparing(key -> key + '>'))
                        .toList(),
                keys);
        long things = data().stream()
                .filter(quad -> quad.getPredicate().getURI().endsWith("#type"))
                .filter(quad -> quad.getObject().getURI().matches(".*/(org|ontology)#" + type(table)))
                .count();
        assertEquals(things, rows.size());
        String text = Files.readString(release.resolve(table));
        assertEquals(rows.size() + 1, text.split("\r\n").length);
    }

    private static String type(String table) {
        return switch (table) {
            case "projects.csv" -> "Project";
            case "organizations.csv" -> "Organization";
            case "participations.csv" -> "Participation";
            default -> "Municipality";
        };
    }

    @Test
    void noCellIsAFormulaAndOneApostropheLessIsTheValue() throws IOException {
        for (String table : List.of("projects.csv", "organizations.csv", "participations.csv", "municipalities.csv")) {
            for (Map<String, String> row : rows(table)) {
                row.forEach((column, cell) -> assertFalse(cell.matches("(?s)[=+@\\t\\r-].*"), column + " " + cell));
            }
        }
        Map<String, String> project = rows("projects.csv").stream()
                .filter(row -> "2016/09999".equals(row.get("number")))
                .findFirst()
                .orElseThrow();
        assertEquals("'" + HOSTILE, project.get("title"));
        assertEquals("'@SUM(A1) AB", project.get("ownerName"));
        assertTrue(rows("projects.csv").stream().anyMatch(row -> "''citat".equals(row.get("title"))));
    }

    @Test
    void aRowHasWhatTheCoreHas() throws IOException {
        Map<String, String> project = rows("projects.csv").stream()
                .filter(row -> "Jobb IN".equals(row.get("title")))
                .findFirst()
                .orElseThrow();
        assertEquals("9972255", project.get("grantedSupport"));
        assertEquals("1860|1861|1880|1881", project.get("municipalities"));
        assertEquals("Laxå|Hallsberg|Örebro|Kumla", project.get("municipalityNames"));
        Map<String, String> body = rows("organizations.csv").stream()
                .filter(row -> "proAros".equals(row.get("name")))
                .findFirst()
                .orElseThrow();
        assertEquals("2", body.get("projects"));
        assertEquals("2", body.get("projectsAsCoFinancier"));
        assertEquals("0", body.get("projectsAsOwner"));
        assertEquals(
                data().stream()
                        .filter(quad -> quad.getPredicate().equals(Fg.NAME_AS_WRITTEN))
                        .count(),
                rows("participations.csv").size());
    }

    @Test
    void theDescriptionNamesEveryColumn() throws IOException {
        JsonNode description =
                new ObjectMapper().readTree(release.resolve("csv-metadata.json").toFile());
        assertEquals(4, description.path("tables").size());
        for (JsonNode table : description.path("tables")) {
            String header = Files.readString(release.resolve(table.path("url").asText()), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElseThrow();
            List<String> names = new ArrayList<>();
            table.path("tableSchema")
                    .path("columns")
                    .forEach(column -> names.add(column.path("name").asText()));
            assertEquals(header, String.join(",", names));
            String row = "| `" + table.path("url").asText() + "` | `" + String.join("` `", names) + "` |";
            assertTrue(Files.readString(Path.of("README.md")).contains(row), row);
        }
    }
}
