package se.fondgraf.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import se.fondgraf.page.LineUse.Kind;

/** Makes up pages of every layout, the same for the same seed. */
final class PageGenerator {
    /** A label with its values; without samples it stands for nothing known, or speaks of a person. */
    private record Entry(String label, Optional<Property> property, List<Samples.Sample> samples, String other) {}

    private static final List<String> PRIVATE = List.of("Kontaktperson", "E-post", "Telefonnummer");
    private static final List<String> OTHER_PRIVATE =
            List.of("Projektansvarig", "Mobiltelefon", "Ansvarig handläggare");
    private static final List<String> UNKNOWN = List.of("Prioriterad grupp", "Typ av insats", "Delmål");

    private static final String A = "Programområde Projektfas Projektägare Beviljat_ESF-stöd Total_projektbudget"
            + " Projektperiod Region Planerat_antal_deltagare";
    private static final String B = A + " Utlysning Projektnummer";
    private static final String C = "Projektnummer Projektägare Namn Region Planerat_antal_deltagare Projektperiod"
            + " Total_projektbudget Beviljat_ESF-stöd Total_Kostnader Stödmottagare_postnr Programområde Specifikt_mål"
            + " Unionens_medfinansieringsgrad Interventionstyp Medfinansiärer Kommun";
    private static final String D = "Diarienummer Startdatum Slutdatum " + C;
    private static final String E = "Diarienummer Namn Startdatum Slutdatum Land_som_berörs Berörd_fond Program_CCI"
            + " Projektägare_organisationsnummer Projektägare Unionens_medfinansieringsgrad Programområde Specifikt_mål"
            + " Region NUTS-2_kod Stödmottagare_postnr Stödmottagare_ort Interventionstyp Antal_deltagare"
            + " Insats_av_strategisk_betydelse";
    private static final String F = "Fond Programperiod Projektnummer Namn Projektägare Projektägare_org.nr."
            + " Stödmottagarens_ort Stödmottagarens_land Total_projektbudget Beviljat_ESF-stöd Projektperiod"
            + " Specifikt_mål Region";
    private final Layout layout;
    private final Samples samples;
    private final Contacts contacts;
    private final List<Entry> entries = new ArrayList<>();
    private final String title;
    private final String number;
    private final long bodySeed;

    PageGenerator(long seed) {
        Random random = new Random(seed);
        layout = new Samples(random).pick(List.of(Layout.values()));
        samples = new Samples(random);
        contacts = new Contacts(samples);
        title = samples.words();
        number = samples.number();
        for (String label : labels(layout).split(" ")) {
            if (entries.size() < 3 || samples.chance(75)) {
                entries.add(known(label.replace('_', ' ')));
            }
        }
        contactEntries();
        bodySeed = random.nextLong();
        shuffle(random);
    }

    private static String labels(Layout layout) {
        return switch (layout) {
            case A -> A;
            case B -> B;
            case C -> C;
            case D -> D;
            case E -> E;
            case F -> F;
        };
    }

    private boolean glued() {
        return layout == Layout.A;
    }

    private boolean colons() {
        return layout.compareTo(Layout.C) >= 0;
    }

    private Entry known(String label) {
        Property property = LabelBook.bundled().named(label).orElseThrow().states();
        List<Samples.Sample> values = new ArrayList<>();
        if (glued() || !samples.chance(10)) {
            values.add(samples.of(property));
        }
        while (colons() && !values.isEmpty() && property.isList() && samples.chance(30)) {
            values.add(samples.of(property));
        }
        return new Entry(label, Optional.of(property), values, "");
    }

    private void contactEntries() {
        List<String> values = contacts.secrets();
        for (int i = 0; i < PRIVATE.size(); i++) {
            entries.add(new Entry(PRIVATE.get(i), Optional.of(Property.CONTACT), List.of(), values.get(i)));
        }
        if (samples.chance(40)) {
            entries.add(new Entry(samples.pick(OTHER_PRIVATE), Optional.empty(), List.of(), contacts.name));
        }
        if (samples.chance(50)) {
            entries.add(new Entry(samples.pick(UNKNOWN), Optional.empty(), List.of(), "Unga " + samples.number()));
        }
    }

