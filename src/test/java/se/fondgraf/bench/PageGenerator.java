package se.fondgraf.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import se.fondgraf.page.Layout;
import se.fondgraf.place.Municipality;
import se.fondgraf.place.PlaceRegister;

/**
 * Writes invented project pages of all six layouts: 5 to 15 kB of running text, a contact to be masked, bodies and
 * places reused as in the world. A page depends on seed and number alone, so a thousand pages are the first thousand of
 * ten thousand.
 *
 * <p>{@code java -cp "target/test-classes:target/classes:target/lib/*" se.fondgraf.bench.PageGenerator COUNT TARGET
 * [SEED]}, where the target is a folder, or a file in {@code .zip}.
 */
public final class PageGenerator {
    /** Of 20 pages, how many have each layout: the older periods had more projects. */
    private static final List<Layout> LAYOUTS = List.of(
            Layout.A, Layout.C, Layout.A, Layout.C, Layout.F, Layout.A, Layout.C, Layout.B, Layout.A, Layout.E,
            Layout.A, Layout.C, Layout.D, Layout.A, Layout.C, Layout.F, Layout.A, Layout.C, Layout.B, Layout.E);

    private static final List<String> REGIONS = List.of(
            "Stockholm",
            "Östra Mellansverige",
            "Småland & Öarna",
            "Sydsverige",
            "Västsverige",
            "Norra Mellansverige",
            "ESF Nationellt");

    private static final List<String> TEXTS = List.of(
            "Sammanfattning",
            "Bakgrund",
            "Syfte",
            "Målsättning",
            "Tillgänglighet för personer med funktionsnedsättning",
            "Jämställdhetsintegrering");

    private static final List<Municipality> MUNICIPALITIES =
            PlaceRegister.bundled().municipalities();

    private final int number;
    private final Random random;
    private final InventedBodies bodies;
    private final SwedishText text;
    private final InventedContact contact;
    private final StringBuilder page = new StringBuilder(20_000);

    private PageGenerator(long seed, int number) {
        this.number = number;
        this.random = new Random(seed * 1_000_003 + number);
        this.bodies = new InventedBodies(random, MUNICIPALITIES);
        this.text = new SwedishText(random);
        this.contact = InventedContact.of(random);
    }

    /** Writes {@code COUNT} pages, a thousand to a subfolder. */
    public static void main(String[] arguments) throws IOException {
        int count = Integer.parseInt(arguments[0]);
        Path target = Path.of(arguments[1]);
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
        if (target.toString().endsWith(".zip")) {
            zip(count, target, seed);
            return;
        }
        for (int i = 0; i < count; i++) {
            Path file = target.resolve(name(i));
            Files.createDirectories(file.resolveSibling("."));
            Files.writeString(file, page(seed, i));
        }
    }

