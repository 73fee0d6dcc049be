package se.fondgraf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/**
 * The commands of the README do what stands below them. A block of kind {@code console} holds commands after {@code $}
 * and their output, in which {@code …} stands for anything left out: on a line of its own for lines, else for text.
 */
class ReadmeTest {
    private static final String HOME = "http://localhost:3030/";
    private static final String ENDPOINT = HOME + "sparql";
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\n(.*?)^```$");

    @TempDir
    static Path folder;

    private static Process server;
    private static BufferedReader serverOutput;
    private static String endpoint;
    private static final List<String> SERVER_SAID = new ArrayList<>();

    /** A command with the output that is shown. */
    record Shown(String command, List<String> output) {
        @Override
        public String toString() {
            return command.lines().findFirst().orElse("");
        }
    }

    private static String readme() throws IOException {
        return Files.readString(Path.of("README.md"));
    }

    static List<Shown> shown() throws IOException {
        List<Shown> shown = new ArrayList<>();
        for (MatchResult block : BLOCK.matcher(readme()).results().toList()) {
            if (block.group(1).equals("console")) {
                shown.addAll(commands(block.group(2)));
            }
        }
        return shown;
    }

    /** A command goes on over lines as long as a quote is open. */
    private static List<Shown> commands(String block) {
        List<Shown> commands = new ArrayList<>();
        StringBuilder command = new StringBuilder();
        List<String> output = new ArrayList<>();
        for (String line : block.lines().toList()) {
            boolean open = command.chars().filter(c -> c == '\'').count() % 2 == 1;
            if (open) {
                command.append('\n').append(line);
            } else if (line.startsWith("$ ")) {
                if (!command.isEmpty()) {
                    commands.add(new Shown(command.toString(), List.copyOf(output)));
                }
                command = new StringBuilder(line.substring(2));
                output.clear();
            } else {
                output.add(line);
            }
        }
        commands.add(new Shown(command.toString(), List.copyOf(output)));
        return commands;
    }

    /** A process of its own, because it ends as a user ends it: by a signal. */
    @BeforeAll
    static void serve() throws IOException {
        server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Dstdout.encoding=UTF-8",
                        Main.class.getName(),
                        "serve",
                        "--port",
                        "0")
                .redirectError(folder.resolve("server-errors").toFile())
                .start();
        serverOutput = server.inputReader(StandardCharsets.UTF_8);
        endpoint = "";
        for (String line = serverOutput.readLine(); line != null; line = serverOutput.readLine()) {
            SERVER_SAID.add(line);
            if (line.startsWith("SPARQL endpoint: ")) {
                endpoint = line.split("\\s+")[2];
                break;
            }
        }
        assertFalse(endpoint.isEmpty(), "the server does not start: " + SERVER_SAID);
    }

    @AfterAll
    static void stop() throws Exception {
        // Not of the process itself, which would close its output before the last word is read.
        server.toHandle().destroy();
        assertTrue(server.waitFor(30, TimeUnit.SECONDS), "the server does not stop");
        assertEquals(List.of("stopped"), serverOutput.lines().toList());
    }

    @ParameterizedTest
    @MethodSource("shown")
    void whatIsShownHappens(Shown shown) throws Exception {
        List<String> words = words(shown.command());
        String output = switch (words.getFirst()) {
            case "./fondgraf" -> words.get(1).equals("serve") ? served(words) : run(words);
            case "curl" -> new Curl(words, HOME, endpoint.substring(0, endpoint.length() - "sparql".length())).send();
            default -> throw new AssertionError("a command that the test does not know: " + words.getFirst());
        };
        String expected = shown.output().stream().map(ReadmeTest::pattern).collect(Collectors.joining());
        assertTrue(
                Pattern.matches(expected, output.stripTrailing() + "\n"),
                () -> "shown:\n" + String.join("\n", shown.output()) + "\nbut it is:\n" + output);
    }

    private static String pattern(String line) {
        return line.strip().equals("…")
                ? "(?:.*\\R)*"
                : Pattern.compile(" *… *")
                                .splitAsStream(line.stripTrailing() + "\0")
                                .map(part -> part.replace("\0", ""))
                                .map(part -> part.isEmpty() ? "" : Pattern.quote(part))
                                .collect(Collectors.joining(".*"))
                        + "[ \\r]*\\R";
    }

    private static String served(List<String> words) {
        assertEquals(List.of("./fondgraf", "serve"), words, "only the plain serve is shown");
        String port = endpoint.replaceAll(".*:(\\d+)/.*", "$1");
        return String.join("\n", SERVER_SAID).replace(":" + port + "/", ":3030/") + "\n";
    }

    /** Output and messages; what is written goes to the test's folder. */
    private static String run(List<String> words) {
        List<String> arguments = new ArrayList<>();
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i).replace(ENDPOINT, endpoint);
            boolean written = List.of("-o", "--output", "--report", "dump").contains(words.get(i - 1));
            boolean writtenBefore = word.contains(".") && Files.exists(folder.resolve(word));
            arguments.add(written || writtenBefore ? folder.resolve(word).toString() : word);
        }
        Ran ran = Ran.with(arguments.toArray(String[]::new));
        assertEquals(0, ran.code(), ran.err());
        return (ran.out() + ran.err()).replace(folder + "/", "");
    }

    /** Words as a shell makes them of plain text and single quotes. */
    private static List<String> words(String command) {
        return Pattern.compile("(?:'[^']*'|[^\\s'])+")
                .matcher(command)
                .results()
                .map(word -> word.group().replace("'", ""))
                .toList();
    }

    @Test
    void everyCommandIsShownWithItsOutput() throws IOException {
        for (MatchResult block : BLOCK.matcher(readme()).results().toList()) {
            boolean commands =
                    block.group(2).contains("./fondgraf") || block.group(2).contains("curl");
            assertTrue(block.group(1).equals("console") || !commands, "a block that is not tried: " + block.group());
        }
        assertTrue(shown().size() > 8, "the blocks are found: " + shown().size());
    }

    @Test
    void everyCommandAndOptionIsDescribed() throws IOException {
        String readme = readme();
        for (var command : Main.commandLine().getSubcommands().entrySet()) {
            if (command.getValue().getCommandSpec().usageMessage().hidden()) {
                continue;
            }
            assertTrue(
                    Pattern.compile("`" + command.getKey() + "`|\\./fondgraf " + command.getKey() + "\\b")
                            .matcher(readme)
                            .find(),
                    command.getKey());
            for (CommandLine.Model.OptionSpec option :
                    command.getValue().getCommandSpec().options()) {
                assertTrue(
                        Pattern.compile("(?<![\\w-])" + Pattern.quote(option.longestName()) + "(?![\\w-])")
                                .matcher(readme)
                                .find(),
                        command.getKey() + " " + option.longestName());
            }
        }
    }
}
