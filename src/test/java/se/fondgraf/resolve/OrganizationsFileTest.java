package se.fondgraf.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.fondgraf.curated.CuratedFile;
import se.fondgraf.name.NormalName;
import se.fondgraf.name.Slug;
import se.fondgraf.place.Municipality;
import se.fondgraf.place.PlaceRegister;

/** The facts about bodies in {@code organizations.csv} and {@code municipalities.csv} agree with themselves. */
class OrganizationsFileTest {
    private static final Pattern NUMBER = Pattern.compile("\\d\\d[2-9]\\d{3}-\\d{4}");
    private static final Pattern DOMAIN = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)*\\.[a-z]{2,}");
    private static final Pattern ALIAS = Pattern.compile("([^{}|]+?)(?:\\{(\\d{4})?-(\\d{4})?\\})?");
    private static final Set<String> SITES = Set.of("one", "whole", "offices", "movement", "class");
    /** Domains that many bodies write from; they tell nobody's department. */
    private static final Set<String> SHARED =
            Set.of("lansstyrelsen.se", "svenskakyrkan.se", "coompanion.se", "abf.se", "dom.se", "lrf.se", "sv.se");

    private static final List<CuratedFile.Row> BODIES = CuratedFile.bundled(
                    "organizations.csv",
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
                    "reason")
            .rows();

    private static final List<CuratedFile.Row> MUNICIPALITIES = CuratedFile.bundled(
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
            .rows();

    @Test
    void aSlugIsOfTheNameAndItsOwn() {
        Set<String> slugs = new HashSet<>();
        for (CuratedFile.Row row : BODIES) {
            String slug = row.cell("slug");
            String plain = Slug.of(row.cell("name"));
            check(row, slug.equals(plain) || slug.matches(Pattern.quote(plain) + "-\\d{4}"), "slug of another name");
            check(row, slugs.add(slug), "slug given twice");
        }
    }

    @Test
    void theYearOfASlugIsTheFirstYearOfTheName() {
        for (CuratedFile.Row row : BODIES) {
            boolean dated = !row.cell("slug").equals(Slug.of(row.cell("name")));
            check(row, !dated || row.cell("slug").endsWith("-" + row.cell("from")), "slug of another year");
        }
    }

    @Test
    void parentsAndSuccessorsExistAndAParentIsATopBody() {
        Map<String, CuratedFile.Row> bySlug = bySlug();
        for (CuratedFile.Row row : BODIES) {
            String parent = row.cell("parent");
            String successor = row.cell("successor");
            check(row, parent.isEmpty() || bySlug.containsKey(parent), "unknown parent");
            check(row, parent.isEmpty() || top(bySlug, parent), "parent has a parent itself");
            check(row, parent.isEmpty() || !row.cell("sites").equals("class"), "a word for many bodies has no parent");
            check(row, successor.isEmpty() || bySlug.containsKey(successor), "unknown successor");
        }
    }

    private static boolean top(Map<String, CuratedFile.Row> bySlug, String slug) {
        CuratedFile.Row row = bySlug.get(slug);
        return row != null && row.cell("parent").isEmpty() && !row.cell("sites").equals("class");
    }

    @Test
    void noBodyFollowsItself() {
        Map<String, CuratedFile.Row> bySlug = bySlug();
        for (CuratedFile.Row row : BODIES) {
            Set<String> seen = new HashSet<>();
            CuratedFile.Row at = row;
            while (at != null && !at.cell("successor").isEmpty()) {
                check(row, seen.add(at.cell("slug")), "successors run in a ring");
                at = bySlug.get(at.cell("successor"));
            }
        }
    }

    @Test
    void anOrganisationNumberIsWellFormedAndOfOneBody() {
        Set<String> numbers = new HashSet<>();
        each("number", "organization_number", (row, number) -> {
            check(row, NUMBER.matcher(number).matches(), "no organisation number: " + number);
            check(row, checkDigitHolds(number), "wrong check digit: " + number);
            check(row, numbers.add(number), "number given twice: " + number);
        });
        assertTrue(numbers.size() > 400, "the numbers of most public bodies are known");
    }

    private static boolean checkDigitHolds(String number) {
        int sum = 0;
        String digits = number.replace("-", "");
        for (int i = 0; i < digits.length(); i++) {
            int doubled = (digits.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }

    @Test
    void aDomainIsOneBodysAlone() {
        Set<String> domains = new HashSet<>();
        each(
                "domains",
                "domains",
                (row, cell) -> parts(cell).forEach(domain -> {
                    check(row, DOMAIN.matcher(domain).matches(), "no domain: " + domain);
                    check(row, !SHARED.contains(domain), "domain of many bodies: " + domain);
                    check(row, domains.add(domain), "domain given twice: " + domain);
                }));
        assertTrue(domains.contains("habo.se") && domains.contains("habokommun.se"));
    }

    @Test
    void noNameIsTwoBodiesInOneYear() {
        Map<String, List<Claim>> claims = new HashMap<>();
        for (CuratedFile.Row row : BODIES) {
            for (Claim claim : claims(row)) {
                List<Claim> others = claims.computeIfAbsent(claim.name(), name -> new ArrayList<>());
                for (Claim other : others) {
                    boolean same = other.row().equals(row);
                    check(row, !same, "name given twice: " + claim.name());
                    check(row, !claim.overlaps(other), "name of " + other.row().cell("slug") + ": " + claim.name());
                }
                others.add(claim);
            }
        }
        for (CuratedFile.Row row : MUNICIPALITIES) {
            String name = NormalName.of(row.cell("organization"));
            check(row, claims.put(name, List.of()) == null, "name of another body: " + name);
        }
    }

    /** One name of a body, in the years from first to last. */
    private record Claim(CuratedFile.Row row, String name, int first, int last) {
        boolean overlaps(Claim other) {
            return first <= other.last && other.first <= last;
        }
    }

    private static List<Claim> claims(CuratedFile.Row row) {
        List<Claim> claims = new ArrayList<>();
        claims.add(claim(row, row.cell("name"), row.cell("from"), row.cell("to")));
        for (String alias : parts(row.cell("aliases"))) {
            Matcher matcher = ALIAS.matcher(alias);
            check(row, matcher.matches(), "alias is not written name{first-last}: " + alias);
            check(row, !alias.endsWith("{-}"), "alias with no year at all: " + alias);
            claims.add(claim(row, matcher.group(1), text(matcher, 2), text(matcher, 3)));
        }
        return claims;
    }

    private static String text(Matcher matcher, int group) {
        String text = matcher.group(group);
        return text == null ? "" : text;
    }

    private static Claim claim(CuratedFile.Row row, String name, String from, String to) {
        check(row, (from + to).matches("(\\d{4}){0,2}"), "years are written with four digits");
        int first = from.isEmpty() ? Integer.MIN_VALUE : Integer.parseInt(from);
        int last = to.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(to);
        check(row, first <= last, "years run backwards: " + name);
        return new Claim(row, NormalName.of(name), first, last);
    }

    @Test
    void theWordsOfTheFileAreKnown() throws IOException {
        Set<String> kinds = kinds();
        Set<String> codes = new HashSet<>();
        MUNICIPALITIES.forEach(row -> codes.add(row.cell("code")));
        for (CuratedFile.Row row : BODIES) {
            String seat = row.cell("seat");
            check(row, kinds.contains(row.cell("kind")), "unknown kind");
            check(row, SITES.contains(row.cell("sites")), "unknown word for sites");
            check(row, seat.isEmpty() || codes.contains(seat), "seat is no municipality");
            check(row, row.cell("wikidata").matches("(Q[1-9]\\d*)?"), "no Wikidata item");
            check(row, !row.cell("reason").isEmpty(), "no reason");
        }
    }

    private static Set<String> kinds() throws IOException {
        try (InputStream stream = OrganizationsFileTest.class.getResourceAsStream("/ontology/codes.ttl")) {
            if (stream == null) {
                return fail("codes.ttl is missing");
            }
            Set<String> kinds = new HashSet<>();
            Matcher matcher = Pattern.compile("code/organization-kind/([a-z-]+)> a skos:Concept ;")
                    .matcher(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            while (matcher.find()) {
                kinds.add(matcher.group(1));
            }
            return kinds;
        }
    }

    @Test
    void theNameOfAMunicipalitysOrganisationLeadsToItsPlace() {
        PlaceRegister places = PlaceRegister.bundled();
        for (CuratedFile.Row row : MUNICIPALITIES) {
            String code = places.municipality(row.cell("organization"))
                    .map(Municipality::code)
                    .orElse("no municipality");
            check(row, code.equals(row.cell("code")), row.cell("organization") + " leads to " + code);
        }
        assertEquals(290, MUNICIPALITIES.size());
    }

    @Test
    void whatIsAWordForManyBodiesHasNoFactsOfOne() {
        for (CuratedFile.Row row : BODIES) {
            boolean none = Stream.of("number", "seat", "domains", "wikidata")
                    .allMatch(column -> row.cell(column).isEmpty());
            check(row, none || !row.cell("sites").equals("class"), "facts about many bodies at once");
        }
    }

    private interface Cell {
        void check(CuratedFile.Row row, String cell);
    }

    /** Each cell that is not blank, of the bodies' column and of the municipalities' column. */
    private static void each(String ofBodies, String ofMunicipalities, Cell check) {
        each(BODIES, ofBodies, check);
        each(MUNICIPALITIES, ofMunicipalities, check);
    }

    private static void each(List<CuratedFile.Row> rows, String column, Cell check) {
        rows.stream().filter(row -> !row.cell(column).isEmpty()).forEach(row -> check.check(row, row.cell(column)));
    }

    private static List<String> parts(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split("\\|", -1));
    }

    private static Map<String, CuratedFile.Row> bySlug() {
        Map<String, CuratedFile.Row> bySlug = new HashMap<>();
        BODIES.forEach(row -> bySlug.put(row.cell("slug"), row));
        return bySlug;
    }

    private static void check(CuratedFile.Row row, boolean holds, String complaint) {
        if (!holds) {
            throw row.wrong(complaint);
        }
    }
}
