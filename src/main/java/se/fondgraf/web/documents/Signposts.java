package se.fondgraf.web.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The value of a Link header (RFC 8288), with the relations of FAIR Signposting. */
final class Signposts {
    private static final Pattern SAFE = Pattern.compile("[!#-;=?-\\[\\]_a-z~]+");

    private final List<String> links = new ArrayList<>();

    /** Adds a link; an address that does not fit into a header is left out. */
    Signposts add(String address, String relation) {
        if (SAFE.matcher(address).matches()) {
            links.add("<%s>; rel=\"%s\"".formatted(address, relation));
        }
        return this;
    }

    /** Adds a link to something of that media type. */
    Signposts add(String address, String relation, String mediaType) {
        if (SAFE.matcher(address).matches()) {
            links.add("<%s>; rel=\"%s\"; type=\"%s\"".formatted(address, relation, mediaType));
        }
        return this;
    }

    @Override
    public String toString() {
        return String.join(", ", links);
    }
}
