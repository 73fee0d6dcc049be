package se.fondgraf.web.reconcile;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ids such as {@code organization.proaros}: paths of things without a slash, because clients encode slashes. */
final class ThingIds {
    private static final Pattern ID = Pattern.compile("(organization|municipality|project)\\.([a-z0-9-]{1,120})");

    private ThingIds() {}

    /** The path that the thing has on this server; empty when it is no id. */
    static Optional<String> path(String id) {
        Matcher matcher = ID.matcher(id);
        return matcher.matches() ? Optional.of("/id/" + matcher.group(1) + "/" + matcher.group(2)) : Optional.empty();
    }
}
