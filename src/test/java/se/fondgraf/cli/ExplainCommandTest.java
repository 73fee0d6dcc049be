package se.fondgraf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainCommandTest {
    private static void tells(Ran ran, String... sentences) {
        assertEquals(0, ran.code(), ran.err());
        for (String sentence : sentences) {
            assertTrue(ran.out().contains(sentence), sentence + "\nis not in\n" + ran.out());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arbetsförmedlingen Västerås",
                "Arbetsförmedlingen, Västerås",
                "organization/arbetsfoermedlingen-vaesteraas",
                "https://w3id.org/fondgraf/id/organization/arbetsfoermedlingen-vaesteraas",
                "participation/spektra-2-9d85d20f/co-financier/arbetsfoermedlingen-vaesteraas"
            })
    void aBodyIsToldByNameAndIri(String asked) {
        tells(
                Ran.with("explain", asked),
                "Arbetsförmedlingen Västerås  organization/arbetsfoermedlingen-vaesteraas\n",
                "parent    Arbetsförmedlingen  organization/arbetsfoermedlingen\n",
                "seat      Västerås (1980)\n",
                "spelt     Arbetsförmedlingen, Västerås (2 projects)\n",
                "co-financier: Arbetsförmedlingen, Västerås, line 68 of page/jobbpunktvaest-653fa775/6ac255fc\n",
                "local-body: Namnet är Arbetsförmedlingen med platsen Västerås.\n");
    }

    @Test
    void nearNamesOfOtherBodiesAreToldWithTheirReason() {
        tells(Ran.with("explain", "Arbetsförmedlingen Örebro"), """
                  Not the same, though the names are near:
                    Arbetsförmedlingen Örebro Syd  organization/arbetsfoermedlingen-oerebro-syd
                      local-body: Namnet är Arbetsförmedlingen med platsen Örebro Syd.
                """);
    }

    @Test
    void aBodyThatNoPageNamesHasItsUnits() {
        tells(
                Ran.with("explain", "arbetsförmedlingen"),
                "number    202100-2114",
                "has       Arbetsförmedlingen Avesta  organization/arbetsfoermedlingen-avesta",
                "nowhere: pages name only what belongs to it");
    }

    @Test
    void oneNameKeptApartIsTwoStories(@TempDir Path folder) throws Exception {
        for (String town : List.of("Sala", "Köping")) {
            Files.writeString(
                    folder.resolve(town + ".txt"),
                    "Projekt i " + town + "\n\nProjektfasGenomförande\nProjektägare" + town
                            + " kommun\nIn English\n\nSamarbetspartners\n\n • Folkuniversitetet\n");
        }
        tells(
                Ran.with("explain", "Folkuniversitetet", folder.toString()),
                "bodies are called so and kept apart",
                "organization/folkuniversitetet-of-projekt-i-sala",
                "organization/folkuniversitetet-of-projekt-i-koeping",
                "multi-site-body-named-alone: ");
    }

    @Test
    void anUnknownNameBringsNearOnes() {
        Ran ran = Ran.with("explain", "Försäkringskasan Västerås");
        assertEquals(1, ran.code());
        assertEquals("", ran.out());
        assertTrue(ran.err().contains("did you mean Försäkringskassan Västerås?"), ran.err());
        Ran unlike = Ran.with("explain", "organization/nowhere");
        assertEquals(1, unlike.code());
        assertTrue(unlike.err().contains("no page names organization/nowhere"), unlike.err());
        assertFalse(unlike.err().contains("did you mean"), unlike.err());
    }
}
