package se.fondgraf.web.html;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.fondgraf.web.http.Refusal;
import se.fondgraf.web.http.Request;

/** The two languages of the pages. */
public enum Language {
    SWEDISH("sv", "Svenska"),
    ENGLISH("en", "English");

    /** The parameter by which a reader chooses; it goes before what the browser says. */
    public static final String PARAMETER = "lang";

    private final String tag;
    private final String ownName;

    Language(String tag, String ownName) {
        this.tag = tag;
        this.ownName = ownName;
    }

    /** By BCP 47. */
    public String tag() {
        return tag;
    }

    /** What its speakers call it. */
    public String ownName() {
        return ownName;
    }

    /** The text in this language. */
    public String say(String swedish, String english) {
        return this == SWEDISH ? swedish : english;
    }

    /** Which of the literals' languages to show first. */
    public Language other() {
        return this == SWEDISH ? ENGLISH : SWEDISH;
    }

    /**
     * The language for a request.
     *
     * @throws Refusal 400 when it asks for a language that there is not
     */
    public static Language of(Request request) {
        return chosen(request).orElseGet(() -> accepted(request.headers("Accept-Language")));
    }

    /** The language that the address itself names, which links of the page hand on. */
    static Optional<Language> chosen(Request request) {
        return request.parameters()
                .one(PARAMETER)
                .map(asked -> Arrays.stream(values())
                        .filter(language -> language.tag.equals(asked))
                        .findFirst()
                        .orElseThrow(
                                () -> Refusal.badRequest("The pages are in Swedish (lang=sv) and English (lang=en).")));
    }

    /** Swedish to who has no wish, English to who wishes for neither. What cannot be read is no wish. */
    static Language accepted(List<String> headers) {
        try {
            String header = String.join(",", headers);
            List<Locale.LanguageRange> ranges =
                    header.isBlank() ? List.of() : Locale.LanguageRange.parse(header.strip());
            for (Locale.LanguageRange range : ranges) {
                String primary = range.getRange().split("-", -1)[0];
                if (range.getWeight() > 0 && primary.equals("*")) {
                    return SWEDISH;
                }
                for (Language language : values()) {
                    if (range.getWeight() > 0 && primary.equals(language.tag)) {
                        return language;
                    }
                }
            }
            return ranges.isEmpty() ? SWEDISH : ENGLISH;
        } catch (IllegalArgumentException e) {
            return SWEDISH;
        }
    }
}
