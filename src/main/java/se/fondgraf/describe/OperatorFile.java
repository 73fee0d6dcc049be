package se.fondgraf.describe;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import se.fondgraf.curated.CuratedFileException;
import se.fondgraf.rdf.Iris;

/**
 * Reads the operator's file, {@code fondgraf.yaml}: every key may be left out, none may be wrong. What a key may hold
 * stands in the README.
 */
public final class OperatorFile {
    /** Its usual name. */
    public static final String NAME = "fondgraf.yaml";

    private static final long LARGEST = 64 * 1024;
    private static final Pattern EMAIL = Pattern.compile("[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

    /** From {@code http://purl.org/adms/publishertype/}. */
    private static final Set<String> PUBLISHER_TYPES = new TreeSet<>(Set.of(
            "Academia-ScientificOrganisation",
            "Company",
            "IndustryConsortium",
            "LocalAuthority",
            "NationalAuthority",
            "NonGovernmentalOrganisation",
            "NonProfitOrganisation",
            "RegionalAuthority",
            "StandardisationBody",
            "SupraNationalAuthority"));

    /** The codes of the EU's data themes. */
    private static final Set<String> THEMES = new TreeSet<>(Set.of(
            "AGRI",
            "ECON",
            "EDUC",
            "ENER",
            "ENVI",
            "GOVE",
            "HEAL",
            "INTR",
            "JUST",
            "OP_DATPRO",
            "REGI",
            "SOCI",
            "TECH",
            "TRAN"));

    private final SettingChecks checks;

    private OperatorFile(String file) {
        this.checks = new SettingChecks(file);
    }

    /**
     * What the file says, and the standard for all else.
     *
     * @param sourceDateEpoch seconds since 1970, the day of {@code modified} if the file has none
     * @throws CuratedFileException when the file cannot be used, with line, reason and remedy
     */
    public static Operator read(Path file, Optional<String> sourceDateEpoch) {
        String name = file.toString();
        try {
            if (Files.size(file) > LARGEST) {
                throw new CuratedFileException(
                        name, 0, "is larger than 64 KiB; it holds a few lines about the operator");
            }
            return parse(name, Files.readString(file), sourceDateEpoch);
        } catch (CharacterCodingException e) {
            throw SettingChecks.because(new CuratedFileException(name, 0, "is not in UTF-8; save it so"), e);
        } catch (IOException e) {
            throw SettingChecks.because(
                    new CuratedFileException(name, 0, "cannot be read; is it there, and may you read it?"), e);
        }
    }

    /** As {@link #read}, with the text of the file. */
    public static Operator parse(String name, String text, Optional<String> sourceDateEpoch) {
        Operator operator = new OperatorFile(name).operator(Setting.read(name, text));
        return day(sourceDateEpoch).map(operator::modifiedOtherwise).orElse(operator);
    }

    /**
     * The standard, last changed on that day.
     *
     * @param sourceDateEpoch as for {@link #read}
     */
    public static Operator standard(Optional<String> sourceDateEpoch) {
        return day(sourceDateEpoch).map(Operator.standard()::modifiedOtherwise).orElse(Operator.standard());
    }

    private static Optional<LocalDate> day(Optional<String> sourceDateEpoch) {
        return sourceDateEpoch.filter(seconds -> !seconds.isBlank()).map(seconds -> {
            try {
                return LocalDate.ofInstant(Instant.ofEpochSecond(Long.parseLong(seconds.strip())), ZoneOffset.UTC);
            } catch (NumberFormatException | DateTimeException e) {
                throw SettingChecks.because(
                        new CuratedFileException(
                                "SOURCE_DATE_EPOCH", 0, "is no number of seconds since 1970; unset it or correct it"),
                        e);
            }
        });
    }

    private Operator operator(Setting.Keys keys) {
        Operator standard = Operator.standard();
        SettingFields top = new SettingFields(checks, keys);
        Operator operator = new Operator(
                top.texts("title").orElse(standard.title()),
                top.texts("description").orElse(standard.description()),
                publisher(top.fields("publisher"), standard.publisher()),
                contact(top.fields("contact"), standard.contact()),
                top.iri("licence").orElse(standard.licence()),
                top.many("spatial")
                        .map(places -> places.stream().map(checks::iri).toList())
                        .orElse(standard.spatial()),
                period(top).map(Period::from).orElse(standard.from()),
                period(top).map(Period::to).orElse(standard.to()),
                top.many("theme")
                        .map(themes -> themes.stream().map(this::theme).toList())
                        .orElse(standard.themes()),
                keywords(top).orElse(standard.keywords()),
                home(top),
                top.day("modified"),
                top.day("issued"));
        top.fields("temporal");
        top.fields("keywords");
        top.checkAllKnown();
        return operator;
    }

    private Operator.Publisher publisher(Optional<SettingFields> fields, Operator.Publisher standard) {
        return fields.map(given -> {
                    Operator.Publisher publisher = new Operator.Publisher(
                            given.texts("name").orElse(standard.name()),
                            given.iri("iri"),
                            given.one("type").map(this::publisherType).orElse(standard.type()));
                    given.checkAllKnown();
                    return publisher;
                })
                .orElse(standard);
    }

    private String publisherType(Setting.Value type) {
        if (!PUBLISHER_TYPES.contains(type.text())) {
            throw checks.error(type, "publisher.type must be one of " + String.join(", ", PUBLISHER_TYPES));
        }
        return type.text();
    }

    private Operator.Contact contact(Optional<SettingFields> fields, Operator.Contact standard) {
        return fields.map(given -> {
                    given.setting("name").ifPresent(this::checkFunction);
                    Operator.Contact contact = new Operator.Contact(
                            given.texts("name").orElse(standard.name()),
                            given.one("email").map(this::email),
                            given.iri("url"));
                    given.checkAllKnown();
                    return contact;
                })
                .orElse(standard);
    }

    private void checkFunction(Setting name) {
        switch (name) {
            case Setting.Value value -> {
                if (FunctionWords.isLikePerson(value.text())) {
                    throw checks.error(
                            value,
                            "contact.name looks like a person's name; name a function, such as \"Redaktionen för öppna"
                                    + " data\", because descriptions are copied everywhere and stay");
                }
            }
            case Setting.Keys keys -> keys.values().values().forEach(this::checkFunction);
            case Setting.Many many -> many.items().forEach(this::checkFunction);
        }
    }

    private String email(Setting.Value value) {
        String address = value.text().replaceFirst("^mailto:", "");
        if (!EMAIL.matcher(address).matches()) {
            throw checks.error(value, "contact.email must be an e-mail address, such as oppnadata@example.org");
        }
        if (FunctionWords.isPersonsAddress(address)) {
            throw checks.error(
                    value,
                    "contact.email looks like a person's address; give a function's, such as oppnadata@example.org");
        }
        return address;
    }

    private record Period(Optional<LocalDate> from, Optional<LocalDate> to) {}

    private Optional<Period> period(SettingFields top) {
        return top.fields("temporal").map(given -> {
            Period period = new Period(given.day("from"), given.day("to"));
            given.checkAllKnown();
            if (period.from().isPresent()
                    && period.to()
                            .filter(day -> day.isBefore(period.from().get()))
                            .isPresent()) {
                throw checks.error(given.keys(), "temporal.to lies before temporal.from");
            }
            return period;
        });
    }

    private Optional<SortedMap<String, List<String>>> keywords(SettingFields top) {
        return top.fields("keywords").map(given -> {
            SortedMap<String, List<String>> keywords = new TreeMap<>();
            given.keys().values().forEach((language, setting) -> {
                List<String> words = new ArrayList<>();
                given.many(language).orElseThrow().forEach(word -> words.add(checks.text(word, "keywords")));
                keywords.put(checks.language(language, setting), List.copyOf(words));
            });
            return keywords;
        });
    }

    private Optional<String> home(SettingFields top) {
        return top.one("home").map(value -> {
            try {
                return Iris.under(value.text()).base();
            } catch (IllegalArgumentException e) {
                throw SettingChecks.because(
                        checks.error(
                                value,
                                "home must be the public address of the service, an absolute http or https address that"
                                        + " ends in a slash, such as https://data.example.org/esf/"),
                        e);
            }
        });
    }

    private String theme(Setting.Value value) {
        String code = value.text().startsWith(Operator.THEMES)
                ? value.text().substring(Operator.THEMES.length())
                : value.text();
        if (!THEMES.contains(code)) {
            throw checks.error(value, "theme must be one of " + String.join(", ", THEMES));
        }
        return Operator.THEMES + code;
    }
}
