package se.fondgraf.place;

/**
 * One of the fund's eight regions, which are the NUTS 2 regions, or the whole country.
 *
 * @param code NUTS 2, or {@link #COUNTRY}
 */
public record Region(String code, String name, String englishName) {
    /** The code by which pages mean the whole country; no NUTS code. */
    public static final String COUNTRY = "SE0";

    /** Whether it is the whole country. */
    public boolean isCountry() {
        return code.equals(COUNTRY);
    }
}
