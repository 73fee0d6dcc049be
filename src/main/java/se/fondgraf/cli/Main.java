package se.fondgraf.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The program {@code fondgraf}. */
@Command(
        name = "fondgraf",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        header = "Publishes the projects of the European Social Fund in Sweden as linked open data.",
        description = "%nReads captured project pages, states them as RDF, and answers SPARQL.%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:nothing usable, or a failed check", "2:wrong usage"})
public final class Main {
    /** Nothing usable, or a failed check. */
    static final int FAILED = 1;

    /** In the order in which the help lists them. */
    private static final Map<String, Supplier<Callable<Integer>>> COMMANDS = commands();

    private Main() {}

    private static Map<String, Supplier<Callable<Integer>>> commands() {
        Map<String, Supplier<Callable<Integer>>> commands = new LinkedHashMap<>();
        commands.put("serve", ServeCommand::new);
        commands.put("convert", ConvertCommand::new);
        commands.put("validate", ValidateCommand::new);
        commands.put("dump", DumpCommand::new);
        commands.put("extract", ExtractCommand::new);
        commands.put("prepare", PrepareCommand::new);
        commands.put("query", QueryCommand::new);
        commands.put("review", ReviewCommand::new);
        commands.put("explain", ExplainCommand::new);
        commands.put("evaluate", EvaluateCommand::new);
        return commands;
    }

    /** Runs one command and exits with its code: 0 done, 1 nothing usable or a failed check, 2 wrong usage. */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /**
     * Runs one command. Where the first argument names it, the others are not even looked at: making ready all of them
     * takes longer than many a command.
     */
    private static int run(String[] arguments) {
        Set<String> named = arguments.length > 0 ? Set.of(arguments[0]) : Set.of();
        return commandLine(COMMANDS.keySet().containsAll(named) && !named.isEmpty() ? named : COMMANDS.keySet())
                .execute(arguments);
    }

    /** All commands, ready to run; for tests too. */
    static CommandLine commandLine() {
        return commandLine(COMMANDS.keySet());
    }

    private static CommandLine commandLine(Set<String> names) {
        CommandLine all = new CommandLine(new Main());
        COMMANDS.forEach((name, command) -> {
            if (names.contains(name)) {
                all.addSubcommand(command.get());
            }
        });
        return all.setExecutionExceptionHandler(Main::explain)
                .setParameterExceptionHandler(Main::correct)
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    /** Says what is wrong with the arguments, and where to read what is right. */
    private static int correct(CommandLine.ParameterException exception, String[] arguments) {
        CommandLine command = exception.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("fondgraf: " + exception.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(exception, err);
        err.println("See " + command.getCommandSpec().qualifiedName() + " --help");
        err.flush();
        return CommandLine.ExitCode.USAGE;
    }

    /** Tells an operator's mistake in a sentence; anything else is a bug, told as one. */
    private static int explain(Exception exception, CommandLine command, CommandLine.ParseResult result) {
        PrintWriter err = command.getErr();
        if (exception instanceof OperatorException) {
            err.println("fondgraf: " + exception.getMessage());
        } else {
            err.println("fondgraf: a fault of the program itself: " + exception);
            if (Boolean.getBoolean("fondgraf.debug")) {
                exception.printStackTrace(err);
            } else {
                err.println("Please report it. FONDGRAF_JAVA_OPTIONS=-Dfondgraf.debug=true shows where it happened.");
            }
        }
        err.flush();
        return FAILED;
    }
}
