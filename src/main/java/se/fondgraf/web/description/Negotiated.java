package se.fondgraf.web.description;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.fondgraf.describe.DescriptionFormat;
import se.fondgraf.web.html.Twin;
import se.fondgraf.web.http.Format;
import se.fondgraf.web.http.Refusal;
import se.fondgraf.web.http.Request;

/**
 * Which format of a description a request gets: the one of its suffix, else the best of its Accept.
 *
 * @param path of the description, without a suffix
 * @param format chosen
 * @param bySuffix whether the address names it
 */
record Negotiated(String path, Format format, boolean bySuffix) {
    /**
     * Chooses.
     *
     * @throws Refusal 404 for another suffix, 406 when none is acceptable
     */
    static Negotiated of(Request request, String path, List<Format> formats) {
        String rest = request.path().substring(path.length());
        if (!rest.isEmpty() && !rest.startsWith(".")) {
            throw Refusal.nothingHere();
        }
        Optional<String> suffix = rest.isEmpty() ? Optional.empty() : Optional.of(rest.substring(1));
        Format chosen =
                request.accept().choose(suffix, formats, Refusal::nothingHere).format();
        return new Negotiated(path, chosen, suffix.isPresent());
    }

    /** The paths of a description: its own, and one for each format. */
    static List<String> paths(String path, List<Format> formats) {
        return Stream.concat(Stream.of(path), formats.stream().map(format -> path + "." + format.extension()))
                .toList();
    }

    /** The address of what is sent. */
    String location() {
        return path + "." + format.extension();
    }

    /** The other addresses of the same description. */
    List<Twin> twins() {
        List<Twin> twins = new ArrayList<>();
        Format.GRAPHS.forEach(other -> twins.add(Twin.of(other, path + "." + other.extension())));
        return twins;
    }

    /** How the format is written. */
    DescriptionFormat writing() {
        return Stream.of(DescriptionFormat.values())
                .filter(writing -> writing.extension().equals(format.extension()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no graph is written as " + format));
    }
}
