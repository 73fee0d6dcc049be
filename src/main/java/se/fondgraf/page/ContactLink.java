package se.fondgraf.page;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import se.fondgraf.name.Spaces;

/**
 * A link of an HTML page that leads to an e-mail address or a telephone.
 *
 * @param inItsPlace the address, to be masked like all others, or what masks it
 * @param told what it says of whose it is: what the link was called, and the number
 */
record ContactLink(String inItsPlace, List<String> told) {
    private static final Pattern MAIL = Pattern.compile("[^\\s@<>\"]{1,64}@[^\\s@<>\"?]{3,253}");

    ContactLink {
        told = List.copyOf(told);
    }

    /** Empty for an element that is no such link. */
    static Optional<ContactLink> of(Element element) {
        if (!element.normalName().equals("a")) {
            return Optional.empty();
        }
        String href = element.attr("href").strip();
        String lower = href.toLowerCase(Locale.ROOT);
        boolean mail = lower.startsWith("mailto:");
        boolean phone = lower.startsWith("tel:") || lower.startsWith("sms:") || lower.startsWith("callto:");
        if (!mail && !phone) {
            return Optional.empty();
        }
        String shown = Spaces.collapse(HtmlLines.visible(element.text()));
        List<String> called = shown.indexOf('@') < 0 ? List.of(shown) : List.of();
        String target = decoded(href.substring(href.indexOf(':') + 1).replaceFirst("\\?.*", ""));
        return Optional.of(
                phone
                        ? new ContactLink(
                                Masker.PHONE,
                                Stream.concat(Stream.of(target), called.stream())
                                        .toList())
                        : new ContactLink(MAIL.matcher(target).matches() ? target : Masker.MAIL, called));
    }

    private static String decoded(String text) {
        try {
            return Spaces.collapse(URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
