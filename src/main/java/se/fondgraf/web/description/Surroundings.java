package se.fondgraf.web.description;

import se.fondgraf.describe.Operator;
import se.fondgraf.web.html.Frame;
import se.fondgraf.web.http.Addresses;
import se.fondgraf.web.sparql.Queries;

/**
 * What descriptions are made from.
 *
 * @param files of a release
 */
record Surroundings(
        Queries queries,
        Addresses addresses,
        Operator operator,
        CarriedDescription carried,
        ReleaseFiles files,
        Frame frame) {
    static final int KEPT_SECONDS = 60;

    String base() {
        return addresses.base();
    }

    /** The public address, ending in a slash. */
    String home() {
        return addresses.absolute("/");
    }
}
