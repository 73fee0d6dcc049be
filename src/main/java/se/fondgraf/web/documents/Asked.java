package se.fondgraf.web.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.fondgraf.web.http.Accept;
import se.fondgraf.web.http.Format;
import se.fondgraf.web.http.Refusal;
import se.fondgraf.web.http.Request;

/**
 * What a request asks for: something by name, in a format that the address or the Accept header chooses.
 *
 * @param name without the format's extension
 * @param format chosen
 * @param byAddress whether the address itself names the format
 */
record Asked(String name, Format format, boolean byAddress) {
    /** Turtle to who takes anything. */
    static final List<Format> FORMATS =
            List.of(Format.TURTLE, Format.JSON_LD, Format.N_TRIPLES, Format.RDF_XML, Format.HTML);

    /**
     * Reads a name that may end in the extension of a format.
     *
     * @param name as it stands in the address
     * @param formats in the order of preference
     * @throws Refusal 404 for a name that nothing has, 406 when no format is acceptable
     */
    static Asked of(String name, List<Format> formats, Request request) {
        if (!Places.isPlain(name)) {
            throw Refusal.nothingHere();
        }
        for (Format format : formats) {
            String end = "." + format.extension();
            if (name.endsWith(end)) {
                return new Asked(name.substring(0, name.length() - end.length()), format, true);
            }
        }
        return new Asked(name, choose(formats, request), false);
    }

    /** Who asks for plain JSON gets JSON-LD, which is JSON. */
    private static Format choose(List<Format> formats, Request request) {
        List<Format> json = new ArrayList<>(formats);
        json.add(Format.JSON);
        Optional<Accept.Choice> choice = request.accept().choose(json);
        if (choice.filter(c -> c.format() == Format.JSON).isPresent()) {
            return choice.filter(c -> c.mediaType().equals("application/json"))
                    .map(c -> Format.JSON_LD)
                    .orElseThrow(() -> Refusal.notAcceptable(formats));
        }
        return choice.map(Accept.Choice::format).orElseThrow(() -> Refusal.notAcceptable(formats));
    }
}
