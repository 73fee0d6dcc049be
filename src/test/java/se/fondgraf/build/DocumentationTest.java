package se.fondgraf.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import se.fondgraf.query.LibraryQuery;
import se.fondgraf.query.QueryLibrary;
import se.fondgraf.query.QueryParameter;

/**
 * What there is stands in the documents, and what stands there is. The commands are looked at by {@code ReadmeTest}.
 */
class DocumentationTest {
    private static final Path SOURCES = Path.of("src/main/java/se/fondgraf");
    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]*)(#[^)]*)?\\)");
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)(?:\\.(\\w+))?`");
    private static final Pattern RULE = Pattern.compile(
            "\\.whereLayer\\(\"(\\w+)\"\\)\\s*\\.may(?:NotAccessAnyLayer\\(\\)|OnlyAccessLayers\\(([^)]*)\\))");

    private static String read(String document) throws IOException {
        return Files.readString(Path.of(document));
    }

    /** The cells of the table row whose first cell is this name. */
    private static List<String> row(String text, String name) {
        return text.lines()
                .filter(line -> line.startsWith("| `" + name + "` |"))
                .findFirst()
                .map(line -> List.of(line.split("\\|", -1)).stream()
                        .map(String::strip)
                        .toList())
                .orElseThrow(() -> new AssertionError("no row about " + name));
    }

    private static List<String> names(String cell) {
        return CODE.matcher(cell).results().map(found -> found.group(1)).toList();
    }

    static Stream<LibraryQuery> library() {
        return QueryLibrary.bundled().queries().stream();
    }

    @ParameterizedTest
    @MethodSource("library")
    void everyQueryHasItsRow(LibraryQuery query) throws IOException {
        List<String> row = row(read("README.md"), query.name());
        assertEquals(query.parameters().stream().map(QueryParameter::name).toList(), names(row.get(2)), query.name());
        assertEquals(
                QueryFactory.create(query.text(), Syntax.syntaxSPARQL_11).getResultVars(),
                names(row.get(3)),
                query.name());
        assertFalse(row.get(4).isBlank(), query.name());
    }

    @Test
    void everyFileOfFactsHasItsRow() throws IOException {
        String readme = read("README.md");
        try (Stream<Path> files = Files.list(Path.of("ontology"))) {
            for (Path file : files.sorted().toList()) {
                String name = "ontology/" + file.getFileName();
                if (name.endsWith(".csv")) {
                    List<String> row = row(readme, name);
                    assertEquals("`" + Files.readAllLines(file).getFirst() + "`", row.get(2), name);
                    assertFalse(row.get(3).isBlank(), name);
                } else {
                    assertTrue(readme.contains("](" + name + ")"), name + " is not linked");
                }
            }
        }
    }

    @Test
    void everyPackageStandsInTheArchitectureWithItsArrows() throws IOException {
        String architecture = read("ARCHITECTURE.md");
        SortedMap<String, SortedSet<String>> documented = new TreeMap<>();
        for (String name : packages()) {
            List<String> row = row(architecture, name);
            assertFalse(row.get(2).isBlank(), name);
            documented.put(name, new TreeSet<>(names(row.get(3))));
        }
        assertEquals(new TreeSet<>(), documented.remove("cli"), "the command line wires the rest and has no rule");
        SortedMap<String, SortedSet<String>> held = new TreeMap<>();
        RULE.matcher(read("src/test/java/se/fondgraf/build/ArchitectureTest.java"))
                .results()
                .forEach(rule -> held.put(rule.group(1), layers(rule)));
        assertEquals(held, documented);
    }

    private static SortedSet<String> layers(MatchResult rule) {
        String list = rule.group(2);
        return list == null
                ? new TreeSet<>()
                : Pattern.compile("\\w+")
                        .matcher(list)
                        .results()
                        .map(MatchResult::group)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> packages() throws IOException {
        try (Stream<Path> folders = Files.list(SOURCES)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> String.valueOf(folder.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    /** A test that is named holds something, so it must be there. */
    @Test
    void everyTestThatIsNamedExists() throws IOException {
        SortedMap<String, String> tests = tests();
        List<MatchResult> named =
                TEST.matcher(read("ARCHITECTURE.md")).results().toList();
        assertTrue(named.size() > 20, "the table of invariants is read: " + named.size());
        for (MatchResult test : named) {
            assertTrue(tests.containsKey(test.group(1)), test.group(1));
            String method = test.group(2);
            assertTrue(
                    method == null || tests.getOrDefault(test.group(1), "").contains("void " + method + "("),
                    test.group());
        }
    }

    private static SortedMap<String, String> tests() throws IOException {
        SortedMap<String, String> tests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                tests.put(String.valueOf(file.getFileName()).replace(".java", ""), Files.readString(file));
            }
        }
        return tests;
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "ARCHITECTURE.md", "CHANGELOG.md", "docs/benchmarks.md", "docs/evaluation.md"})
    void linksLeadSomewhere(String document) throws IOException {
        for (MatchResult link : LINK.matcher(read(document)).results().toList()) {
            String file = link.group(1).isEmpty()
                    ? document
                    : Path.of(document)
                            .resolveSibling(link.group(1))
                            .normalize()
                            .toString();
            assertTrue(Files.exists(Path.of(file)), document + " links " + file);
            String anchor = link.group(2);
            assertTrue(anchor == null || anchors(read(file)).contains(anchor), document + " links " + link.group());
        }
    }

    /** Headings as a web page of the document addresses them. */
    private static List<String> anchors(String text) {
        return text.lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> "#"
                        + line.replaceFirst("^#+ ", "")
                                .toLowerCase(java.util.Locale.ROOT)
                                .replaceAll("[^a-z0-9 -]", "")
                                .replace(' ', '-'))
                .toList();
    }

    @Test
    void thePictureSaysWhatItShows() throws Exception {
        Element picture = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("docs/from-page-to-answer.svg").toFile())
                .getDocumentElement();
        assertEquals("title desc", picture.getAttribute("aria-labelledby"));
        for (String name : List.of("title", "desc")) {
            Element element = (Element) picture.getElementsByTagName(name).item(0);
            assertEquals(name, element.getAttribute("id"));
            assertFalse(element.getTextContent().isBlank());
        }
        assertTrue(Pattern.compile("!\\[[^\\]]{40,}\\]\\(docs/from-page-to-answer\\.svg\\)")
                .matcher(read("README.md"))
                .find());
    }
}
