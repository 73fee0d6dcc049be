package se.fondgraf.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.fondgraf.place.PlaceRegister;

/** The resolution holds its targets on the labelled names. */
class EvaluationTest {
    private static final Path LABELLED = Path.of("src/test/resources/labelled/mentions.csv");

    @Test
    void holdsItsTargets() throws IOException {
        PlaceRegister places = PlaceRegister.bundled();
        try (var text = Files.newBufferedReader(LABELLED)) {
            Evaluation evaluation = Evaluation.of("mentions.csv", text, Resolver.bundled(places), places);
            Evaluation.Score offices = evaluation.offices();
            Evaluation.Score parents = evaluation.parents();
            assertEquals(1.0, offices.precision(), wrong(offices, true));
            assertTrue(offices.recall() >= 0.97, offices.recall() + "\n" + wrong(offices, false));
            assertTrue(parents.f1() >= 0.98, parents.f1() + "\n" + wrong(parents, true) + wrong(parents, false));
        }
    }

    private static String wrong(Evaluation.Score score, boolean merged) {
        return score.wrong().stream()
                .filter(pair -> pair.merged() == merged)
                .map(pair ->
                        (pair.merged() ? "MERGED " : "APART  ") + describe(pair.a()) + "  |  " + describe(pair.b()))
                .collect(Collectors.joining("\n", "\n", "\n"));
    }

    private static String describe(Evaluation.Judged judged) {
        return judged.project() + ": " + judged.name() + " [" + judged.label() + "] -> " + judged.found() + " ("
                + judged.rule() + ")";
    }
}
