package se.fondgraf.bench;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * An invented person to ask about a project, whom no output may name.
 *
 * @param phone with area code
 */
record InventedContact(String name, String mail, String phone) {
    private static final List<String> FIRST = List.of(
            "Eva",
            "Anna-Karin",
            "Lars",
            "Mohammed",
            "Åsa",
            "Björn",
            "Ulla",
            "Per",
            "Fatima",
            "Göran",
            "Lena",
            "Tobias");
    private static final List<String> LAST = List.of(
            "Exempelsson", "Påhittad", "Testberg", "Ek", "von Prov", "Ågren", "Nilsdotter", "Öman", "Sjö", "Fingerad");

    static InventedContact of(Random random) {
        String first = FIRST.get(random.nextInt(FIRST.size()));
        String last = LAST.get(random.nextInt(LAST.size()));
        String mail = plain(first) + "." + plain(last) + "@example" + random.nextInt(40) + ".org";
        String phone =
                "08-" + (100 + random.nextInt(900)) + " " + (10 + random.nextInt(90)) + " " + (10 + random.nextInt(90));
        return new InventedContact(first + " " + last, mail, phone);
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("[^A-Za-z-]", "")
                .toLowerCase(Locale.ROOT);
    }

    /** A line of running text that gives the person away. */
    String sentence() {
        return "Vill du veta mer? Kontakta " + name + " på " + phone + " eller " + mail + ".\n";
    }
}
