package se.fondgraf.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import se.fondgraf.place.Municipality;
import se.fondgraf.place.PlaceRegister;

/**
 * Writes invented project pages: layouts A, C and F in turn, 5 to 15 kB of running text, bodies reused as in the world,
 * where few take part in many projects and most in one. The same seed gives the same pages.
 *
 * <p>{@code java -cp target/test-classes:target/classes:target/lib/* se.fondgraf.bench.PageGenerator COUNT FOLDER
 * [SEED]}
 */
public final class PageGenerator {
    private static final List<String> KINDS = List.of(
            "Arbetsförmedlingen %s",
            "Försäkringskassan %s",
            "%s kommun",
            "%s kommun, Socialförvaltningen",
            "Samordningsförbundet %s",
            "Studieförbundet Vuxenskolan %s",
            "Coompanion %s",
            "%s folkhögskola",
            "%s Utveckling AB",
            "Föreningen Hopp i %s");

    private static final List<String> WORDS = List.of(
            ("projektet deltagare arbete samverkan metod stöd insatser utveckling kommun målgrupp erfarenhet arbetslivet praktik språk "
                            + "utbildning vägledning arbetsgivare långtidsarbetslösa unga kvinnor män jämställdhet tillgänglighet och att "
                            + "för med som är av till kan ska under inom genom ett en den det vi")
                    .split(" "));

    private static final List<String> SECTIONS = List.of(
            "Sammanfattning",
            "Bakgrund",
            "Syfte",
            "Målsättning",
            "Tillgänglighet för personer med funktionsnedsättning",
            "Jämställdhetsintegrering");

    private final Random random;
    private final List<Municipality> municipalities = PlaceRegister.bundled().municipalities();
    private final List<String> regions = List.of(
            "Stockholm",
            "Östra Mellansverige",
            "Småland & Öarna",
            "Sydsverige",
            "Västsverige",
            "Norra Mellansverige",
            "ESF Nationellt");

    /** Pages of this seed. */
    public PageGenerator(long seed) {
        random = new Random(seed);
    }

    /** Writes {@code COUNT} pages into a folder, a thousand to a subfolder. */
    public static void main(String[] arguments) throws IOException {
        int count = Integer.parseInt(arguments[0]);
        Path folder = Path.of(arguments[1]);
        PageGenerator generator = new PageGenerator(arguments.length > 2 ? Long.parseLong(arguments[2]) : 1);
        for (int i = 0; i < count; i++) {
            Path subfolder = Files.createDirectories(folder.resolve(String.format("%04d", i / 1000)));
            Files.writeString(subfolder.resolve(String.format("%07d.txt", i)), generator.page(i));
        }
    }

    /** The page of that number. */
    public String page(int number) {
        return switch (number % 3) {
            case 0 -> layoutA(number);
            case 1 -> layoutC(number);
            default -> layoutF(number);
        };
    }

    private String layoutA(int number) {
        int year = 2008 + random.nextInt(5);
        StringBuilder page = new StringBuilder("Logotyp på utskrifter\n\nStäng\n\nProjekt ")
                .append(number)
                .append(" framåt\n\n");
        page.append("ProgramområdeProgramområde 2 Ökat arbetskraftsutbud\nProjektfasGenomförande\nProjektägare")
                .append(body());
        page.append("\nKontaktpersonEva Exempel\nE-posteva@example.org\nTelefonnummer08-000000\nBeviljat ESF-stöd")
                .append(amount());
        page.append(" kr\nTotal projektbudget")
                .append(amount())
                .append(" kr\nProjektperiod")
                .append(year)
                .append("-01-15 till ");
        page.append(year + 2).append("-12-31\nRegion").append(region()).append("\nIn English\n");
        int share = length() / SECTIONS.size();
        SECTIONS.forEach(
                section -> page.append('\n').append(section).append("\n\n").append(text(share)));
        page.append("\nMedfinansiärer\n\n")
                .append(bodies(1, 4))
                .append("\nSamarbetspartners\n\n")
                .append(bodies(2, 9))
                .append("\nKommun\n\n");
        for (int i = random.nextInt(4); i >= 0; i--) {
            page.append(" • ").append(place()).append('\n');
        }
        return page.toString();
    }

