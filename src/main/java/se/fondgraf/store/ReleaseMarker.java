package se.fondgraf.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.fondgraf.name.Hash;

/**
 * What says of a release on disk that it is complete, written last: facts about it, and size and checksum of every
 * file, so that a damaged release is known before anything of it is read.
 *
 * @param triples the number of distinct triples in the default graph
 * @param quads the number of distinct statements in all graphs
 */
record ReleaseMarker(Origin origin, String version, long triples, long quads, List<ReleaseFile> files) {
    static final String NAME = "COMPLETE";

    private static final String FORM = "fondgraf release 1";
    private static final int FACTS = 6;

    ReleaseMarker {
        files = List.copyOf(files);
    }

    /** The marker as text. Its last line is a hash of the others. */
    String text() {
        StringBuilder text = new StringBuilder();
        text.append(FORM).append('\n');
        text.append("version ").append(version).append('\n');
        text.append("fingerprint ").append(origin.fingerprint()).append('\n');
        text.append("base ").append(origin.base()).append('\n');
        text.append("triples ").append(triples).append('\n');
        text.append("quads ").append(quads).append('\n');
        files.forEach(file -> text.append(file.line()).append('\n'));
        return text + "end " + hash(text.toString()) + "\n";
    }

    /**
     * Reads the marker of a release and compares every file with it.
     *
     * @throws IOException with the reason as its message when the release is not complete and sound
     */
    static ReleaseMarker checked(Path release) throws IOException {
        Path file = release.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            throw new IOException("it was never completed");
        }
        ReleaseMarker marker = parse(Files.readString(file))
                .orElseThrow(
                        () -> new IOException("its file " + NAME + " is damaged or of another release of fondgraf"));
        for (ReleaseFile listed : marker.files()) {
            listed.check(release);
        }
        return marker;
    }

    private static Optional<ReleaseMarker> parse(String text) {
        List<String> lines = text.lines().toList();
        int last = lines.size() - 1;
        if (last < FACTS || !lines.getFirst().equals(FORM)) {
            return Optional.empty();
        }
        String facts = String.join("\n", lines.subList(0, last)) + "\n";
        if (!lines.get(last).equals("end " + hash(facts))) {
            return Optional.empty();
        }
        List<ReleaseFile> files = new ArrayList<>();
        lines.subList(FACTS, last).forEach(line -> files.add(ReleaseFile.parse(line)));
        Origin origin = new Origin(fact(lines, 2), fact(lines, 3));
        return Optional.of(new ReleaseMarker(
                origin, fact(lines, 1), Long.parseLong(fact(lines, 4)), Long.parseLong(fact(lines, 5)), files));
    }

    private static String fact(List<String> lines, int line) {
        String text = lines.get(line);
        return text.substring(text.indexOf(' ') + 1);
    }

    private static String hash(String text) {
        return Hash.ofBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
