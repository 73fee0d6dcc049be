package se.fondgraf.cli;

import java.io.PrintWriter;
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
        subcommands = {
            ServeCommand.class,
            ConvertCommand.class,
            ValidateCommand.class,
            DumpCommand.class,
            ExtractCommand.class,
            PrepareCommand.class,
            QueryCommand.class,
            ReviewCommand.class,
            ExplainCommand.class,
            EvaluateCommand.class
        },
        header = "Publishes the projects of the European Social Fund in Sweden as linked open data.",
        description = "%nReads captured project pages, states them as RDF, and answers SPARQL.%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:nothing usable, or a failed check", "2:wrong usage"})
public final class Main {
    /** Nothing usable, or a failed check. */
    static final int FAILED = 1;

    private Main() {}

    /** Runs one command and exits with its code: 0 done, 1 nothing usable or a failed check, 2 wrong usage. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The commands, ready to run; for tests too. */
    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setExecutionExceptionHandler(Main::explain)
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
