package se.fondgraf.web.html;

import static j2html.TagCreator.a;
import static j2html.TagCreator.bdi;
import static j2html.TagCreator.text;

import j2html.tags.DomContent;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * Text and links of which nothing is believed. j2html escapes what HTML means something by; here goes what HTML may not
 * hold, and what would change the direction of the text around it.
 */
public final class Inert {
    private static final int REPLACEMENT = 0xFFFD;

    private Inert() {}

    /** The text for a place where only text can stand, such as an attribute or a title. */
    public static String plain(String text) {
        if (text.codePoints().allMatch(Inert::isHarmless)) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().map(c -> isHarmless(c) ? c : REPLACEMENT).forEach(plain::appendCodePoint);
        return plain.toString();
    }

    /** No control but white space, no lone surrogate, no noncharacter, nothing that turns the direction of writing. */
    static boolean isHarmless(int c) {
        boolean control = Character.isISOControl(c) && c != '\n' && c != '\t';
        boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
        boolean noncharacter = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
        boolean turning = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F;
        return !control && !surrogate && !noncharacter && !turning;
    }

    /** The text as a node of its own. */
    public static DomContent words(String text) {
        return text(plain(text));
    }

    /** A value or name out of the data, kept apart from the direction of the text around it. */
    public static DomContent value(String text) {
        return bdi(plain(text));
    }

    /** A link to another site when the IRI is an address of the web, the IRI as text otherwise. */
    public static DomContent outside(String iri, String text) {
        return webAddress(iri)
                .<DomContent>map(href -> a(value(text)).withHref(href).withRel("noopener nofollow"))
                .orElseGet(() -> value(text));
    }

    /** The IRI when it is an address that a browser can follow without doing anything else. */
    static Optional<String> webAddress(String iri) {
        try {
            URI uri = new URI(iri);
            String scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("http") || scheme.equals("https");
            return web && uri.getHost() != null && uri.getUserInfo() == null
                    ? Optional.of(uri.toASCIIString())
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
