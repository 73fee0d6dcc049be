package se.fondgraf.web.description;

import java.util.List;
import java.util.Optional;
import se.fondgraf.describe.Distribution;

/** What the service has for download of the release of a version. */
public interface ReleaseFiles {
    /** Of a service that offers nothing. */
    ReleaseFiles NONE = new ReleaseFiles() {
        @Override
        public List<Distribution> of(String version) {
            return List.of();
        }

        @Override
        public Optional<String> before(String version) {
            return Optional.empty();
        }
    };

    /** The files that are forms of the data; none when that version is not offered for download. */
    List<Distribution> of(String version);

    /** The version that was current before it; empty when it is the first one, or is not offered. */
    Optional<String> before(String version);
}
