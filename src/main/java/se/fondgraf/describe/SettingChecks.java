package se.fondgraf.describe;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIs;
import se.fondgraf.curated.CuratedFileException;
import se.fondgraf.name.Printable;

/**
 * What a setting must be like, and how to say that it is not.
 *
 * @param file in messages
 */
record SettingChecks(String file) {
    private static final int LONGEST = 5_000;
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");

    /** An absolute IRI of the web. */
    String iri(Setting.Value value) {
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

    /** A text that is neither empty nor endless; the key is for the message. */
    String text(Setting.Value value, String key) {
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

    /** A language tag, in small letters. */
    String language(String tag, Setting setting) {
        if (!LANGUAGE.matcher(tag).matches() || (tag.length() == 2 && !LANGUAGES.contains(tag))) {
            throw error(setting, Printable.of(tag) + " is no language tag; Swedish is sv, English en, Finnish fi");
        }
        return tag.toLowerCase(Locale.ROOT);
    }

    /** That something is wrong there. */
    CuratedFileException error(Setting setting, String reason) {
        return new CuratedFileException(file, setting.line(), reason);
    }

    /** The same with what it comes from. */
    static CuratedFileException because(CuratedFileException exception, Exception cause) {
        exception.initCause(cause);
        return exception;
    }
}
