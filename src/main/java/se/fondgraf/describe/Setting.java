package se.fondgraf.describe;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.fondgraf.curated.CuratedFileException;

/** A part of a YAML file, with the line (from 1) where it begins. Every value is the text that stands there. */
sealed interface Setting {
    int line();

    /** One value. */
    record Value(String text, int line) implements Setting {}

    /** Several values. */
    record Many(List<Setting> items, int line) implements Setting {
        public Many {
            items = List.copyOf(items);
        }
    }

    /** Values by key. */
    record Keys(Map<String, Setting> values, int line) implements Setting {
        public Keys {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }

    /**
     * Reads a file whose top is a mapping. An empty one has no keys.
     *
     * @throws CuratedFileException when it is no YAML, with the line
     */
    static Keys read(String file, String text) {
        try (JsonParser parser = new YAMLFactory().createParser(text)) {
            JsonToken first = parser.nextToken();
            if (first == null || (first == JsonToken.VALUE_NULL && parser.nextToken() == null)) {
                return new Keys(Map.of(), 1);
            }
            Setting setting = new Reader(file, parser).read(first, 0);
            if (setting instanceof Keys keys && parser.nextToken() == null) {
                return keys;
            }
            throw new CuratedFileException(
                    file, setting.line(), "must be lines of the form \"key: value\", in one document");
        } catch (JsonProcessingException e) {
            int line = Optional.ofNullable(e.getLocation())
                    .map(at -> at.getLineNr())
                    .orElse(0);
            throw (CuratedFileException) new CuratedFileException(
                            file,
                            line,
                            "is no YAML: "
                                    + e.getOriginalMessage().lines().findFirst().orElse(""))
                    .initCause(e);
        } catch (IOException e) {
            throw (CuratedFileException) new CuratedFileException(file, 0, "cannot be read").initCause(e);
        }
    }

    /** Follows the parser. */
    record Reader(String file, JsonParser parser) {
        private static final int DEEPEST = 5;

        private Setting read(JsonToken token, int depth) throws IOException {
            int line = parser.currentTokenLocation().getLineNr();
            if (depth > DEEPEST) {
                throw new CuratedFileException(file, line, "is nested too deeply");
            }
            return switch (token) {
                case START_OBJECT -> keys(line, depth);
                case START_ARRAY -> many(line, depth);
                default ->
                    new Value(Optional.ofNullable(parser.getText()).orElse("").strip(), line);
            };
        }

        private Keys keys(int line, int depth) throws IOException {
            Map<String, Setting> values = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String key = parser.currentName();
                int at = parser.currentTokenLocation().getLineNr();
                if (values.put(key, read(parser.nextToken(), depth + 1)) != null) {
                    throw new CuratedFileException(file, at, key + " stands twice; keep one");
                }
            }
            return new Keys(values, line);
        }

        private Many many(int line, int depth) throws IOException {
            List<Setting> items = new ArrayList<>();
            for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                items.add(read(token, depth + 1));
            }
            return new Many(items, line);
        }
    }
}
