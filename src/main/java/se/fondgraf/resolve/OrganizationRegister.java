package se.fondgraf.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.fondgraf.curated.CuratedFile;
import se.fondgraf.name.NormalName;
import se.fondgraf.name.Slug;
import se.fondgraf.place.Municipality;
import se.fondgraf.place.PlaceRegister;

/**
 * The bodies that are known beforehand: {@code ontology/organizations.csv} and the organisation of every municipality.
 * Read once, then only looked into.
 */
public final class OrganizationRegister {
    private static final int OPEN = 9999;
    private static final Pattern DATED = Pattern.compile("(.+?) ?\\{(\\d{4})?-(\\d{4})?\\}");
    private static final String[] COLUMNS = {
        "slug",
        "name",
        "kind",
        "sites",
        "number",
        "parent",
        "seat",
        "domains",
        "aliases",
        "from",
        "to",
        "successor",
        "wikidata",
        "reason"
    };

    private final PlaceRegister places;
    private final Map<String, Organization> bySlug = new HashMap<>();
    private final Map<String, Organization> byNumber = new HashMap<>();
    private final Map<String, List<Organization>> byName = new HashMap<>();
    private final Map<String, Organization> ofMunicipality = new HashMap<>();
    private final Map<String, Municipality> byDomain = new HashMap<>();

    private OrganizationRegister(PlaceRegister places) {
        this.places = places;
    }

    /** Reads the register and checks that parents exist and go round in no circle. */
    public static OrganizationRegister bundled(PlaceRegister places) {
        return of(places, CuratedFile.bundled("organizations.csv", COLUMNS));
    }

    static OrganizationRegister of(PlaceRegister places, CuratedFile file) {
        OrganizationRegister register = new OrganizationRegister(places);
        places.municipalities().forEach(register::addMunicipality);
        file.rows().forEach(register::add);
        file.rows().forEach(register::checkParent);
        return register;
    }

    private void addMunicipality(Municipality municipality) {
        String name = municipality.organization();
        Organization body = new Organization(
                Slug.of(name),
                name,
                "municipality",
                Organization.Sites.ONE,
                municipality.organizationNumber(),
                Optional.empty(),
                Optional.of(municipality.code()),
                Optional.of(municipality.code()),
                List.of(new Organization.Name(NormalName.of(name), 0, OPEN)),
                Optional.empty(),
                municipality.wikidata());
        ofMunicipality.put(municipality.code(), body);
        index(body);
        municipality.domains().forEach(domain -> byDomain.put(domain, municipality));
    }

    private void add(CuratedFile.Row row) {
        Organization body = new Organization(
                row.cell("slug"),
                row.cell("name"),
                row.cell("kind"),
                sites(row),
                present(row.cell("number")),
                present(row.cell("parent")),
                present(row.cell("seat")),
                Optional.empty(),
                names(row),
                present(row.cell("successor")),
                present(row.cell("wikidata")));
        if (bySlug.containsKey(body.slug())) {
            throw row.wrong("lists the slug " + body.slug() + " a second time");
        }
        if (body.number().filter(byNumber::containsKey).isPresent()) {
            throw row.wrong("the number " + body.number().get() + " is another body's");
        }
        index(body);
    }

    private void index(Organization body) {
        bySlug.put(body.slug(), body);
        body.number().ifPresent(number -> byNumber.put(number, body));
        for (Organization.Name name : body.names()) {
            List<Organization> named = byName.computeIfAbsent(name.normal(), key -> new ArrayList<>());
            if (!named.contains(body)) {
                named.add(body);
            }
        }
    }

