package se.fondgraf.web.http;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import se.fondgraf.name.Hash;

/** Entity tags by RFC 9110 §8.8.3, without their quotes. */
final class EntityTag {
    private static final int DIGITS = 24;

    private EntityTag() {}

    /** A strong tag of what decides over the bytes. */
    static String of(String... parts) {
        return Hash.ofBytes(String.join("\u001F", parts).getBytes(StandardCharsets.UTF_8))
                .substring(0, DIGITS);
    }

    /** As it stands in a header. */
    static String quoted(String tag) {
        return "\"" + tag + "\"";
    }

    /** The tag of the same body when it is compressed: other bytes, so another tag. */
    static String compressed(String tag) {
        return tag + "-gz";
    }

    /** Whether a method only reads, so that conditions mean what they do here. */
    static boolean isRead(String method) {
        return method.equals("GET") || method.equals("HEAD");
    }

    /** Whether {@code If-None-Match} names the tag, by the weak comparison that the header asks for. */
    static boolean matches(Collection<String> ifNoneMatch, String tag) {
        for (String header : ifNoneMatch) {
            for (String item : header.split(",", -1)) {
                String candidate = item.strip();
                String strong = candidate.startsWith("W/") ? candidate.substring(2) : candidate;
                if (candidate.equals("*") || strong.equals("\"" + tag + "\"")) {
                    return true;
                }
            }
        }
        return false;
    }
}
