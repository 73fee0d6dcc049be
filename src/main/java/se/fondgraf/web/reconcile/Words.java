package se.fondgraf.web.reconcile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import se.fondgraf.search.EntityKind;
import se.fondgraf.web.http.Request;

/** In which language a client is answered. */
final class Words {
    private Words() {}

    /** Swedish where {@code Accept-Language} likes it at least as well as English. */
    static boolean inSwedish(Request request) {
        String header = String.join(",", request.headers("Accept-Language"));
        try {
            List<Locale> wanted = Locale.filter(
                    Locale.LanguageRange.parse(header.isBlank() ? "en" : header),
                    List.of(Locale.of("sv"), Locale.ENGLISH));
            return !wanted.isEmpty() && wanted.getFirst().getLanguage().equals("sv");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    static void type(ObjectNode object, EntityKind kind, boolean swedish) {
        object.put("id", kind.word()).put("name", swedish ? kind.swedish() : kind.english());
    }
}
