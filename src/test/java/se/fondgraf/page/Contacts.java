package se.fondgraf.page;

import java.util.List;
import java.util.Locale;

/** The invented contact of a page, and sentences that name it in the ways running text does. */
final class Contacts {
    /**
     * A sentence.
     *
     * @param published what may be left of it
     */
    record Mention(String written, String published) {}

    final String name;
    final String mail;
    final String phone;

    Contacts(Samples samples) {
        String first = samples.pick(List.of("Ylva", "Torkel", "Anna-Karin", "Örjan"));
        String last = samples.pick(List.of("Testsson", "Öberg Provell", "Exempelhielm", "af Påhitt"));
        name = first + " " + last;
        mail = "ylva." + samples.pick(List.of("testsson", "p-1", "x_y")) + "@"
                + samples.pick(List.of("granby.se", "a.ekby.example"));
        phone = samples.pick(List.of(
                "021-555 01 23",
                "0705550123",
                "+46 (0)8-555 012 34",
                "08-555 012 34",
                "0705 55 01 23",
                "021 5550123",
                "070\u00A0555\u00A001\u00A023",
                "+46705550123"));
    }

    /** The three texts that must be found nowhere. */
    List<String> secrets() {
        return List.of(name, mail, phone);
    }

    Mention mention(Samples choice) {
        String last = name.substring(name.indexOf(' ') + 1);
        String first = name.substring(0, name.indexOf(' '));
        return choice.pick(List.of(
                new Mention("Kontakta " + name + " på " + mail + ".", "Kontakta [namn] på [e-post]."),
                new Mention(name + "s rapport finns.", "[namn]s rapport finns."),
                new Mention("Av " + name.toUpperCase(Locale.ROOT) + ", 2012.", "Av [namn], 2012."),
                new Mention("Se " + last + ", " + first + " (red.).", "Se [namn] (red.)."),
                new Mention("Med " + name.replace(" ", "\u00A0 ") + " som ledare.", "Med [namn] som ledare."),
                new Mention("Ring " + phone + " i dag.", "Ring [telefon] i dag."),
                new Mention("Skriv till " + mail.replace("@", " (at) ") + " nu.", "Skriv till [e-post] nu."),
                new Mention("Fråga på tel 555 01 23, kl 08.00-16.30.", "Fråga på tel [telefon], kl 08.00-16.30."),
                new Mention("Född 850709-9805 i Granby.", "Född [personnummer] i Granby.")));
    }
}
