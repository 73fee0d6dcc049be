package se.fondgraf.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher on a program of its own, with a Java that only writes down what it is called with. */
class LauncherTest {
    private static final String JAVA = """
        #!/bin/sh
        echo "$*" >>"$(dirname "$0")/../calls"
        for word in "$@"; do
            case "$word" in
                -XX:AOTCacheOutput=* | -XX:ArchiveClassesAtExit=*) echo classes >"${word#*=}" ;;
                -XX:+Broken) exit 1 ;;
            esac
        done
        """;

    @TempDir
    Path folder;

    private Path home = Path.of("");
    private Path jdk = Path.of("");

    @BeforeEach
    void install() throws IOException {
        home = Files.createDirectories(folder.resolve("home"));
        Files.copy(Path.of("fondgraf"), home.resolve("fondgraf"));
        executable(home.resolve("fondgraf"));
        for (String source : List.of("src/main", "ontology", "queries", "target/lib")) {
            Files.createDirectories(home.resolve(source));
        }
        Files.createFile(home.resolve("pom.xml"));
        touchJar(Instant.now().minusSeconds(60));
        java("25.0.3");
    }

    private void touchJar(Instant time) throws IOException {
        Path jar = home.resolve("target/fondgraf.jar");
        if (!Files.exists(jar)) {
            Files.createFile(jar);
        }
        for (String source : List.of("pom.xml", "src/main", "ontology", "queries")) {
            Files.setLastModifiedTime(home.resolve(source), FileTime.from(time.minusSeconds(60)));
        }
        Files.setLastModifiedTime(jar, FileTime.from(time));
    }

