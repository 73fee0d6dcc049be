package se.fondgraf.store;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A real file system of a few megabytes, that one shell and what it starts sees and that goes with it. */
public final class SmallDisk {
    private final Path folder;
    private final String size;

    /**
     * A disk of that size, such as {@code 4m}. A test that needs it is skipped where none can be mounted.
     *
     * @param folder empty; the disk is there for those who run on it, and for nobody else
     */
    public SmallDisk(Path folder, String size) throws IOException, InterruptedException {
        this.folder = Files.createDirectories(folder);
        this.size = size;
        Process tried =
                new ProcessBuilder(shell("true")).redirectErrorStream(true).start();
        assumeTrue(tried.waitFor() == 0, "no disk of one's own can be mounted here");
    }

    /**
     * What a run came to.
     *
     * @param said messages and output as one
     */
    public record Ended(int code, String said) {
        /** Its lines. */
        public List<String> lines() {
            return said.lines().toList();
        }
    }

    private List<String> shell(String script) {
        return List.of(
                "unshare",
                "--mount",
                "--map-root-user",
                "sh",
                "-c",
                "mount -t tmpfs -o size=" + size + " none '" + folder + "' && {\n" + script + "\n}",
                "sh");
    }

    /**
     * Runs a script, in which {@code "$@"} is Java on this class path with the main class, and {@code $D} the disk.
     *
     * @param main whose {@code main} is called with what the script writes behind
     */
    public Ended run(String script, Class<?> main) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(shell(script));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:-UsePerfData"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("D", folder.toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }
}
