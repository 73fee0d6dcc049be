package se.fondgraf.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.fondgraf.curated.CuratedFileException;
import se.fondgraf.place.PlaceRegister;
import se.fondgraf.resolve.Evaluation;
import se.fondgraf.resolve.Resolver;

/** {@code fondgraf evaluate}: how often names are judged as people have labelled them. */
@Command(
        name = "evaluate",
        header = "Measure the judging of names against names that people have labelled.",
        description = {
            "%nOf the pairs of mentions judged one body, how many are (precision); of those that are, how many were",
            "judged so (recall); and their harmonic mean (F1): for offices, and for the bodies they belong to.",
            "Then the pairs judged wrongly. The figures are information: they make no exit code.%n"
        },
        footer = {
            "%nFILE is CSV in UTF-8, one row a mention, with this header line:",
            "  project,title,start,municipalities,region,domain,number,role,name,office,parent,note",
            "The first seven cells are the project's, the same on each of its rows: its number or any key, title,",
            "first day (YYYY-MM-DD), municipalities between |, region, and of its owner the e-mail domain (never the",
            "address) and the organisation number. role is owner, coFinancier, partner or actor; name stands as on",
            "the page. office and parent are labels of your own: two mentions are one body if and only if they have",
            "the same label. docs/evaluation.md tells more."
        })
final class EvaluateCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec command;

    @Parameters(paramLabel = "FILE", description = "The labelled names.")
    private Path file = Path.of("");

    @Override
    public Integer call() {
        PrintWriter out = command.commandLine().getOut();
        Evaluation evaluation = evaluation();
        if (evaluation.mentions() == 0) {
            throw new OperatorException(file + " holds no labelled name");
        }
        out.println(Run.counted(evaluation.mentions(), "mention"));
        out.println("level   precision  recall  F1     judged  labelled  both");
        line(out, "office", evaluation.offices());
        line(out, "parent", evaluation.parents());
        wrong(out, "office", evaluation.offices());
        wrong(out, "parent", evaluation.parents());
        out.flush();
        return 0;
    }

    private Evaluation evaluation() {
        PlaceRegister places = PlaceRegister.bundled();
        try (BufferedReader text = Files.newBufferedReader(file)) {
            return Evaluation.of(file.toString(), text, Resolver.bundled(places), places);
        } catch (CuratedFileException e) {
            throw new OperatorException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw OperatorException.of(file + " cannot be read", e);
        }
    }

    /** Judged, labelled and both count pairs of mentions. */
    private static void line(PrintWriter out, String level, Evaluation.Score score) {
        out.printf(
                Locale.ROOT,
                "%-7s %9.3f  %6.3f  %5.3f  %6d  %8d  %4d%n",
                level,
                score.precision(),
                score.recall(),
                score.f1(),
                score.found(),
                score.true_(),
                score.right());
    }

    private static void wrong(PrintWriter out, String level, Evaluation.Score score) {
        for (Evaluation.WrongPair pair : score.wrong()) {
            out.println();
            out.println(level + (pair.merged() ? ": judged one, labelled two" : ": judged two, labelled one"));
            out.println(described(pair.a()));
            out.println(described(pair.b()));
        }
    }

    private static String described(Evaluation.Judged judged) {
        return "  " + judged.project() + ": " + judged.name() + " [" + judged.label() + "] -> " + judged.found() + " ("
                + judged.rule().key() + ")";
    }
}