    private void java(String version) throws IOException {
        jdk = Files.createDirectories(folder.resolve("jdk-" + version));
        Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(jdk.resolve("bin/java"), JAVA);
        executable(jdk.resolve("bin/java"));
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"A test\"\nJAVA_VERSION=\"" + version + "\"\n");
    }

    private static void executable(Path file) {
        assertTrue(file.toFile().setExecutable(true));
    }

    private String launch(Map<String, String> environment, String... arguments) throws Exception {
        return launch(home.resolve("fondgraf"), environment, arguments);
    }

    /** What it writes; it must succeed. */
    private String launch(Path launcher, Map<String, String> environment, String... arguments) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(Stream.concat(Stream.of(launcher.toString()), Arrays.stream(arguments))
                        .toList());
        builder.environment().put("JAVA_HOME", jdk.toString());
        builder.environment().remove("FONDGRAF_JAVA_OPTIONS");
        builder.environment().remove("FONDGRAF_ARCHIVE");
        builder.environment().putAll(environment);
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        return output;
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(jdk.resolve("calls"));
    }

    private List<String> archives() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("target"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("fondgraf-"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void theArchiveIsMadeOnceAndUsedEveryTime() throws Exception {
        launch(Map.of(), "serve", "--port", "0");
        launch(Map.of(), "query", "--list");
        assertEquals(3, calls().size(), "once to make it, twice to run");
        assertTrue(calls().get(0).contains("-XX:AOTCacheOutput=" + home), calls().get(0));
        assertTrue(calls().get(0).endsWith("prepare serving"), calls().get(0));
        assertEquals(1, archives().size());
        for (String call : calls().subList(1, 3)) {
            assertTrue(
                    call.startsWith("-XX:AOTCache="
                            + home.resolve("target/" + archives().getFirst())),
                    call);
        }
        assertTrue(calls().get(1).endsWith("serve --port 0"), calls().get(1));
    }

    @Test
    void itIsRemadeWhenTheJarIsNewerAndTheOldOnesGo() throws Exception {
        launch(Map.of(), "--version");
        launch(Map.of("FONDGRAF_JAVA_OPTIONS", "-Xmx1g"), "--version");
        assertEquals(2, archives().size());
        for (String archive : archives()) {
            Files.setLastModifiedTime(
                    home.resolve("target/" + archive),
                    FileTime.from(Instant.now().minusSeconds(600)));
        }
        launch(Map.of(), "--version");
        assertEquals(6, calls().size(), "three made, three run");
        assertEquals(1, archives().size(), "what no run can use any more is gone");
    }

    @Test
    void otherOptionsAndAnotherJavaHaveTheirOwn() throws Exception {
        launch(Map.of(), "--version");
        launch(Map.of("FONDGRAF_JAVA_OPTIONS", "-XX:+UseG1GC"), "--version");
        assertTrue(calls().get(2).contains("-XX:+UseG1GC"), "made with the options that it is used with");
        assertFalse(calls().get(2).contains("-XX:+UseParallelGC"), "two collectors would stop Java");
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"Another\"\nJAVA_VERSION=\"25.0.3\"\n");
        launch(Map.of(), "--version");
        assertEquals(3, archives().size());
    }

    @Test
    void workOnManyPagesHasItsOwnWithAProfile() throws Exception {
        launch(Map.of(), "serve");
        launch(Map.of(), "convert", "pages", "-o", "all.nq");
        launch(Map.of(), "dump", "releases", "pages");
        assertEquals(5, calls().size(), "two made, three run");
        assertTrue(calls().get(0).contains("-XX:TieredStopAtLevel=1"), calls().get(0));
        assertFalse(calls().get(2).contains("-XX:TieredStopAtLevel=1"), calls().get(2));
        assertTrue(calls().get(2).endsWith("prepare conversion"), calls().get(2));
        assertEquals(2, archives().size());
        assertEquals(calls().get(3).split(" ", -1)[0], calls().get(4).split(" ", -1)[0], "one for all of that kind");
    }

    @Test
    void whereItCannotBeMadeTheProgramRunsWithout() throws Exception {
        Files.writeString(jdk.resolve("bin/java"), JAVA.replace("echo classes >\"${word#*=}\"", "exit 1"));
        launch(Map.of(), "serve");
        launch(Map.of(), "serve");
        assertEquals(3, calls().size(), "it is tried once");
        assertFalse(calls().get(1).contains("-XX:AOTCache"), calls().get(1));
        assertFalse(calls().get(2).contains("-XX:AOTCache"), calls().get(2));
    }

    @Test
    void anOlderJavaKeepsParsedClasses() throws Exception {
        java("21.0.8");
        launch(Map.of(), "serve");
        assertTrue(calls().get(0).contains("-XX:ArchiveClassesAtExit="), calls().get(0));
        assertTrue(calls().get(1).startsWith("-XX:SharedArchiveFile="), calls().get(1));
    }

    @Test
    void itCanBeTurnedOffAndAskedAbout() throws Exception {
        launch(Map.of("FONDGRAF_ARCHIVE", "off"), "serve");
        assertEquals(List.of(), archives());
        assertEquals(1, calls().size());
        String told = launch(Map.of("FONDGRAF_ARCHIVE", "told"), "serve");
        assertTrue(told.contains("classes come from the archive " + home), told);
        // Java itself is asked, with an option that makes it refuse what it would otherwise pass over.
        assertTrue(calls().get(2).contains("-XX:AOTMode=on") && calls().get(2).endsWith("--version"), calls().get(2));
        told = launch(Map.of("FONDGRAF_ARCHIVE", "told", "FONDGRAF_JAVA_OPTIONS", "-Xfirst"), "serve");
        assertTrue(told.contains("classes come from the archive"), told);
    }

    @Test
    void oneThatJavaRefusesIsSaidNotToBeUsed() throws Exception {
        launch(Map.of(), "serve");
        Files.writeString(jdk.resolve("bin/java"), JAVA.replace("+Broken", "AOTMode=on"));
        String told = launch(Map.of("FONDGRAF_ARCHIVE", "told"), "serve");
        assertTrue(told.contains("classes come from the jar"), told);
    }

    @Test
    void isFoundThroughALinkAndFromItsOwnFolder() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("linked"), home.resolve("fondgraf"));
        launch(link, Map.of("FONDGRAF_ARCHIVE", "off"), "serve");
        assertTrue(calls().get(0).contains("-Dfondgraf.home=" + home.toRealPath()), calls().get(0));
    }
}
