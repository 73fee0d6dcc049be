package se.fondgraf.page;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Invented values of every kind, with what they must be read as. */
final class Samples {
    /**
     * A value as a page may write it.
     *
     * @param reads what it states
     */
    record Sample(String written, List<Read> reads) {}

    /** One property and its value. */
    record Read(Property property, Value value) {}

    private static final List<String> WORDS = List.of(
            "Vägen",
            "framåt",
            "Kompetens",
            "lyft",
            "för",
            "Ökad",
            "delaktighet",
            "Nya",
            "möjligheter",
            "i",
            "Norr",
            "Ungdom",
            "2.0",
            "Lärande",
            "arbete",
            "&",
            "hållbarhet",
            "med",
            "Åsa-modellen",
            "ÄLVAN",
            "éclair");

    /** What has broken programs that build text from text. */
    private static final List<String> HOSTILE = List.of(
            "\"citat\"",
            "back\\slash\\n",
            "<script>alert(1)</script>",
            "\u200Fשלום\u200E",
            "🎉",
            "e\u0301tude",
            "a\u0323\u0302",
            "$1${x}",
            "%s%n",
            "\u202Ebaklänges\u202C",
            "'enkel'",
            "{{mall}}",
            "tabb\tinuti",
            "—",
            "[1]");

    private static final List<String> BODIES = List.of(
            "Granby kommun",
            "Region Ekby",
            "ABF Granby",
            "Samordningsförbundet Södra Ekby",
            "EKBY KOMMUN",
            "proTest",
            "Stiftelsen \"Nya Vägar\"",
            "Arbetsförmedlingen, Granby",
            "SKOLKANSLI AV CENTRALEN OCH BA");

    private final Random random;

    Samples(Random random) {
        this.random = random;
    }

    <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** Two to six words, the first with a capital; often one that is hostile. */
    String words() {
        StringBuilder words = new StringBuilder(pick(List.of("Projekt", "Ny", "Öppna", "Start", "Vi")));
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            words.append(' ').append(chance(15) ? pick(HOSTILE) : pick(WORDS));
        }
        return java.text.Normalizer.normalize(words, java.text.Normalizer.Form.NFC);
    }

    String sentence() {
        return words() + " "
                + pick(List.of(
                        "startade 2008-11-01 med 12 500 kr och 70 % av deltagarna.",
                        "pågick 2007-2013 enligt 2.1 och projekt 2016/00166.",
                        "öppnar kl 08.00-16.30 på måndagar.",
                        "bygger på ISBN 0140449116 och avsnitt 3.2.1.",
                        "ger stöd: råd, hjälp och plats."));
    }

    String number() {
        return chance(50)
                ? (2008 + random.nextInt(14)) + pick(List.of("/", "-")) + String.format("%05d", random.nextInt(99999))
                : (21 + random.nextInt(4)) + String.format("-%03d-S%02d", random.nextInt(999), 1 + random.nextInt(9));
    }

    /** A value of that property; nothing that only one layout writes. */
    Sample of(Property property) {
        return switch (property.form()) {
            case WORDS -> one(property, text(property), Value.Words::new);
            case NUMBER -> one(property, number(), Value.Words::new);
            case YEARS -> one(property, pick(List.of("2007-2013", "2014-2020", "2021-2027")), Value.Words::new);
            case CODE -> property == Property.PROGRAMME_AREA ? area() : objective(property);
            case CODES -> one(property, 100 + random.nextInt(90) + "", n -> new Value.Code(n, Optional.empty()));
            case THEME -> throw new IllegalArgumentException("a theme is named by its label");
            case TRUTH -> one(property, pick(List.of("Ja", "Nej")), text -> new Value.Truth(text.equals("Ja")));
            case BODY, BODIES -> one(property, pick(BODIES), Value.Name::new);
            case PLACES -> one(property, pick(List.of("Stockholm", "Västsverige", "Övre Norrland")), Value.Name::new);
            case ORGANIZATION_NUMBER -> organizationNumber(property);
            case PERIOD -> period();
            case DAY -> day(property);
            case AMOUNT -> amount(property);
            case PERCENT -> percent(property);
            case COUNT -> quantity(property, grouped(random.nextInt(20000)), "");
            case PROSE, PRIVATE -> throw new IllegalArgumentException("no single value: " + property);
        };
    }

    private String text(Property property) {
        return switch (property) {
            case PHASE -> pick(List.of("Genomförande", "Förprojektering", "Mobilisering"));
            case RECIPIENT_POSTAL_CODE -> pick(List.of("72189", "105 35", "SE-111 22"));
            case PROGRAMME_IDENTIFIER -> "2021SE05SFPR";
            case CALL -> number();
            default -> words();
        };
    }

    private static Sample one(Property property, String written, java.util.function.Function<String, Value> value) {
        return new Sample(written, List.of(new Read(property, value.apply(written))));
    }

    private Sample area() {
        String notation = pick(List.of("1", "2", "7", "A", "C"));
        Optional<String> words = chance(50) ? Optional.of("Ökat arbetskraftsutbud") : Optional.empty();
        String written =
                words.map(text -> "Programområde " + notation + " " + text).orElse(notation);
        return new Sample(written, List.of(new Read(Property.PROGRAMME_AREA, new Value.Code(notation, words))));
    }

    private Sample objective(Property property) {
        String notation = pick(List.of("2.1", "1.1", "7.1", "A2A", "C1"));
        Optional<String> words = chance(30) ? Optional.of("Öka övergångarna till arbete") : Optional.empty();
        String written = words.map(text -> notation + " " + text).orElse(notation);
        return new Sample(written, List.of(new Read(property, new Value.Code(notation, words))));
    }

    private Sample organizationNumber(Property property) {
        String digits = "212000" + String.format("%04d", random.nextInt(9999));
        String form = digits.substring(0, 6) + "-" + digits.substring(6);
        return new Sample(
                pick(List.of(digits, form, "16" + digits)),
                List.of(new Read(property, new Value.OrganizationNumber(form))));
    }

    private LocalDate date() {
        return LocalDate.of(2008, 1, 1).plusDays(random.nextInt(6000));
    }

    private Sample day(Property property) {
        LocalDate date = date();
        return new Sample(date.toString(), List.of(new Read(property, new Value.Day(date))));
    }

    private Sample period() {
        LocalDate start = date();
        LocalDate end = start.plusDays(random.nextInt(1500));
        String written = start + pick(List.of(" till ", "-", " - ", " – ", "–", " t.o.m. ")) + end;
        return new Sample(
                written,
                List.of(
                        new Read(Property.START_DATE, new Value.Day(start)),
                        new Read(Property.END_DATE, new Value.Day(end))));
    }

    private Sample amount(Property property) {
        return quantity(
                property, grouped(1000 + random.nextInt(90_000_000)), pick(List.of("", " kr", " SEK", "\u00A0kr")));
    }

    private Sample percent(Property property) {
        int number = random.nextInt(101);
        return new Sample(
                number + pick(List.of("%", " %", "\u00A0%")),
                List.of(new Read(property, new Value.Quantity(new BigDecimal(number)))));
    }

    private String grouped(int number) {
        String space = pick(List.of(" ", "\u00A0", "\u202F", "\u2009", ""));
        return String.format(java.util.Locale.ROOT, "%,d", number).replace(",", space);
    }

    private static Sample quantity(Property property, String written, String unit) {
        BigDecimal number = new BigDecimal(written.replaceAll("\\D", ""));
        return new Sample(written + unit, List.of(new Read(property, new Value.Quantity(number))));
    }
}
