package se.fondgraf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code fondgraf serve} on a free port, in a process of its own. */
final class Service implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("SPARQL endpoint: (http://[^ ]*/)sparql .*");

    private final Process process;
    private final List<String> said = new CopyOnWriteArrayList<>();

    /** Starts it, and waits until it answers. */
    Service(Object... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName(),
                "serve",
                "--port",
                "0"));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        Thread.ofPlatform().daemon().start(this::listen);
        Asking.await(
                () -> said.stream().anyMatch(line -> LISTENING.matcher(line).matches()) || !process.isAlive());
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
            }
        } catch (IOException e) {
            said.add(e.toString());
        }
    }

    /** Where it answers. */
    URI address() {
        return said.stream()
                .map(LISTENING::matcher)
                .filter(Matcher::matches)
                .map(line -> URI.create(line.group(1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("it does not start: " + said));
    }

    /** All that it has said. */
    List<String> said() {
        return said;
    }

    /** Waits until it has said that. */
    void awaitSaying(String text) throws InterruptedException {
        Asking.await(() -> {
            if (!process.isAlive()) {
                throw new AssertionError("it has ended, and has not said " + text + ": " + said);
            }
            return said.stream().anyMatch(line -> line.contains(text));
        });
    }

    /** Sends it the signal HUP. */
    void hangUp() throws Exception {
        int code = new ProcessBuilder("kill", "-HUP", Long.toString(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
        assertEquals(0, code);
    }

    /** Ends it as {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
