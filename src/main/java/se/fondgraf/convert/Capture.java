package se.fondgraf.convert;

import java.util.Optional;
import se.fondgraf.page.Layout;
import se.fondgraf.resolve.ProjectKey;
import se.fondgraf.resolve.ProjectMentions;

/**
 * What is held of a page between the two readings.
 *
 * @param digest of everything that the page states
 * @param valueCount by which captures of one project are ordered
 * @param titleKey the normal title, by which captures with and without number are compared
 * @param ownerKey the normal name of the owner
 */
record Capture(
        Input input,
        ProjectKey project,
        Layout layout,
        String sha256,
        String digest,
        long valueCount,
        ProjectMentions mentions,
        String titleKey,
        String ownerKey,
        Optional<String> start) {}
