package se.fondgraf.describe;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIs;
import se.fondgraf.curated.CuratedFileException;
import se.fondgraf.name.Printable;
import se.fondgraf.rdf.Iris;

/**
 * Reads the operator's file, {@code fondgraf.yaml}: every key may be left out, none may be wrong. What a key may hold
 * stands in the README.
 */
public final class OperatorFile {
    /** Its usual name. */
    public static final String NAME = "fondgraf.yaml";

    private static final long LARGEST = 64 * 1024;
    private static final int LONGEST = 5_000;
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");
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

    private final String file;

    private OperatorFile(String file) {
        this.file = file;
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
            throw because(new CuratedFileException(name, 0, "is not in UTF-8; save it so"), e);
        } catch (IOException e) {
            throw because(new CuratedFileException(name, 0, "cannot be read; is it there, and may you read it?"), e);
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
                throw because(
                        new CuratedFileException(
                                "SOURCE_DATE_EPOCH", 0, "is no number of seconds since 1970; unset it or correct it"),
                        e);
            }
        });
    }

    private static CuratedFileException because(CuratedFileException exception, Exception cause) {
        exception.initCause(cause);
        return exception;
    }

    private Operator operator(Setting.Keys keys) {
        Operator standard = Operator.standard();
        Fields top = new Fields(keys, "");
        Operator operator = new Operator(
                top.texts("title").orElse(standard.title()),
                top.texts("description").orElse(standard.description()),
                publisher(top.fields("publisher"), standard.publisher()),
                contact(top.fields("contact"), standard.contact()),
                top.iri("licence").orElse(standard.licence()),
                top.many("spatial")
                        .map(places -> places.stream().map(this::iri).toList())
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

    private Operator.Publisher publisher(Optional<Fields> fields, Operator.Publisher standard) {
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
            throw error(type, "publisher.type must be one of " + String.join(", ", PUBLISHER_TYPES));
        }
        return type.text();
    }

    private Operator.Contact contact(Optional<Fields> fields, Operator.Contact standard) {
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
                    throw error(
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
            throw error(value, "contact.email must be an e-mail address, such as oppnadata@example.org");
        }
        if (FunctionWords.isPersonsAddress(address)) {
            throw error(
                    value,
                    "contact.email looks like a person's address; give a function's, such as oppnadata@example.org");
        }
        return address;
    }

    private record Period(Optional<LocalDate> from, Optional<LocalDate> to) {}

    private Optional<Period> period(Fields top) {
        return top.fields("temporal").map(given -> {
            Period period = new Period(given.day("from"), given.day("to"));
            given.checkAllKnown();
            if (period.from().isPresent()
                    && period.to()
                            .filter(day -> day.isBefore(period.from().get()))
                            .isPresent()) {
                throw new CuratedFileException(file, given.keys.line(), "temporal.to lies before temporal.from");
            }
            return period;
        });
    }

    private Optional<SortedMap<String, List<String>>> keywords(Fields top) {
        return top.fields("keywords").map(given -> {
            SortedMap<String, List<String>> keywords = new TreeMap<>();
            given.keys.values().forEach((language, setting) -> {
                List<String> words = new ArrayList<>();
                given.many(language).orElseThrow().forEach(word -> words.add(text(word, "keywords")));
                keywords.put(language(language, setting), List.copyOf(words));
            });
            return keywords;
        });
    }

    private Optional<String> home(Fields top) {
        return top.one("home").map(value -> {
            try {
                return Iris.under(value.text()).base();
            } catch (IllegalArgumentException e) {
                throw because(
                        error(
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
            throw error(value, "theme must be one of " + String.join(", ", THEMES));
        }
        return Operator.THEMES + code;
    }

    private String iri(Setting.Value value) {
        if (!value.text().matches("https?://[^/?#]+.*")) {
            throw error(value, "must be an absolute IRI that begins with http:// or https://");
        }
        try {
            IRIs.checkEx(value.text());
            return value.text();
        } catch (IRIException e) {
            throw because(error(value, "is no IRI: " + Printable.of(value.text())), e);
        }
    }

    private String text(Setting.Value value, String key) {
        String text = Normalizer.normalize(value.text(), Normalizer.Form.NFC);
        if (text.isEmpty()) {
            throw error(value, key + " is empty; fill it in or leave the line out");
        } else if (text.length() > LONGEST) {
            throw error(value, key + " is longer than " + LONGEST + " characters");
        } else if (text.codePoints().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')) {
            throw error(value, key + " holds a control character; write it anew");
        }
        return text;
    }

    private String language(String tag, Setting setting) {
        if (!LANGUAGE.matcher(tag).matches() || (tag.length() == 2 && !LANGUAGES.contains(tag))) {
            throw error(setting, Printable.of(tag) + " is no language tag; Swedish is sv, English en, Finnish fi");
        }
        return tag.toLowerCase(Locale.ROOT);
    }

    private CuratedFileException error(Setting setting, String reason) {
        return new CuratedFileException(file, setting.line(), reason);
    }

    /** The keys of one mapping; who asks for one knows it. */
    private final class Fields {
        private final Setting.Keys keys;
        private final String path;
        private final Set<String> known = new TreeSet<>();

        Fields(Setting.Keys keys, String path) {
            this.keys = keys;
            this.path = path;
        }

        Optional<Setting> setting(String key) {
            known.add(key);
            return Optional.ofNullable(keys.values().get(key));
        }

        Optional<Setting.Value> one(String key) {
            return setting(key).map(setting -> value(setting, path + key));
        }

        private Setting.Value value(Setting setting, String key) {
            if (setting instanceof Setting.Value value) {
                text(value, key);
                return value;
            }
            throw error(setting, key + " takes one value");
        }

        /** One value, or a list of them. */
        Optional<List<Setting.Value>> many(String key) {
            return setting(key)
                    .map(setting -> setting instanceof Setting.Many several
                            ? several.items().stream()
                                    .map(item -> value(item, path + key))
                                    .toList()
                            : List.of(value(setting, path + key)));
        }

        Optional<Fields> fields(String key) {
            return setting(key).map(setting -> {
                if (setting instanceof Setting.Keys inner) {
                    return new Fields(inner, path + key + ".");
                }
                throw error(setting, path + key + " has keys of its own, each on a line below, indented");
            });
        }

        /** A text in Swedish, or texts by language, Swedish among them. */
        Optional<Texts> texts(String key) {
            return setting(key).map(setting -> {
                SortedMap<String, String> texts = new TreeMap<>();
                if (setting instanceof Setting.Keys inner) {
                    inner.values()
                            .forEach((language, text) -> texts.put(
                                    language(language, text),
                                    text(value(text, path + key + "." + language), path + key + "." + language)));
                } else {
                    texts.put("sv", text(value(setting, path + key), path + key));
                }
                if (!texts.containsKey("sv")) {
                    throw error(setting, path + key + " must be there in Swedish: add sv");
                }
                return new Texts(texts);
            });
        }

        Optional<String> iri(String key) {
            return one(key).map(OperatorFile.this::iri);
        }

        Optional<LocalDate> day(String key) {
            return one(key).map(value -> {
                try {
                    return LocalDate.parse(value.text());
                } catch (DateTimeException e) {
                    throw because(error(value, path + key + " must be a day, such as 2026-11-25"), e);
                }
            });
        }

        void checkAllKnown() {
            keys.values().forEach((key, setting) -> {
                if (!known.contains(key)) {
                    throw error(
                            setting,
                            "unknown key " + path + Printable.of(key) + "; there are " + String.join(", ", known));
                }
            });
        }
    }
}
