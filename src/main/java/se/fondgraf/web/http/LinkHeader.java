package se.fondgraf.web.http;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The value of a Link header (RFC 8288), with the relations of FAIR Signposting among them. A target that does not fit
 * into a header is left out.
 */
public final class LinkHeader {
    private static final Pattern SAFE = Pattern.compile("[!#-;=?-\\[\\]_a-z~]+");

    private final List<String> links = new ArrayList<>();

    /** Adds a link. */
    public LinkHeader add(String address, String relation) {
        return add(address, relation, "");
    }

    /**
     * Adds a link to something of that media type.
     *
     * @param mediaType empty when it is not said
     */
    public LinkHeader add(String address, String relation, String mediaType) {
        if (SAFE.matcher(address).matches()) {
            String type = mediaType.isEmpty() ? "" : "; type=\"" + mediaType + "\"";
            links.add("<" + address + ">; rel=\"" + relation + "\"" + type);
        }
        return this;
    }

    @Override
    public String toString() {
        return String.join(", ", links);
    }
}
