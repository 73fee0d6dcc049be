package se.fondgraf.place;

/**
 * A county.
 *
 * @param code NUTS 3
 * @param number two digits, the first of its municipalities' codes
 * @param name with "län"
 * @param iso ISO 3166-2
 * @param region NUTS 2 code of the fund's region that holds it
 * @param wikidata its item
 */
public record County(String code, String number, String name, String iso, String region, String wikidata) {}
