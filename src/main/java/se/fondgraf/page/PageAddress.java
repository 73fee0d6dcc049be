package se.fondgraf.page;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which texts may be published as the address of a page: http and https addresses with no e-mail address in them. */
public final class PageAddress {
    /** The longest text that is taken for an address. */
    public static final int LONGEST = 2048;

    private static final Pattern WEB = Pattern.compile("https?://[^/@]+(/[^@]*)?", Pattern.CASE_INSENSITIVE);

    private PageAddress() {}

    /** The address in a text of one line; empty when it holds none that can be published. */
    public static Optional<String> of(String text) {
        return Optional.of((text.startsWith("\uFEFF") ? text.substring(1) : text).strip())
                .filter(PageAddress::isAddress);
    }

    private static boolean isAddress(String text) {
        try {
            return text.length() <= LONGEST
                    && WEB.matcher(text).matches()
                    && !text.toLowerCase(Locale.ROOT).contains("%40")
                    && new URI(text).getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
