package se.fondgraf.dump;

import java.util.List;

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

    /** Whether it is packed by gzip. */
    public boolean isCompressed() {
        return path.endsWith(".gz");
    }
}
