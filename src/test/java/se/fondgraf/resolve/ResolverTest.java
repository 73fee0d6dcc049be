package se.fondgraf.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import se.fondgraf.page.Property;
import se.fondgraf.place.PlaceRegister;

/** What single names mean, by tables; the labelled names measure the whole. */
class ResolverTest {
    private static final PlaceRegister PLACES = PlaceRegister.bundled();
    private static final Resolver RESOLVER = Resolver.bundled(PLACES);

    /** A name in a project of a year and some municipalities; the owner, where a domain is given. */
    @ParameterizedTest
    @CsvFileSource(resources = "names.csv", delimiter = '|', numLinesToSkip = 1, nullValues = "-")
    void meansThisBody(
            String name,
            int year,
            @Nullable String municipalities,
            @Nullable String domain,
            String slug,
            @Nullable String parent,
            String rule) {
        Verdict verdict = verdict(name, year, municipalities, domain);
        assertEquals(slug, verdict.body().slug());
        assertEquals(Optional.ofNullable(parent), verdict.body().parent());
        assertEquals(rule, verdict.rule().key());
        assertTrue(verdict.evidence().endsWith("."), verdict.evidence());
        assertFalse(verdict.evidence().contains("@"), "the domain, never the address");
    }

    private static Verdict verdict(String name, int year, @Nullable String municipalities, @Nullable String domain) {
        List<String> codes = municipalities == null
                ? List.of()
                : List.of(municipalities.split(",")).stream()
                        .map(place -> PLACES.municipality(place).orElseThrow().code())
                        .toList();
        Property role = domain == null ? Property.PARTNER : Property.OWNER;
        Map<String, Verdict> verdicts = RESOLVER.resolve(new ProjectMentions(
                "p1",
                "Ett projekt",
                Optional.of(year),
                codes,
                Optional.ofNullable(domain),
                Optional.empty(),
                List.of(new ProjectMentions.Mention(role, name))));
        return verdicts.values().iterator().next();
    }

    @Test
    void theSameNameInTwoRolesIsOneBody() {
        Map<String, Verdict> verdicts = RESOLVER.resolve(new ProjectMentions(
                "p1",
                "Ett projekt",
                Optional.of(2012),
                PLACES.municipalities().stream()
                        .limit(3)
                        .map(place -> place.code())
                        .toList(),
                Optional.of("avesta.se"),
                Optional.empty(),
                List.of(
                        new ProjectMentions.Mention(Property.CO_FINANCIER, "omsorgsförvaltningen"),
                        new ProjectMentions.Mention(Property.OWNER, "Omsorgsförvaltningen"))));
        assertEquals(
                List.of("avesta-kommun-omsorgsfoervaltning"),
                verdicts.values().stream()
                        .map(verdict -> verdict.body().slug())
                        .distinct()
                        .toList());
    }

    @Test
    void aNameWithMaskedContactDataIsItsProjectsOwn() {
        Verdict verdict = verdict("[namn]s Åkeri", 2012, null, null);
        assertEquals(NameRule.MASKED_NAME, verdict.rule());
        assertTrue(verdict.body().own());
    }
}
