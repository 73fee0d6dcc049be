package se.fondgraf.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.ORG;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.fondgraf.rdf.Fg;
import se.fondgraf.rdf.Iris;

/** Which bodies the bundled pages name, as people judged them. */
class SeedIdentityTest {
    private static final String ID = Iris.DEFAULT_BASE + "id/";
    private static final String TO_WORK = "paa-vaeg-till-jobbet-82c1ad99";
    private static final Converted CONVERTED = Converted.of(Path.of("seeds"));
    private static final Graph GRAPH = CONVERTED.union();

    private static Node id(String path) {
        return NodeFactory.createURI(ID + path);
    }

    private static Set<String> objects(String subject, Node predicate) {
        return GRAPH.stream(id(subject), predicate, Node.ANY)
                .map(triple -> triple.getObject())
                .map(node -> node.isLiteral()
                        ? node.getLiteralLexicalForm()
                        : node.getURI().replace(ID, ""))
                .collect(Collectors.toSet());
    }

    private static Set<String> mentioning(String organization) {
        return GRAPH.stream(Node.ANY, Fg.ORGANIZATION, id("organization/" + organization))
                .map(triple -> triple.getSubject().getURI().replace(ID + "participation/", ""))
                .collect(Collectors.toSet());
    }

    @Test
    void oneOfficeInTwoProjects() {
        assertEquals(
                Set.of(
                        "jobbpunktvaest-653fa775/co-financier/arbetsfoermedlingen-vaesteraas",
                        "spektra-2-9d85d20f/co-financier/arbetsfoermedlingen-vaesteraas"),
                mentioning("arbetsfoermedlingen-vaesteraas"));
        assertEquals(
                Set.of("Arbetsförmedlingen Västerås"),
                labels("arbetsfoermedlingen-vaesteraas", SKOS.prefLabel.asNode()));
        assertEquals(
                Set.of("Arbetsförmedlingen, Västerås"),
                labels("arbetsfoermedlingen-vaesteraas", SKOS.altLabel.asNode()));
    }

    private static Set<String> labels(String organization, Node predicate) {
        return GRAPH.stream(id("organization/" + organization), predicate, Node.ANY)
                .map(triple -> triple.getObject().getLiteralLexicalForm())
                .collect(Collectors.toSet());
    }

    @Test
    void officesOfOtherTownsAreOthersOfTheSameAgency() {
        List<String> offices = List.of(
                "arbetsfoermedlingen-vaesteraas",
                "arbetsfoermedlingen-avesta",
                "arbetsfoermedlingen-oerebro",
                "arbetsfoermedlingen-oerebro-syd");
        for (String office : offices) {
            assertFalse(mentioning(office).isEmpty(), office);
            assertEquals(Set.of("organization/" + office), objects("organization/" + office, Fg.OFFICE));
            assertEquals(Set.of("organization/arbetsfoermedlingen"), objects("organization/" + office, Fg.PARENT));
            assertEquals(
                    Set.of("organization/arbetsfoermedlingen"), objects("organization/" + office, ORG.unitOf.asNode()));
        }
        assertEquals(Set.of(), mentioning("arbetsfoermedlingen"));
    }

    @Test
    void aDepartmentBelongsToTheMunicipalityOfTheEmailsDomain() {
        String department = "avesta-kommun-omsorgsfoervaltning";
        assertEquals(
                Set.of(TO_WORK + "/owner/omsorgsfoervaltningen", TO_WORK + "/co-financier/omsorgsfoervaltningen"),
                mentioning(department));
        assertEquals(Set.of("organization/avesta-kommun"), objects("organization/" + department, ORG.unitOf.asNode()));
        String evidence = String.join(" ", objects("match/" + TO_WORK + "/owner/omsorgsfoervaltningen", Fg.EVIDENCE));
        assertTrue(evidence.contains("domän avesta.se"), evidence);
        assertFalse(CONVERTED.text().contains("@avesta.se"), "the domain, never the address");
    }

    @ParameterizedTest
    @CsvSource({
        "paa-vaeg-till-jobbet-82c1ad99/partner/hedemora-kommun-socialfoervaltningen, hedemora-kommun",
        "2016-00166/owner/vimmerby-kommun-arbetsmarknadsenheten, vimmerby-kommun"
    })
    void aDepartmentWithItsMunicipalityIsAPartOfIt(String mention, String municipality) {
        Set<String> found = objects("participation/" + mention, Fg.ORGANIZATION);
        assertEquals(1, found.size());
        String department = found.iterator().next();
        assertEquals(Set.of("organization/" + municipality), objects(department, ORG.unitOf.asNode()));
        assertEquals(Set.of("organization/" + municipality), objects(department, Fg.PARENT));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            jobb-in-d25c967e/partner/socialfoervaltningen-foersoerjni | Socialförvaltningen, Försörjni
            paa-vaeg-till-jobbet-82c1ad99/co-financier/skolkansli-av-centralen-och-ba | SKOLKANSLI AV CENTRALEN OCH BA
            """)
    void cutNamesStayAsWrittenForAPersonToLookAt(String mention, String written) {
        String body =
                objects("participation/" + mention, Fg.ORGANIZATION).iterator().next();
        assertTrue(body.endsWith("-of-" + mention.substring(0, mention.indexOf('/'))), body);
        assertEquals(Set.of(written), labels(body.replace("organization/", ""), SKOS.prefLabel.asNode()));
        assertEquals(Set.of(Fg.CODE + "match-status/review"), objects("participation/" + mention, Fg.MATCH_STATUS));
        assertEquals(Set.of(body), objects(body, Fg.PARENT));
    }

    /** In 2012 the name was a municipal federation's, beside the county council. */
    @Test
    void aFederationIsNotTheRegionThatTookItsName() {
        String body = objects("participation/" + TO_WORK + "/partner/region-dalarna", Fg.ORGANIZATION)
                .iterator()
                .next();
        assertEquals("organization/region-dalarna-2003", body);
        assertEquals(
                Set.of(Fg.CODE + "organization-kind/municipal-federation"), objects(body, ORG.classification.asNode()));
        assertEquals(Set.of(), objects(body, ORG.identifier.asNode()));
        assertEquals(Set.of(), mentioning("region-dalarna"));
    }
}
