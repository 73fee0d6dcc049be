package se.fondgraf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.fondgraf.query.ParameterType;
import se.fondgraf.query.QueryLibrary;

/**
 * Queries with a level, asked of three pages with two offices of one agency, the agency named alone, two municipalities
 * and their departments. The expected answers are reasoned by hand.
 */
class LevelsTest {
    private static final Path PAGES = Path.of("src/test/resources/levels");

    @ParameterizedTest
    @CsvSource({
        "organizations, office",
        "organizations, parent",
        "co-participation, office",
        "co-participation, parent",
        "bridges, office",
        "bridges, parent",
        "partners-of, office",
        "partners-of, parent"
    })
    void answersAtItsLevel(String query, String level) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("query", query, "-p", "level=" + level, "--format", "csv"));
        for (String page : List.of("one.txt", "two.txt", "three.txt")) {
            arguments.addAll(List.of("--input", PAGES.resolve(page).toString()));
        }
        if (query.equals("partners-of")) {
            arguments.addAll(List.of("-p", "organization=organization/arbetsfoermedlingen-sala"));
        }
        Ran ran = Ran.with(arguments.toArray(String[]::new));
        assertEquals(0, ran.code(), ran.err());
        assertEquals(
                Files.readString(PAGES.resolve("expected").resolve(query + "-" + level + ".csv")),
                ran.out().replace("\r\n", "\n").replace("https://w3id.org/fondgraf/id/", ""));
    }

    @Test
    void everyQueryWithALevelIsAsked() {
        List<String> levelled = QueryLibrary.bundled().queries().stream()
                .filter(query -> query.parameters().stream().anyMatch(one -> one.type() == ParameterType.LEVEL))
                .map(query -> query.name())
                .toList();
        assertEquals(List.of("bridges", "co-participation", "organizations", "partners-of"), levelled);
        levelled.forEach(name -> assertTrue(Files.exists(PAGES.resolve("expected/" + name + "-parent.csv")), name));
    }
}
