package se.fondgraf.place;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.fondgraf.curated.CuratedFile;
import se.fondgraf.name.NormalName;

/**
 * The registers of places and the names pages give them. A name that is in no register is no place: nothing is
 * invented.
 *
 * <p>Municipalities are known by name, with "kommun" or "stad", with a genitive s, by code, and by the variants of the
 * register; regions by name, the variants seen on pages, and NUTS code.
 */
public final class PlaceRegister {
    private static final Pattern FORM = Pattern.compile("(.+?) (?:kommun|kommuner|stad|municipality)");
    private static final Pattern CODED = Pattern.compile("(\\d{4}) (.+)|(.+) (\\d{4})");
    private static final Pattern NUTS = Pattern.compile("(SE\\d{1,2})\\b[\\s:,–-]*(.*)", Pattern.CASE_INSENSITIVE);

    private static Optional<PlaceRegister> bundled = Optional.empty();

    private final Map<String, Municipality> municipalities = new LinkedHashMap<>();
    private final Map<String, County> counties = new LinkedHashMap<>();
    private final Map<String, Region> regions = new LinkedHashMap<>();
    private final Set<String> countyNames = new HashSet<>();
    private final Map<String, Municipality> municipalityNames = new HashMap<>();
    private final Map<String, Region> regionNames = new HashMap<>();

    private PlaceRegister() {}

    /** The registers of {@code ontology/}, read once in a process. */
    public static synchronized PlaceRegister bundled() {
        PlaceRegister register = bundled.orElseGet(PlaceRegister::read);
        bundled = Optional.of(register);
        return register;
    }

    private static PlaceRegister read() {
        PlaceRegister register = new PlaceRegister();
        CuratedFile.bundled("regions.csv", "code", "name", "name_en", "variants")
                .rows()
                .forEach(register::addRegion);
        CuratedFile.bundled("counties.csv", "code", "number", "name", "iso", "region", "wikidata")
                .rows()
                .forEach(register::addCounty);
        CuratedFile.bundled(
                        "municipalities.csv",
                        "code",
                        "name",
                        "county",
                        "wikidata",
                        "latitude",
                        "longitude",
                        "variants",
                        "organization_number",
                        "domains",
                        "organization")
                .rows()
                .forEach(register::addMunicipality);
        return register;
    }

    private void addRegion(CuratedFile.Row row) {
        Region region = new Region(row.cell("code"), row.cell("name"), row.cell("name_en"));
        regions.put(region.code(), region);
        addName(regionNames, region.name(), region, row);
        variants(row).forEach(variant -> addName(regionNames, variant, region, row));
    }

    private void addCounty(CuratedFile.Row row) {
        if (!regions.containsKey(row.cell("region"))) {
            throw row.wrong("names the unknown region \"" + row.cell("region") + "\"");
        }
        County county = new County(
                row.cell("code"),
                row.cell("number"),
                row.cell("name"),
                row.cell("iso"),
                row.cell("region"),
                row.cell("wikidata"));
        counties.put(county.code(), county);
        String name = NormalName.of(county.name());
        String stem = name.substring(0, name.length() - " län".length());
        countyNames.add(name);
        countyNames.add(stem);
        if (stem.endsWith("s")) {
            countyNames.add(stem.substring(0, stem.length() - 1));
        }
    }

    private void addMunicipality(CuratedFile.Row row) {
        if (!counties.containsKey(row.cell("county"))) {
            throw row.wrong("names the unknown county \"" + row.cell("county") + "\"");
        }
        Municipality municipality = new Municipality(
                row.cell("code"),
                row.cell("name"),
                row.cell("county"),
                Optional.of(row.cell("wikidata")).filter(cell -> !cell.isEmpty()),
                row.cell("latitude").isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Municipality.Point(row.cell("latitude"), row.cell("longitude"))),
                row.cell("organization"),
                Optional.of(row.cell("organization_number")).filter(cell -> !cell.isEmpty()),
                Pattern.compile("\\|")
                        .splitAsStream(row.cell("domains"))
                        .filter(domain -> !domain.isBlank())
                        .toList());
        if (municipalities.put(municipality.code(), municipality) != null) {
            throw row.wrong("lists the code " + municipality.code() + " a second time");
        }
        addName(municipalityNames, municipality.name(), municipality, row);
        variants(row).forEach(variant -> addName(municipalityNames, variant, municipality, row));
    }

    private static List<String> variants(CuratedFile.Row row) {
        return Pattern.compile("\\|")
                .splitAsStream(row.cell("variants"))
                .filter(variant -> !variant.isBlank())
                .toList();
    }

    private static <T> void addName(Map<String, T> names, String name, T place, CuratedFile.Row row) {
        T old = names.put(NormalName.of(name), place);
        if (old != null && !old.equals(place)) {
            throw row.wrong("gives the name \"" + name + "\" to a second place");
        }
    }

    /** The municipality that a page means by this text; empty when the registers have none of that name. */
    public Optional<Municipality> municipality(String written) {
        String name = NormalName.of(written);
        Matcher coded = CODED.matcher(name);
        if (coded.matches()) {
            String code = coded.group(1) != null ? coded.group(1) : coded.group(4);
            String rest = coded.group(1) != null ? coded.group(2) : coded.group(3);
            return Optional.ofNullable(municipalities.get(code))
                    .filter(found -> named(rest).equals(Optional.of(found)));
        }
        return named(name).or(() -> Optional.ofNullable(municipalities.get(name)));
    }

    private Optional<Municipality> named(String name) {
        Municipality plain = municipalityNames.get(name);
        if (plain != null) {
            return Optional.of(plain);
        }
        Matcher form = FORM.matcher(name);
        if (!form.matches()) {
            return Optional.empty();
        }
        String stem = form.group(1);
        Municipality direct = municipalityNames.get(stem);
        if (direct != null) {
            return Optional.of(direct);
        }
        return stem.endsWith("s")
                ? Optional.ofNullable(municipalityNames.get(stem.substring(0, stem.length() - 1)))
                : Optional.empty();
    }

    /** The region, or the whole country, that a page means by this text or NUTS 2 code. */
    public Optional<Region> region(String written) {
        Matcher nuts = NUTS.matcher(written.strip());
        if (nuts.matches()) {
            Optional<Region> coded =
                    Optional.ofNullable(regions.get(nuts.group(1).toUpperCase(Locale.ROOT)));
            return nuts.group(2).isEmpty()
                    ? coded
                    : coded.filter(region -> region(nuts.group(2)).equals(Optional.of(region)));
        }
        return Optional.ofNullable(regionNames.get(NormalName.of(written)));
    }

    /** The municipality of that code. */
    public Optional<Municipality> ofCode(String code) {
        return Optional.ofNullable(municipalities.get(code));
    }

    /** Whether this is a county's name, with or without "län" and its genitive: {@code Östergötland}. */
    public boolean isCounty(String written) {
        return countyNames.contains(NormalName.of(written));
    }

    /** The county of that NUTS 3 code. */
    public Optional<County> county(String code) {
        return Optional.ofNullable(counties.get(code));
    }

    /** All municipalities, by code. */
    public List<Municipality> municipalities() {
        return List.copyOf(municipalities.values());
    }

    /** All counties. */
    public List<County> counties() {
        return List.copyOf(counties.values());
    }

    /** The eight regions and the country. */
    public List<Region> regions() {
        return List.copyOf(regions.values());
    }
}
