package se.fondgraf.dump;

import java.util.List;
import java.util.Optional;
import se.fondgraf.describe.Distribution;
import se.fondgraf.describe.Texts;

/**
 * A file of a release.
 *
 * @param path below the release's folder
 * @param about what it holds
 * @param bytes of the file as it is
 * @param sha256 of the file as it is, in lower-case hex
 */
public record ReleaseFile(String path, About about, long bytes, String sha256) {
    /**
     * What a file holds.
     *
     * @param mediaType of what is in it, packed or not
     * @param graphs names of the graphs it holds; empty when it is no form of the data itself
     * @param count of its statements or rows; -1 where that means nothing
     */
    public record About(String titleSv, String titleEn, String mediaType, List<String> graphs, long count) {
        public About {
            graphs = List.copyOf(graphs);
        }

        static About of(String titleSv, String titleEn, String mediaType) {
            return new About(titleSv, titleEn, mediaType, List.of(), -1);
        }
    }

    /**
     * The file as descriptions name it, below {@code dumps/}; empty when it is no form of the data.
     *
     * @param version of its release
     */
    public Optional<Distribution> distribution(String version) {
        return about.graphs().isEmpty()
                ? Optional.empty()
                : Distribution.ofFile(
                        "dumps/" + version + "/", path, Texts.of(about.titleSv(), about.titleEn()), bytes, sha256);
    }

    /** Whether it is packed by gzip. */
    public boolean isCompressed() {
        return path.endsWith(".gz");
    }
}
