package se.fondgraf.web.description;

import java.util.List;
import se.fondgraf.describe.Distribution;

/** Which files the service has of the release of a version. */
@FunctionalInterface
public interface ReleaseFiles {
    /** The files that are forms of the data; none when that version is not offered for download. */
    List<Distribution> of(String version);
}