    private static Organization.Sites sites(CuratedFile.Row row) {
        try {
            return Organization.Sites.valueOf(row.cell("sites").toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw row.wrong("sites must be one, whole, offices, movement or class");
        }
    }

    private static List<Organization.Name> names(CuratedFile.Row row) {
        List<Organization.Name> names = new ArrayList<>();
        names.add(new Organization.Name(
                NormalName.of(row.cell("name")), year(row.cell("from"), 0), year(row.cell("to"), OPEN)));
        for (String alias : row.cell("aliases").split("\\|", -1)) {
            Matcher dated = DATED.matcher(alias);
            if (dated.matches()) {
                names.add(new Organization.Name(
                        NormalName.of(dated.group(1)), year(dated.group(2), 0), year(dated.group(3), OPEN)));
            } else if (!alias.isBlank()) {
                names.add(new Organization.Name(NormalName.of(alias), 0, OPEN));
            }
        }
        for (Organization.Name name : List.copyOf(names)) {
            if (name.normal().contains(" i ")) {
                names.add(new Organization.Name(name.normal().replace(" i ", " "), name.from(), name.to()));
            }
        }
        if (row.cell("sites").equals("offices")) {
            addOfficeForms(names);
        }
        if (row.cell("kind").equals("study-association")) {
            addStudyForms(names);
        }
        return names;
    }

    /** {@code Arbetsförmedling} and {@code Arbetsförmedlingens}, as in "Arbetsförmedlingens kontor i Luleå". */
    private static void addOfficeForms(List<Organization.Name> names) {
        for (Organization.Name name : List.copyOf(names)) {
            String normal = name.normal();
            if (normal.endsWith("en") || normal.endsWith("an")) {
                String indefinite = normal.substring(0, normal.length() - (normal.endsWith("en") ? 2 : 1));
                names.add(new Organization.Name(indefinite, name.from(), name.to()));
                names.add(new Organization.Name(normal + "s", name.from(), name.to()));
            }
        }
    }

    /** {@code Studieförbundet Sensus} and {@code Sensus studieförbund} are {@code Sensus}. */
    private static void addStudyForms(List<Organization.Name> names) {
        for (Organization.Name name : List.copyOf(names)) {
            if (!name.normal().contains("studieförbund") && name.normal().length() > 3) {
                names.add(new Organization.Name("studieförbundet " + name.normal(), name.from(), name.to()));
                names.add(new Organization.Name(name.normal() + " studieförbund", name.from(), name.to()));
            }
        }
    }

    private static int year(@org.jspecify.annotations.Nullable String cell, int open) {
        return cell == null || cell.isEmpty() ? open : Integer.parseInt(cell);
    }

    private static Optional<String> present(String cell) {
        return cell.isEmpty() ? Optional.empty() : Optional.of(cell);
    }

    private void checkParent(CuratedFile.Row row) {
        String slug = row.cell("slug");
        Optional<String> parent = bySlug(slug).flatMap(Organization::parent);
        for (int steps = 0; parent.isPresent(); steps++) {
            Organization body = bySlug.get(parent.get());
            if (body == null) {
                throw row.wrong("names the unknown parent " + parent.get());
            }
            if (steps > 10 || body.slug().equals(slug)) {
                throw row.wrong("its parents go round in a circle");
            }
            parent = body.parent();
        }
    }

    /** The bodies of that normal name, in any years. */
    List<Organization> named(String normal) {
        return byName.getOrDefault(normal, List.of());
    }

    /** The body of that slug. */
    public Optional<Organization> bySlug(String slug) {
        return Optional.ofNullable(bySlug.get(slug));
    }

    /** The legal body with that organisation number. */
    Optional<Organization> byNumber(String number) {
        return Optional.ofNullable(byNumber.get(number));
    }

    /** The organisation of a municipality. */
    Organization ofMunicipality(String code) {
        Organization body = ofMunicipality.get(code);
        if (body == null) {
            throw new IllegalArgumentException("no municipality " + code);
        }
        return body;
    }

    /** The municipality whose own the e-mail domain is; shared domains are nobody's. */
    Optional<Municipality> ofDomain(String domain) {
        String part = domain;
        while (part.indexOf('.') > 0) {
            Municipality own = byDomain.get(part);
            if (own != null) {
                return Optional.of(own);
            }
            if (part.indexOf('.') == part.lastIndexOf('.')) {
                return namedLike(part);
            }
            part = part.substring(part.indexOf('.') + 1);
        }
        return Optional.empty();
    }

    /** {@code goteborg.se} is Göteborg's, where only a part of it such as {@code stadshuset.goteborg.se} is listed. */
    private Optional<Municipality> namedLike(String domain) {
        return byDomain.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith("." + domain))
                .map(Map.Entry::getValue)
                .filter(municipality -> fold(municipality.name()).equals(domain.substring(0, domain.indexOf('.'))))
                .findFirst();
    }

    private static String fold(String name) {
        return java.text.Normalizer.normalize(name.toLowerCase(Locale.ROOT), java.text.Normalizer.Form.NFD)
                .replaceAll("[^a-z]", "");
    }

    /** The places that names are read with. */
    PlaceRegister places() {
        return places;
    }
}