    private String layoutC(int number) {
        int year = 2015 + random.nextInt(5);
        String id = year + "/" + String.format("%05d", number);
        StringBuilder page = new StringBuilder("information (1)\n\n")
                .append(id)
                .append(" - Vägen vidare ")
                .append(number);
        page.append("\n\nProjektnummer:\n")
                .append(id)
                .append("\nProjektägare:\n")
                .append(body())
                .append("\nNamn:\nVägen vidare ");
        page.append(number)
                .append("\nRegion:\n")
                .append(region())
                .append("\nPlanerat antal deltagare:\n")
                .append(random.nextInt(900));
        page.append("\nProjektperiod:\n")
                .append(year)
                .append("-09-05 - ")
                .append(year + 3)
                .append("-08-30\nTotal projektbudget:\n");
        page.append(amount())
                .append("\nBeviljat ESF-stöd:\n")
                .append(amount())
                .append("\nKontaktperson:\nEva Exempel\nE-post:\n");
        page.append("eva@example.org\nProgramområde:\n2\nSpecifikt mål:\n2.1\nInterventionstyp:\n102\n\n")
                .append(text(length()));
        return page.toString();
    }

    private String layoutF(int number) {
        int year = 2022 + random.nextInt(3);
        String id = String.format("%02d-%03d-S%02d", year - 2000, number / 90 % 1000, number % 90 + 10);
        StringBuilder page = new StringBuilder(id)
                .append(" - Nya vägar ")
                .append(number)
                .append("\n\nDiarienummer:\n")
                .append(id);
        page.append("-")
                .append(number)
                .append("\nFond:\nESF+\nProjektägare:\n")
                .append(body().toUpperCase(java.util.Locale.ROOT));
        page.append("\nTotal projektbudget:\n")
                .append(amount())
                .append("\nBeviljat ESF-stöd:\n")
                .append(amount());
        page.append("\nStartdatum:\n")
                .append(year)
                .append("-04-22\nSlutdatum:\n")
                .append(year + 3)
                .append("-03-31\nProgramområde:\nA\n");
        page.append("Specifikt mål:\nA2A\nProgram CCI:\n2021SE05SFPR\nNUTS-2 kod:\nSE12\n\n")
                .append(text(length()));
        return page.toString();
    }

    /** Rank by a power law: the first bodies are everywhere, most are met once. */
    private String body() {
        int rank = (int) Math.pow(40_000, random.nextDouble());
        Municipality place = municipalities.get(rank * 7 % municipalities.size());
        String name = String.format(KINDS.get(rank % KINDS.size()), place.name());
        return rank < municipalities.size() * KINDS.size() ? name : name + " " + rank;
    }

    private String bodies(int least, int most) {
        List<String> lines = new ArrayList<>();
        for (int i = least + random.nextInt(most - least); i > 0; i--) {
            lines.add("  • " + body() + "\n");
        }
        return String.join("", lines);
    }

    private String place() {
        return municipalities.get(random.nextInt(municipalities.size())).name();
    }

    private String region() {
        return regions.get(random.nextInt(regions.size()));
    }

    private String amount() {
        return String.format(
                "%d\u00A0%03d\u00A0%03d", 1 + random.nextInt(40), random.nextInt(1000), random.nextInt(1000));
    }

    private int length() {
        return 5_000 + random.nextInt(10_000);
    }

    private String text(int length) {
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            for (int i = 8 + random.nextInt(80); i > 0; i--) {
                text.append(WORDS.get(random.nextInt(WORDS.size()))).append(i == 1 ? ".\n" : " ");
            }
        }
        return text.toString();
    }
}
