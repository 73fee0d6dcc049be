package se.fondgraf.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdfpatch.RDFPatchOps;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.fondgraf.bench.PageGenerator;
import se.fondgraf.dump.Checksums;
import se.fondgraf.dump.ReleaseFolder;

/** Release folders: whole, right, the same for the same pages, and with the changes that were made. */
class DumpCommandTest {
    private static final String PAGES = "src/test/resources/pages";

    @TempDir
    Path folder;

    private Path releases() {
        return folder.resolve("releases");
    }

    private Ran dump(Object... inputs) {
        List<String> arguments = new ArrayList<>(List.of("dump", releases().toString()));
        Stream.of(inputs).map(Object::toString).forEach(arguments::add);
        return Ran.with(arguments.toArray(String[]::new));
    }

    private Path made(Object... inputs) throws IOException {
        Ran ran = dump(inputs);
        assertEquals(0, ran.code(), ran.err());
        return releases().resolve(ReleaseFolder.latest(releases()).orElseThrow());
    }

    private static byte[] bytes(Path file) throws IOException {
        if (!file.toString().endsWith(".gz")) {
            return Files.readAllBytes(file);
        }
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return in.readAllBytes();
        }
    }

    private static String text(Path file) throws IOException {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> files(Path release) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(release)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(release.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }

    private static JsonNode manifest(Path release) throws IOException {
        return new ObjectMapper().readTree(release.resolve("manifest.json").toFile());
    }

    @ParameterizedTest
    @ValueSource(strings = {"all.nq.gz", "all.trig.gz", "core.nt.gz", "core.ttl.gz", "core.rdf.gz", "core.jsonld.gz"})
    void filesAreWhatConvertWrites(String name) throws IOException {
        Path release = made("seeds");
        Path converted = folder.resolve(name);
        assertEquals(0, Ran.with("convert", "seeds", "-o", converted.toString()).code());
        assertArrayEquals(Files.readAllBytes(converted), Files.readAllBytes(release.resolve(name)));
    }

    @Test
    void everyFormOfAGraphHoldsTheSameStatements() throws IOException {
        Path release = made("seeds", PAGES);
        for (String graph : List.of("core", "provenance", "matches")) {
            List<String> expected = statements(release.resolve(graph + ".nt.gz"));
            assertEquals(manifest(release).path("graphs").path(graph).asLong(), expected.size());
            for (String extension : List.of("ttl", "rdf", "jsonld")) {
                assertEquals(expected, statements(release.resolve(graph + "." + extension + ".gz")), graph + extension);
            }
        }
        List<String> all = statements(release.resolve("all.nq.gz"));
        assertEquals(all, statements(release.resolve("all.trig.gz")));
        assertEquals(all, statements(release.resolve("all.jsonld.gz")));
    }

    private static List<String> statements(Path file) {
        return RDFDataMgr.loadDatasetGraph(file.toUri().toString()).stream()
                .map(Quad::toString)
                .sorted()
                .toList();
    }

    @Test
    void theSamePagesAreTheSameBytes() throws IOException {
        Map<String, byte[]> expected = files(made("seeds", PAGES));
        Path other = folder.resolve("other");
        assertEquals(
                0,
                Ran.with("dump", other.toString(), PAGES, "seeds", "--threads", "1")
                        .code());
        Map<String, byte[]> actual =
                files(other.resolve(ReleaseFolder.latest(other).orElseThrow()));
        assertEquals(expected.keySet(), actual.keySet());
        expected.forEach((name, content) -> assertArrayEquals(content, actual.get(name), name));
    }

    @Test
    void checksumsNameEveryFileAndAreRight() throws Exception {
        Path release = made("seeds");
        assertEquals(Optional.empty(), Checksums.damage(release));
        TreeSet<String> named = new TreeSet<>();
        Files.readAllLines(release.resolve("SHA256SUMS")).forEach(line -> named.add(line.substring(66)));
        named.add("SHA256SUMS");
        assertEquals(files(release).keySet(), named);
        for (JsonNode file : manifest(release).path("files")) {
            assertEquals(
                    Files.size(release.resolve(file.path("path").asText())),
                    file.path("bytes").asLong());
        }
    }

    @Test
    void theDescriptionsNameTheFilesAndTheReleaseBefore() throws IOException {
        Path first = made("seeds");
        Path second = made("seeds", PAGES);
        Graph record = RDFDataMgr.loadGraph(second.resolve("dcat.rdf").toUri().toString());
        Set<String> checksums = new TreeSet<>();
        record.stream(Node.ANY, NodeFactory.createURI("http://spdx.org/rdf/terms#checksumValue"), Node.ANY)
                .forEach(triple -> checksums.add(triple.getObject().getLiteralLexicalForm()));
        Set<String> expected = new TreeSet<>();
        manifest(second).path("files").forEach(file -> {
            if (file.has("graphs")) {
                expected.add(file.path("sha256").asText());
            }
        });
        assertEquals(expected, checksums);
        assertTrue(record.contains(
                Node.ANY,
                NodeFactory.createURI("http://www.w3.org/ns/dcat#previousVersion"),
                NodeFactory.createURI(manifest(first).path("iri").asText())));
        Graph description =
                RDFDataMgr.loadGraph(second.resolve("void.ttl").toUri().toString());
        assertTrue(description.contains(
                Node.ANY,
                NodeFactory.createURI("http://rdfs.org/ns/void#dataDump"),
                NodeFactory.createURI(manifest(second).path("iri").asText() + "all.nq.gz")));
        assertTrue(description.contains(Node.ANY, NodeFactory.createURI("http://rdfs.org/ns/void#triples"), Node.ANY));
    }

    @Test
    void whatHasNotChangedIsLeftAsItIs() throws IOException {
        Path release = made("seeds");
        assertFalse(Files.exists(release.resolve("changes")), "the first release has nothing to tell");
        Map<String, byte[]> before = files(releases());
        Ran again = dump("seeds");
        assertEquals(0, again.code());
        assertTrue(again.out().startsWith("nothing has changed since "), again.out());
        assertEquals(before.keySet(), files(releases()).keySet());
    }

    @Test
    void changesTakeTheOldReleaseToTheNewOne() throws IOException {
        Path first = made("seeds");
        Path second = made("seeds", PAGES);
        assertChanges(first, second);
        assertEquals(
                first.getFileName().toString(),
                manifest(second).path("previousVersion").asText());
        Ran back = dump("seeds");
        assertTrue(back.out().contains("was there already and is current again"), back.out());
        assertEquals(Optional.of(first.getFileName().toString()), ReleaseFolder.latest(releases()));
    }

    /** Removed and added lines, and the patch in Jena's hands, both give the new release exactly. */
    private static void assertChanges(Path first, Path second) throws IOException {
        for (String[] form : new String[][] {{"core.nt.gz", "nt"}, {"all.nq.gz", "nq.gz"}}) {
            TreeSet<String> lines =
                    new TreeSet<>(text(first.resolve(form[0])).lines().toList());
            text(second.resolve("changes/removed." + form[1]))
                    .lines()
                    .forEach(line -> assertTrue(lines.remove(line), line));
            text(second.resolve("changes/added." + form[1])).lines().forEach(line -> assertTrue(lines.add(line), line));
            assertEquals(new TreeSet<>(text(second.resolve(form[0])).lines().toList()), lines);
        }
        DatasetGraph patched = DatasetGraphFactory.createTxnMem();
        RDFDataMgr.read(patched, first.resolve("all.nq.gz").toUri().toString());
        var patch = RDFPatchOps.read(second.resolve("changes/changes.rdfp.gz").toString());
        RDFPatchOps.applyChange(patched, patch);
        patched.executeRead(() -> assertEquals(
                statements(second.resolve("all.nq.gz")),
                patched.stream().map(Quad::toString).sorted().toList()));
        assertEquals(manifest(second).path("iri").asText(), patch.getId().getURI());
        assertEquals(manifest(first).path("iri").asText(), patch.getPrevious().getURI());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void anyChangeOfPagesIsTold(long seed) throws IOException {
        Random random = new Random(seed);
        Path pages = Files.createDirectory(folder.resolve("pages"));
        for (int i = 0; i < 8; i++) {
            Files.writeString(pages.resolve(i + ".txt"), PageGenerator.page(seed, i));
        }
        Path first = made(pages);
        Files.delete(pages.resolve(random.nextInt(4) + ".txt"));
        Files.writeString(pages.resolve("new.txt"), PageGenerator.page(seed, 20 + random.nextInt(9)));
        Path changed = pages.resolve(4 + random.nextInt(4) + ".txt");
        Files.writeString(
                changed, Files.readString(changed).replaceFirst("\\d\u00A0\\d{3}\u00A0\\d{3}", "7\u00A0000\u00A0007"));
        Path second = made(pages);
        assertChanges(first, second);
        JsonNode projects =
                manifest(second).path("changes").path("classes").path("https://w3id.org/fondgraf/ontology#Project");
        assertEquals("1 1 1", projects.path("added") + " " + projects.path("removed") + " " + projects.path("changed"));
    }

    @Test
    void aPersonCanReadWhatChanged() throws IOException {
        Path pages = Files.createDirectory(folder.resolve("pages"));
        String page = """
                2016/00001 - Ett *projekt*

                Projektnummer:
                2016/00001
                Projektägare:
                Lunds Stift
                Beviljat ESF-stöd:
                100 000
                """;
        Files.writeString(pages.resolve("a.txt"), page);
        Files.writeString(pages.resolve("b.txt"), page.replace("00001", "00002").replace("Ett *projekt*", "Gammalt"));
        made(pages);
        Files.writeString(pages.resolve("a.txt"), page.replace("100 000", "200 000"));
        Files.writeString(pages.resolve("b.txt"), page.replace("00001", "00003").replace("Ett *projekt*", "Nytt <b>"));
        String changes = text(made(pages).resolve("changes/CHANGES.md"));
        assertTrue(changes.contains("""
                        ## Projects that came (1)

                        - [Nytt \\<b\\>](https://w3id.org/fondgraf/id/project/2016-00003)

                        ## Projects that went (1)

                        - [Gammalt](https://w3id.org/fondgraf/id/project/2016-00002)

                        ## Projects that changed (1)

                        - [Ett \\*projekt\\*](https://w3id.org/fondgraf/id/project/2016-00001)
                        """), changes);
        assertTrue(changes.contains("  - fg:grantedSupport: “100000” → “200000”\n"), changes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"core.nt.gz", "manifest.json", "SHA256SUMS"})
    void aDamagedReleaseIsNamedAndNothingIsBuiltOnIt(String name) throws IOException {
        Path first = made("seeds");
        byte[] content = Files.readAllBytes(first.resolve(name));
        content[content.length / 2] ^= 1;
        Files.write(first.resolve(name), content);
        Ran ran = dump("seeds", PAGES);
        assertEquals(1, ran.code());
        assertTrue(ran.err().contains("the release in " + first + " is damaged: "), ran.err());
        assertTrue(ran.err().contains(name.equals("SHA256SUMS") ? "" : name), ran.err());
        assertEquals(Optional.of(first.getFileName().toString()), ReleaseFolder.latest(releases()));
        assertEquals(1, dump("seeds").code(), "an unchanged one is looked at too");
    }

    @Test
    void onlyOneAtATime() throws Exception {
        try (ReleaseFolder other = ReleaseFolder.open(releases())) {
            Ran ran = dump("seeds");
            assertEquals(1, ran.code());
            assertEquals(
                    "fondgraf: " + releases() + ": another process is making a release there; wait until it is done\n",
                    ran.err());
            assertEquals(Optional.empty(), other.latest());
        }
        made("seeds");
    }

    @Test
    void whatAKilledRunLeftIsClearedAway() throws Exception {
        Path first = made("seeds");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "dump",
                        releases().toString(),
                        "seeds",
                        PAGES)
                .redirectErrorStream(true)
                .start();
        while (process.isAlive() && drafts().isEmpty()) {
            Thread.sleep(1);
        }
        process.destroyForcibly().waitFor();
        String current = ReleaseFolder.latest(releases()).orElseThrow();
        assertEquals(Optional.empty(), Checksums.damage(releases().resolve(current)));
        assertEquals(Optional.empty(), Checksums.damage(first));
        Files.createDirectories(releases().resolve(".0123456789abcdef.part/scratch"));
        Path second = made("seeds", PAGES);
        assertEquals(List.of(), drafts());
        assertEquals(Optional.empty(), Checksums.damage(second));
    }

    private List<Path> drafts() throws IOException {
        try (Stream<Path> files = Files.list(releases())) {
            return files.filter(file -> file.toString().endsWith(".part")).toList();
        }
    }

    /** A limit on the size of files stands for a disk without room. */
    @Test
    void aFullDiskLeavesTheOldRelease() throws Exception {
        Path first = made("seeds");
        Process process = new ProcessBuilder(
                        "sh",
                        "-c",
                        "ulimit -f 400; exec \"$@\"",
                        "sh",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:-UsePerfData",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "dump",
                        releases().toString(),
                        "seeds",
                        PAGES)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(1, process.waitFor());
        assertTrue(said.endsWith("fondgraf: the release cannot be written: File too large\n"), said);
        assertEquals(List.of(), drafts());
        assertEquals(Optional.of(first.getFileName().toString()), ReleaseFolder.latest(releases()));
        assertEquals(Optional.empty(), Checksums.damage(first));
    }

    @Test
    void aFileInPlaceOfTheFolderIsTold() throws IOException {
        Files.writeString(releases(), "a file");
        Ran ran = dump("seeds");
        assertEquals(1, ran.code());
        assertEquals("fondgraf: " + releases() + " is a file; name a folder for releases\n", ran.err());
    }

    @Test
    void aFolderAmongTheInputsIsRefused() throws IOException {
        Path pages = Files.createDirectory(folder.resolve("pages"));
        Ran ran = Ran.with("dump", pages.resolve("releases").toString(), pages.toString());
        assertEquals(2, ran.code());
        assertTrue(ran.err().contains("lies in the input"), ran.err());
        assertFalse(Files.exists(pages.resolve("releases")));
    }
}