    /** Any order in which a person could tell the labels nobody knows from values. */
    void shuffle(Random random) {
        do {
            Collections.shuffle(entries, random);
        } while (!isTellable());
    }

    private boolean isTellable() {
        for (int i = 0; i < entries.size(); i++) {
            boolean unknown = entries.get(i).property.isEmpty();
            boolean last = i == entries.size() - 1;
            boolean afterEmpty = i > 0 && entries.get(i - 1).samples.isEmpty();
            if (unknown && (i == 0 || last || (!colons() && afterEmpty))) {
                return false;
            }
        }
        return !entries.getLast().samples.isEmpty()
                && (colons() || !entries.getLast().property.orElseThrow().isList());
    }

    /** The page; the same each time but for the order of its labels. */
    RandomPage page() {
        RandomPage.Draft draft = new RandomPage.Draft();
        Samples choice = new Samples(new Random(bodySeed));
        before(draft, choice);
        draft.add(colons() ? number + " - " + title : title, Kind.VALUE);
        draft.states(Property.TITLE, new Value.Words(title));
        if (colons()) {
            draft.states(Property.IDENTIFIER, new Value.Words(number));
        }
        draft.blank();
        if (choice.chance(20)) {
            draft.add("Stäng", Kind.FURNITURE);
            draft.blank();
        }
        entries.forEach(entry -> header(draft, entry));
        if (glued() && choice.chance(70)) {
            draft.add("In English", Kind.FURNITURE);
        }
        draft.blank();
        new BodyGenerator(layout, choice, contacts, draft).write();
        return new RandomPage(
                layout, draft.lines, draft.expected, draft.kinds, draft.unknown, draft.spaced, contacts.secrets());
    }

    private static void before(RandomPage.Draft draft, Samples choice) {
        List<List<String>> notices = List.of(
                List.of("Logotyp på utskrifter"),
                List.of("Stäng"),
                List.of("3 december - Webbinarium om fattigdom i dagens Sverige", "", "Mer information och anmälan."),
                List.of("Information med anledning av covid-19", "Alla möten hålls på distans.", "Läs mer här"),
                List.of(
                        "information (1)",
                        "Cookies",
                        "",
                        "Den här hemsidan använder cookies för att du ska trivas.",
                        "",
                        "Lär dig mer"));
        for (List<String> notice : notices) {
            if (choice.chance(30)) {
                notice.forEach(line -> draft.add(line, line.isEmpty() ? Kind.STRUCTURE : Kind.FURNITURE));
                draft.blank();
            }
        }
    }

    private void header(RandomPage.Draft draft, Entry entry) {
        if (glued()) {
            glued(draft, entry);
        } else {
            paired(draft, entry);
        }
    }

    private static void glued(RandomPage.Draft draft, Entry entry) {
        String value =
                entry.samples.isEmpty() ? entry.other : entry.samples.getFirst().written();
        draft.add(entry.label + value, kind(entry));
        if (!entry.samples.isEmpty()) {
            draft.states(entry.samples.getFirst().reads());
        } else if (kind(entry) == Kind.UNMAPPED) {
            draft.unknown.add(entry.label + value);
        }
    }

    private static Kind kind(Entry entry) {
        if (!entry.samples.isEmpty()) {
            return Kind.VALUE;
        }
        return entry.property.isPresent() || OTHER_PRIVATE.contains(entry.label) ? Kind.DROPPED : Kind.UNMAPPED;
    }

    private void paired(RandomPage.Draft draft, Entry entry) {
        boolean known = entry.property.isPresent();
        draft.spaced.add(draft.lines.size());
        draft.add(entry.label + (colons() ? ":" : ""), known ? Kind.STRUCTURE : kind(entry));
        if (!entry.other.isEmpty()) {
            draft.add(entry.other, kind(entry));
            if (kind(entry) == Kind.UNMAPPED) {
                draft.unknown.add(entry.label);
                draft.unknown.add(entry.other);
            }
        }
        for (Samples.Sample sample : entry.samples) {
            draft.add(sample.written(), Kind.VALUE);
            draft.states(sample.reads());
        }
    }
}