    private static void zip(int count, Path target, long seed) throws IOException {
        try (OutputStream file = Files.newOutputStream(target);
                ZipOutputStream zip = new ZipOutputStream(file, StandardCharsets.UTF_8)) {
            for (int i = 0; i < count; i++) {
                ZipEntry entry = new ZipEntry(name(i));
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(page(seed, i).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static String name(int number) {
        return String.format(Locale.ROOT, "%04d/%07d.txt", number / 1000, number);
    }

    /** The page of that number. */
    public static String page(long seed, int number) {
        PageGenerator generator = new PageGenerator(seed, number);
        switch (LAYOUTS.get(number % LAYOUTS.size())) {
            case A -> generator.glued();
            case B -> generator.paired("", generator.years(2014, "-", "\u00A0kr") + "Utlysning\n2015/00078\n");
            case C -> generator.paired(":", generator.years(2015, " - ", "") + "Total Kostnader:\n90\u00A0000\n");
            case D -> generator.paired(":", "Startdatum:\nSlutdatum:\n" + generator.years(2021, " - ", ""));
            case E -> generator.paired(":", generator.newFund("Berörd fond", "organisationsnummer", "Stödmottagare"));
            case F ->
                generator.paired(
                        ":",
                        generator.newFund("Fond", "org.nr.", "Stödmottagarens") + generator.years(2023, " - ", ""));
        }
        return generator.page.toString();
    }

    /** Layout A: labels glued to their values, texts under headings, lists. */
    private void glued() {
        int year = 2008 + random.nextInt(5);
        add("Logotyp på utskrifter\n\nStäng\n\nVägen vidare ", number, "\n\n");
        add("ProgramområdeProgramområde 2 Ökat arbetskraftsutbud\nProjektfasGenomförande\n");
        add("Projektägare", bodies.name(), "\nKontaktperson", contact.name(), "\nE-post", contact.mail());
        add("\nTelefonnummer", contact.phone(), "\nBeviljat ESF-stöd", amount());
        add(" kr\nTotal projektbudget", amount(), " kr\nProjektperiod", year, "-01-15 till ", year + 2);
        add("-12-31\nRegion", region(), "\nIn English\n");
        texts();
        list("Medfinansiärer", 1 + random.nextInt(3), true);
        list("Samarbetspartners", 2 + random.nextInt(7), true);
        list("Kommun", 1 + random.nextInt(4), false);
    }

    /** The other layouts: a label line, then a value line. */
    private void paired(String colon, String more) {
        String id = identifier();
        String title = "Nya vägar " + number;
        add(colon.isEmpty() ? "Logotyp på utskrifter\n\n" : "information (1)\n\n" + id + " - ", title, "\n\n");
        StringBuilder labels = new StringBuilder();
        String[] fields = {
            id.startsWith("2") && id.charAt(2) == '-' ? "Diarienummer" : "Projektnummer",
            id,
            "Projektägare",
            bodies.name(),
            "Region",
            region(),
            "Planerat antal deltagare",
            Integer.toString(1 + random.nextInt(900)),
            "Kontaktperson",
            contact.name(),
            "E-post",
            contact.mail(),
            "Stödmottagare postnr",
            Integer.toString(10_000 + random.nextInt(89_000)),
            "Programområde",
            colon.isEmpty() ? "2.3 Öka övergångarna till arbete" : "2",
            "Unionens medfinansieringsgrad",
            10 * (4 + random.nextInt(6)) + "%"
        };
        for (int i = 0; i < fields.length; i += 2) {
            labels.append(fields[i])
                    .append(colon)
                    .append('\n')
                    .append(fields[i + 1])
                    .append('\n');
        }
        for (int i = random.nextInt(4); colon.equals(":") && i > 0; i--) {
            labels.append(i == 1 ? "Medfinansiärer:\n" : "Samarbetspartners:\n")
                    .append(bodies.name())
                    .append('\n');
        }
        page.append(labels).append(more);
        if (random.nextInt(3) == 0) {
            texts();
        } else {
            add("\n", text.paragraphs(length()));
            secret();
        }
        if (random.nextInt(4) == 0) {
            list("Samarbetspartners", 2 + random.nextInt(4), true);
        }
    }

    private String years(int first, String to, String unit) {
        int year = first + random.nextInt(5);
        String colon = unit.isEmpty() ? ":" : "";
        return """
            Projektperiod%1$s
            %2$d-09-05%3$s%4$d-08-30
            Total projektbudget%1$s
            %5$s%6$s
            Beviljat ESF-stöd%1$s
            %7$s%6$s
            """.formatted(colon, year, to, year + 3, amount(), unit, amount());
    }

    private String newFund(String fund, String ownerNumber, String recipient) {
        return """
            %s:
            ESF+
            Program CCI:
            2021SE05SFPR
            Projektägare %s:
            2120%06d
            NUTS-2 kod:
            SE1%d
            %s ort:
            %s
            Sekundärtema - Motverka barnfattigdom:
            Nej
            Insats av strategisk betydelse:
            Nej
            """.formatted(
                        fund,
                        ownerNumber,
                        random.nextInt(1_000_000),
                        1 + random.nextInt(2),
                        recipient,
                        place().toUpperCase(Locale.ROOT));
    }

    private void texts() {
        int share = length() / TEXTS.size();
        for (String heading : TEXTS) {
            add("\n", heading, "\n\n", text.paragraphs(share));
        }
        secret();
    }

    /** One page in eight names its contact in its text too. */
    private void secret() {
        if (random.nextInt(8) == 0) {
            page.append(contact.sentence());
        }
    }

    private void list(String heading, int entries, boolean ofBodies) {
        add("\n", heading, "\n\n");
        for (int i = 0; i < entries; i++) {
            add("  • ", ofBodies ? bodies.name() : place(), "\n");
        }
    }

    private String identifier() {
        return switch (LAYOUTS.get(number % LAYOUTS.size())) {
            case E, F ->
                String.format(Locale.ROOT, "%02d-%03d-S%03d", 22 + number % 4, number / 4 % 1000, number / 4000);
            default -> String.format(Locale.ROOT, "%d/%06d", 2015 + number % 6, number);
        };
    }

    private String place() {
        return MUNICIPALITIES.get(random.nextInt(MUNICIPALITIES.size())).name();
    }

    private String region() {
        return REGIONS.get(random.nextInt(REGIONS.size()));
    }

    private String amount() {
        return String.format(
                Locale.ROOT,
                "%d\u00A0%03d\u00A0%03d",
                1 + random.nextInt(40),
                random.nextInt(1000),
                random.nextInt(1000));
    }

    private int length() {
        return 5_000 + random.nextInt(8_000);
    }

    private void add(Object... parts) {
        for (Object part : parts) {
            page.append(part);
        }
    }
}
