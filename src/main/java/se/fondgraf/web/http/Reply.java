package se.fondgraf.web.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A whole reply. The sender adds what all replies have, answers conditions by the entity tag, and compresses.
 *
 * @param headers in the order of sending; a header has one value
 * @param tag names the body among all bodies of its address: same tag, same bytes
 */
public record Reply(int status, Content content, Map<String, String> headers, Optional<String> tag) {
    public Reply {
        headers = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** Status 200 with a body; text is in UTF-8. */
    public static Reply ok(String mediaType, Content content) {
        return new Reply(200, content, Map.of(), Optional.empty()).with("Content-Type", withCharset(mediaType));
    }

    /** Status 304, for a client that has the body already; to be tagged like the body it has. */
    public static Reply unchanged() {
        return new Reply(304, Content.EMPTY, Map.of(), Optional.empty());
    }

    /** Status 303 to another address of this server. */
    public static Reply seeOther(String location) {
        return new Reply(303, Content.EMPTY, Map.of(), Optional.empty()).with("Location", location);
    }

    /** The same with another status. */
    public Reply status(int other) {
        return new Reply(other, content, headers, tag);
    }

    /** The same with another body. */
    public Reply content(Content other) {
        return new Reply(status, other, headers, tag);
    }

    /** The same with a header, in place of one of that name. */
    public Reply with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, content, more, tag);
    }

    /** The same, chosen by these request headers. */
    public Reply varyingBy(String... requestHeaders) {
        return with("Vary", String.join(", ", List.of(requestHeaders)));
    }

    /** The same with an entity tag, made of what decides over the bytes: version, request and format. */
    public Reply tagged(String... parts) {
        return new Reply(status, content, headers, Optional.of(EntityTag.of(parts)));
    }

    /** The same, which anyone may keep for so many seconds. */
    public Reply keptFor(int seconds) {
        return with("Cache-Control", "public, max-age=" + seconds);
    }

    private static String withCharset(String mediaType) {
        return mediaType.startsWith("text/") && !mediaType.contains("charset=")
                ? mediaType + "; charset=utf-8"
                : mediaType;
    }
}
