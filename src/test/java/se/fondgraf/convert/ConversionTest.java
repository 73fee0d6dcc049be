package se.fondgraf.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.fondgraf.publish.RdfSyntax;
import se.fondgraf.publish.RdfWriter;
import se.fondgraf.rdf.Shapes;

class ConversionTest {
    private static final Path SEEDS = Path.of("seeds");
    private static final Path PAGES = Path.of("src/test/resources/pages");
    private static final Path GOLDEN = Path.of("src/test/resources/golden/rdf/seeds.txt");
    private static final Pattern LONG_LITERAL = Pattern.compile("\"([^\"]{60})[^@]*\"@sv");

    @TempDir
    Path folder;

    @Test
    void theSeedsAreFiveProjects() {
        Converted converted = Converted.of(SEEDS);
        assertEquals(5, converted.result().pages());
        assertEquals(5, converted.result().projects());
        assertEquals(List.of(), converted.messages());
    }

    /** Everything stated of the seeds' projects and bodies; {@code -Dgolden=write} writes the expectation anew. */
    @Test
    void theSeedsStateWhatTheySay() throws IOException {
        String actual = Converted.of(SEEDS)
                .text()
                .lines()
                .filter(line -> line.matches(
                        "<https://w3id.org/fondgraf/(id/(project|organization|participation|match|claim)|page)/.*"))
                .map(line -> LONG_LITERAL
                        .matcher(line)
                        .replaceAll(match -> Matcher.quoteReplacement("\"" + match.group(1) + "...\"@sv ("
                                + match.group().length() + ")")))
                .map(line -> line.replace("https://w3id.org/fondgraf/", ""))
                .collect(Collectors.joining("\n"));
        if ("write".equals(System.getProperty("golden"))) {
            Files.createDirectories(GOLDEN.getParent());
            Files.writeString(GOLDEN, actual);
        }
        assertEquals(Files.readString(GOLDEN), actual);
    }

    @Test
    void theShapesHold() {
        assertEquals(
                List.of(),
                new Shapes()
                        .validate(Converted.of(SEEDS, PAGES).union()).stream()
                                .map(Shapes.Violation::line)
                                .toList());
    }

    @ParameterizedTest
    @EnumSource(RdfSyntax.class)
    void orderNamesAndThreadsChangeNoByte(RdfSyntax syntax) throws IOException {
        String expected = Converted.of(syntax, 1, List.of(SEEDS, PAGES)).text();
        Random random = new Random(7);
        for (int threads = 1; threads <= 2; threads++) {
            assertEquals(
                    expected, Converted.of(syntax, threads, renamed(random)).text(), threads + " threads");
        }
    }

