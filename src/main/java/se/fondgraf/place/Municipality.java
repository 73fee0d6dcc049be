package se.fondgraf.place;

import java.util.List;
import java.util.Optional;

/**
 * A municipality.
 *
 * @param code four digits, Statistics Sweden's
 * @param name without "kommun"
 * @param county NUTS 3 code
 * @param wikidata its item, where known
 * @param point where a map may show it
 * @param organization the name of the legal body that governs it
 * @param organizationNumber of that body, NNNNNN-NNNN
 * @param domains e-mail domains of that body alone
 */
public record Municipality(
        String code,
        String name,
        String county,
        Optional<String> wikidata,
        Optional<Point> point,
        String organization,
        Optional<String> organizationNumber,
        List<String> domains) {
    /** A point in WGS 84, decimal degrees as the register gives them. */
    public record Point(String latitude, String longitude) {}
}
