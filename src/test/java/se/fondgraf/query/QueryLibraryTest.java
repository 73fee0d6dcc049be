package se.fondgraf.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryLibraryTest {
    private static final Pattern FUNCTION_BY_IRI = Pattern.compile("(?:[a-z]+:[A-Za-z-]+|<[^>]*>)\\(");

    private static List<String> names(QueryLibrary library) {
        return library.queries().stream().map(LibraryQuery::name).toList();
    }

    @Test
    void holdsTheNamesOthersRelyOn() {
        assertTrue(names(QueryLibrary.bundled())
                .containsAll(List.of(
                        "bridges",
                        "co-participation",
                        "funding-by-municipality",
                        "funding-by-owner",
                        "funding-by-year",
                        "municipality-projects",
                        "organization",
                        "organization-projects",
                        "organizations",
                        "partners-of",
                        "path-between",
                        "projects",
                        "provenance",
                        "review",
                        "role-mix",
                        "search",
                        "shared-projects",
                        "timeline")));
    }

    @Test
    void readsTheSameFromAJar(@TempDir Path folder) throws Exception {
        Path jar = folder.resolve("å b.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out);
                Stream<Path> files = Files.list(Path.of("queries"))) {
            entries.putNextEntry(new ZipEntry("queries/"));
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                entries.putNextEntry(new ZipEntry("queries/" + file.getFileName()));
                entries.write(Files.readAllBytes(file));
            }
            entries.putNextEntry(new ZipEntry("queries/derive/other.rq"));
            entries.write("CONSTRUCT WHERE { ?s ?p ?o }".getBytes(StandardCharsets.UTF_8));
        }
        QueryLibrary fromJar = QueryLibrary.at(URI.create("jar:" + jar.toUri() + "!/queries"));
        assertEquals(names(QueryLibrary.bundled()), names(fromJar));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            role-mx | there is no such query; did you mean role-mix?
            funding | there is no such query; did you mean funding-by-year or funding-by-owner or funding-by-municipality?
            projcets | there is no such query; did you mean projects?
            """)
    void anUnknownNameBringsTheNearOnes(String name, String message) {
        assertEquals(
                message,
                assertThrows(
                                QueryRequestException.class,
                                () -> QueryLibrary.bundled().find(name))
                        .getMessage());
    }

    @Test
    void aNameLikeNoneBringsAll() {
        String message = assertThrows(
                        QueryRequestException.class,
                        () -> QueryLibrary.bundled().find("xyzzyxyzzy"))
                .getMessage();
        assertTrue(message.startsWith("there is no such query; there are bridges, co-participation, "), message);
    }

    /**
     * The casts of SPARQL 1.1 are the only functions an engine must know by IRI; the order of every answer is stated.
     */
    @Test
    void queriesNeedNothingBeyondSparql11() {
        for (LibraryQuery query : QueryLibrary.bundled().queries()) {
            assertEquals(
                    List.of(),
                    FUNCTION_BY_IRI
                            .matcher(query.text().replaceAll("(?m)^#.*$", ""))
                            .results()
                            .map(MatchResult::group)
                            .filter(call -> !call.startsWith("xsd:"))
                            .toList(),
                    query.name());
            assertTrue(query.text().contains("\nORDER BY "), query.name());
        }
    }
}