    /** The same pages one by one, under other names, in another order. */
    private List<Path> renamed(Random random) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path source : List.of(SEEDS, PAGES)) {
            try (Stream<Path> pages = Files.list(source)) {
                pages.filter(page -> page.toString().endsWith(".txt")).forEach(files::add);
            }
        }
        Collections.shuffle(files, random);
        List<Path> copies = new ArrayList<>();
        Path target = Files.createTempDirectory(folder, "renamed");
        for (Path file : files) {
            String name = "sida " + random.nextInt(1_000_000) + (random.nextBoolean() ? ".txt" : "");
            copies.add(Files.copy(file, target.resolve(name)));
            Path address = file.resolveSibling(file.getFileName().toString().replace(".txt", ".url"));
            if (Files.exists(address)) {
                Files.copy(address, target.resolve(name.replace(".txt", "") + ".url"));
            }
        }
        return copies;
    }

    @Test
    void aNewPageChangesNoIri() {
        List<String> few = subjects(Converted.of(SEEDS));
        List<String> more = subjects(Converted.of(SEEDS, PAGES));
        assertTrue(more.containsAll(few));
        assertTrue(more.size() > few.size());
    }

    private static List<String> subjects(Converted converted) {
        return converted
                .text()
                .lines()
                .map(line -> line.substring(0, line.indexOf(' ')))
                .distinct()
                .toList();
    }

    @Test
    void thereAreNoBlankNodes() {
        assertFalse(Converted.of(SEEDS, PAGES).text().contains("_:"));
    }

    @Test
    void everySyntaxReadsBackToTheSameTriples() {
        String triples =
                Converted.of(RdfSyntax.N_TRIPLES, 2, List.of(SEEDS, PAGES)).text();
        assertEquals(
                triples.lines().sorted(ConversionTest::byCodePoint).toList(),
                triples.lines().toList());
        DatasetGraph all =
                Converted.of(RdfSyntax.N_QUADS, 2, List.of(SEEDS, PAGES)).dataset();
        for (RdfSyntax syntax : RdfSyntax.values()) {
            DatasetGraph read = DatasetGraphFactory.create();
            RDFParser.fromString(
                            Converted.of(syntax, 2, List.of(SEEDS, PAGES)).text(),
                            RDFLanguages.fileExtToLang(syntax.extension()))
                    .parse(read);
            assertEquals(triples.lines().count(), read.getDefaultGraph().size(), syntax.toString());
            assertTrue(read.getDefaultGraph().isIsomorphicWith(all.getDefaultGraph()), syntax.toString());
            boolean named = syntax.usualGraphs() == RdfWriter.Graphs.ALL;
            assertEquals(
                    named ? all.stream().count() : triples.lines().count(),
                    read.stream().count());
            assertTrue(read.stream().allMatch(all::contains), syntax.toString());
        }
    }

    private static int byCodePoint(String a, String b) {
        return java.util.Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void twoCapturesOfOneProjectKeepTheOtherValueAsAClaim() throws IOException {
        String early = Files.readString(PAGES.resolve("208.txt"));
        String later = """
                2015/00245 - Nätverk Lunds Stift

                Projektnummer:
                2015/00245
                Projektägare:
                Lunds Stift
                Namn:
                Nätverk Lunds Stift
                Beviljat ESF-stöd:
                30 259 516
                """;
        Path pages = Files.createDirectory(folder.resolve("captures"));
        Files.writeString(pages.resolve("a.txt"), early);
        Files.writeString(pages.resolve("b.txt"), later);
        Converted converted = Converted.of(pages);
        assertEquals(1, converted.result().projects());
        String project = "<https://w3id.org/fondgraf/id/project/2015-00245> <https://w3id.org/fondgraf/ontology#";
        assertTrue(converted.text().contains(project + "grantedSupport> \"30259516\""), "the later layout is asserted");
        assertFalse(converted.text().contains(project + "grantedSupport> \"30149516\""));
        assertTrue(
                converted.text().contains(project + "totalBudget> \"63544915\""), "what one capture alone has is kept");
        String other = converted
                .text()
                .lines()
                .filter(line -> line.contains("ontology#value> \"30149516\""))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .findFirst()
                .orElseThrow();
        assertTrue(converted.text().contains(other + " <https://w3id.org/fondgraf/ontology#asserted> \"false\""));
        assertEquals(
                List.of(),
                new Shapes()
                        .validate(converted.union()).stream()
                                .map(Shapes.Violation::line)
                                .toList());
    }

    @Test
    void aNumberedAndAnUnnumberedCaptureAreNamedNotMerged() throws IOException {
        Path pages = Files.createDirectory(folder.resolve("pair"));
        Files.writeString(
                pages.resolve("a.txt"), "Ett projekt\n\nProjektfasGenomförande\nProjektägareLunds Stift\nIn English\n");
        Files.writeString(
                pages.resolve("b.txt"),
                "2009-12345 - Ett projekt\n\nProjektnummer:\n2009-12345\nProjektägare:\nLunds stift\n");
        Converted converted = Converted.of(pages);
        assertEquals(2, converted.result().projects());
        assertTrue(converted.report().contains("\"numbered\" : \"2009-12345\""), converted.report());
    }
}
