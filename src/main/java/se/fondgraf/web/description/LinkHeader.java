package se.fondgraf.web.description;

import java.util.ArrayList;
import java.util.List;

/** The value of a Link header (RFC 8288). Addresses are our own or were checked when the operator's file was read. */
final class LinkHeader {
    private final List<String> links = new ArrayList<>();

    LinkHeader add(String address, String relation) {
        links.add("<" + address + ">; rel=\"" + relation + "\"");
        return this;
    }

    LinkHeader add(String address, String relation, String mediaType) {
        links.add("<" + address + ">; rel=\"" + relation + "\"; type=\"" + mediaType + "\"");
        return this;
    }

    @Override
    public String toString() {
        return String.join(", ", links);
    }
}
