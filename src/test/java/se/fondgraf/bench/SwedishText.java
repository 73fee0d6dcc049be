package se.fondgraf.bench;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Makes up running text as project pages have it: Swedish words as often as in the language, sentences, paragraphs of a
 * line each, bullets at the margin, shares, years and sums in between.
 */
final class SwedishText {
    /** The commonest first: a word is chosen the more often the earlier it stands. */
    private static final List<String> WORDS =
            List.of(("och att i för som med av till en på är det den inom ska kommer genom projektet de deltagare om"
                            + " vi deltagarna har vid ett arbete eller kan samt från inte olika ut under utveckla samverkan stöd"
                            + " sin mål arbetsmarknaden målgruppen bli dessa utbildning mer även insatser behov män kvinnor kommun"
                            + " många individens utifrån andra arbetslivet metoder få detta alla personer kompetens unga över"
                            + " efter där verksamheten gemensamt öka skapa sysselsättning arbetsgivare möjligheter arbetssätt"
                            + " erfarenheter så kommunen blir ha hur stärka egna hela projekt varje nya praktik vägledning språk"
                            + " långtidsarbetslösa jämställdhet tillgänglighet funktionsnedsättning företag lokala regionen"
                            + " människor studier självförsörjning utanförskap hälsa motivation kunskap aktörer rehabilitering"
                            + " förutsättningar försäkringskassan arbetsförmedlingen landstinget socialtjänsten näringslivet"
                            + " handledare kartläggning coachning samordnare styrgrupp utvärdering implementering resultat ekonomi"
                            + " individuella anställning arbetsträning validering matchning introduktion integration utrikesfödda"
                            + " bakgrund delaktighet egenmakt livssituation helhetssyn nätverk mötesplatser yrkesutbildning"
                            + " gymnasiet ungdomar arbetsplatser bemötande kontinuerligt långsiktigt strukturpåverkan spridning"
                            + " transnationellt Europa erfarenhetsutbyte folkhögskola studieförbund kooperativ föreningar ideell"
                            + " sektor branscher vård omsorg industri handel restaurang bygg transport lantbruk turism kultur"
                            + " miljö teknik personalen ledningen chefer medarbetare kompetensutveckling lärande friskvård"
                            + " sjukskrivna aktivitetsersättning försörjningsstöd nystartsjobb rekrytering bristyrken språkstöd"
                            + " tolk samhällsorientering barnomsorg pendling glesbygd landsbygd storstad")
                    .split(" "));

    private static final List<String> ASIDES = List.of(
            "t.ex.",
            "bl.a.",
            "m.m.",
            "ca",
            "(se nedan)",
            "(ESF)",
            "d.v.s.",
            "SFI",
            "s.k.",
            "ABF",
            "Mål 3",
            "EU",
            "(15-24 år)",
            "kl. 09.00-16.00",
            "§ 37",
            "1/3");

    private final Random random;

    SwedishText(Random random) {
        this.random = random;
    }

    /** Paragraphs of about that many characters in all, each ended by a line end. */
    String paragraphs(int length) {
        StringBuilder text = new StringBuilder(length + 200);
        while (text.length() < length) {
            if (random.nextInt(6) == 0) {
                text.append(random.nextBoolean() ? "-" : "• ");
                sentence(text);
            } else {
                for (int i = 1 + random.nextInt(9); i > 0; i--) {
                    sentence(text);
                    text.append(i == 1 ? "" : " ");
                }
            }
            text.append('\n');
        }
        return text.toString();
    }

    private void sentence(StringBuilder text) {
        int words = 5 + random.nextInt(24);
        for (int i = 0; i < words; i++) {
            String word = word();
            text.append(i == 0 ? word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1) : word);
            text.append(i == words - 1 ? "." : random.nextInt(12) == 0 ? ", " : " ");
        }
    }

    private String word() {
        return switch (random.nextInt(90)) {
            case 0 -> ASIDES.get(random.nextInt(ASIDES.size()));
            case 1 -> String.valueOf(2 + random.nextInt(400));
            case 2 -> random.nextInt(100) + " %";
            case 3 -> String.valueOf(2005 + random.nextInt(20));
            default -> WORDS.get((int) Math.pow(WORDS.size(), random.nextDouble()) % WORDS.size());
        };
    }
}
