package se.fondgraf.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.query.Query;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each query of the library, on the dataset of traps, answers what was reasoned by hand. */
class QueryAnswersTest {
    private static final String[] CASES = {
        "projects, projects,",
        "organizations-office, organizations,",
        "organizations-parent, organizations, level=parent",
        "organization-projects-af, organization-projects, organization=organization/af",
        "organization-projects-alfa, organization-projects, organization=organization/alfa",
        "co-participation-office, co-participation,",
        "co-participation-parent, co-participation, level=parent",
        "co-participation-parent-2, co-participation, level=parent min=2",
        "shared-projects-af-alfa, shared-projects, a=organization/af b=organization/alfa",
        "shared-projects-ga-ga-social, shared-projects, a=organization/ga b=organization/ga-social",
        "shared-projects-ensam-alfa, shared-projects, a=organization/ensam b=organization/alfa",
        "partners-of-office, partners-of, organization=organization/af-vaesteraas",
        "partners-of-parent, partners-of, organization=organization/af-sala level=parent",
        "bridges-office, bridges, level=office",
        "bridges-parent, bridges, level=parent",
        "path-between-delta-ga-social, path-between, a=organization/delta b=organization/ga-social",
        "path-between-af-delta, path-between, a=organization/af b=organization/delta",
        "path-between-af-sala-delta, path-between, a=organization/af-sala b=organization/delta",
        "path-between-alfa-alfa, path-between, a=organization/alfa b=organization/alfa",
        "municipality-projects-1980, municipality-projects, municipality=municipality/1980",
        "municipality-projects-1880, municipality-projects, municipality=municipality/1880",
        "funding-by-municipality, funding-by-municipality,",
        "funding-by-year, funding-by-year,",
        "funding-by-owner, funding-by-owner,",
        "role-mix, role-mix,",
        "timeline-alfa, timeline, organization=organization/alfa",
        "timeline-ga, timeline, organization=organization/ga",
        "timeline-ensam, timeline, organization=organization/ensam",
        "provenance-p1, provenance, resource=project/p1",
        "provenance-alfa, provenance, resource=organization/alfa",
        "review, review,",
        "organization-ga, organization, organization=organization/ga",
        "organization-ga-social, organization, organization=organization/ga-social",
        "search-al, search, q=AL",
    };

    private static Query query(String row) {
        String[] cells = row.split(", ?", -1);
        Map<String, String> values = Arrays.stream(cells[2].split(" "))
                .filter(value -> !value.isEmpty())
                .map(value -> value.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        return QueryLibrary.bundled().find(cells[1]).bind(values);
    }

    static String[] cases() {
        return CASES.clone();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void answersAsReasoned(String row) throws Exception {
        String answer = Fixture.answer(Fixture.dataset(), query(row), ResultFormat.CSV);
        assertEquals(
                Fixture.resource("expected/" + row.substring(0, row.indexOf(',')) + ".csv"),
                answer.replace("\r\n", "\n").replace(LibraryQuery.DEFAULT_BASE, ""));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void orderOfInsertionChangesNoByte(String row) throws Exception {
        for (ResultFormat format : new ResultFormat[] {ResultFormat.TABLE, ResultFormat.JSON}) {
            String first = Fixture.answer(Fixture.shuffled(0), query(row), format);
            for (long seed = 1; seed < 6; seed++) {
                assertEquals(first, Fixture.answer(Fixture.shuffled(seed), query(row), format));
            }
        }
    }

    @Test
    void everyQueryIsAnswered() {
        assertEquals(
                QueryLibrary.bundled().queries().size(),
                Arrays.stream(CASES)
                        .map(row -> row.split(", ?", -1)[1])
                        .collect(Collectors.toCollection(TreeSet::new))
                        .size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            projects | project title start end region grantedSupport
            organizations | organization name kind projects roles
            organization-projects | project title role start end
            co-participation | a aName b bName projects
            shared-projects | project title
            partners-of | partner name projects
            bridges | organization name municipalities projects singleProjectMunicipalities
            path-between | length project1 title1 via1 via1Name project2 title2 via2 via2Name project3 title3
            municipality-projects | project title owner
            funding-by-municipality | municipality name projects grantedSupport grantedSupportShared
            funding-by-year | year projects grantedSupport
            funding-by-owner | organization name projects grantedSupport
            role-mix | organization name roles
            timeline | year projects grantedSupport
            provenance | property value asWritten page line
            review | mention project candidates rule
            organization | fact value project role status rule evidence
            search | resource type label
            """)
    void columnsAreTheOnesOthersRelyOn(String name, String columns) {
        Query query = LibraryQuery.parse("plain.rq", withoutHeader(name)).bind(Map.of());
        assertEquals(columns, String.join(" ", query.getResultVars()));
    }

    private static String withoutHeader(String name) {
        return QueryLibrary.bundled()
                .find(name)
                .text()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .collect(Collectors.joining("\n"));
    }
}
