package se.fondgraf.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server in a process of its own. */
final class ServerProcess implements AutoCloseable {
    /** How our server and its peers say where they listen. */
    private static final Pattern LISTENING =
            Pattern.compile("(?:port |SPARQL endpoint: http://[^/]*:)(\\d+).*", Pattern.DOTALL);

    /** Options that the launcher gives to ours. */
    static final List<String> LAUNCHED = List.of(
            "-Xss4m", "-XX:MaxInlineLevel=6", "-XX:FreqInlineSize=120", "-XX:+UseParallelGC", "-XX:GCTimeRatio=9");

    private final Process process;
    private final BufferedReader out;
    private final int port;

    private ServerProcess(Process process) throws IOException {
        this.process = process;
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.port = listening();
    }

    /** Starts the class with these arguments, and waits until it listens. */
    static ServerProcess start(List<String> options, Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx4g");
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return new ServerProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    private int listening() throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher matcher = LISTENING.matcher(line);
            if (matcher.matches()) {
                return Integer.parseInt(matcher.group(1));
            }
        }
        throw new IOException("the server does not start");
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    /** Seconds of CPU that it has taken so far. */
    double cpu() throws IOException {
        return new ProcessFigures(pid()).cpu();
    }

    /** Resident memory, MB. */
    long resident() throws IOException {
        return new ProcessFigures(pid()).resident();
    }

    /** Megabytes of objects that live on its heap; collects to find out. */
    long live() throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process histogram = new ProcessBuilder(jcmd, Long.toString(pid()), "GC.class_histogram").start();
        String text = new String(histogram.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        histogram.waitFor();
        return text.lines()
                .filter(line -> line.startsWith("Total"))
                .mapToLong(line -> Long.parseLong(line.strip().split("\\s+", -1)[2]) >> 20)
                .findFirst()
                .orElse(0);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
