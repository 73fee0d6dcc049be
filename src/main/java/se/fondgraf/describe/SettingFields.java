package se.fondgraf.describe;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import se.fondgraf.name.Printable;

/** The keys of one mapping of a file, each read as what it must be; who asks for one knows it. */
final class SettingFields {
    private final SettingChecks checks;
    private final Setting.Keys keys;
    private final String path;
    private final Set<String> known = new TreeSet<>();

    /** The mapping at the top of a file. */
    SettingFields(SettingChecks checks, Setting.Keys keys) {
        this(checks, keys, "");
    }

    private SettingFields(SettingChecks checks, Setting.Keys keys, String path) {
        this.checks = checks;
        this.keys = keys;
        this.path = path;
    }

    Setting.Keys keys() {
        return keys;
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
            checks.text(value, key);
            return value;
        }
        throw checks.error(setting, key + " takes one value");
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

    Optional<SettingFields> fields(String key) {
        return setting(key).map(setting -> {
            if (setting instanceof Setting.Keys inner) {
                return new SettingFields(checks, inner, path + key + ".");
            }
            throw checks.error(setting, path + key + " has keys of its own, each on a line below, indented");
        });
    }

    /** A text in Swedish, or texts by language, Swedish among them. */
    Optional<Texts> texts(String key) {
        return setting(key).map(setting -> {
            SortedMap<String, String> texts = new TreeMap<>();
            if (setting instanceof Setting.Keys inner) {
                inner.values()
                        .forEach((language, text) -> texts.put(
                                checks.language(language, text),
                                checks.text(value(text, path + key + "." + language), path + key + "." + language)));
            } else {
                texts.put("sv", checks.text(value(setting, path + key), path + key));
            }
            if (!texts.containsKey("sv")) {
                throw checks.error(setting, path + key + " must be there in Swedish: add sv");
            }
            return new Texts(texts);
        });
    }

    Optional<String> iri(String key) {
        return one(key).map(checks::iri);
    }

    Optional<LocalDate> day(String key) {
        return one(key).map(value -> {
            try {
                return LocalDate.parse(value.text());
            } catch (DateTimeException e) {
                throw SettingChecks.because(checks.error(value, path + key + " must be a day, such as 2026-11-25"), e);
            }
        });
    }

    void checkAllKnown() {
        keys.values().forEach((key, setting) -> {
            if (!known.contains(key)) {
                throw checks.error(
                        setting, "unknown key " + path + Printable.of(key) + "; there are " + String.join(", ", known));
            }
        });
    }
}
