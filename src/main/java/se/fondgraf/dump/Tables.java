package se.fondgraf.dump;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.ORG;
import org.apache.jena.vocabulary.SKOS;
import se.fondgraf.dump.Column.Kind;
import se.fondgraf.publish.LineReader;
import se.fondgraf.rdf.Fg;
import se.fondgraf.rdf.Role;

/**
 * The core as tables, for people who work with spreadsheets: projects, organizations, participations, municipalities.
 */
final class Tables {
    private static final Node NOTATION = SKOS.notation.asNode();
    private static final Node LABEL = SKOS.prefLabel.asNode();
    private static final Node AS_WKT = NodeFactory.createURI("http://www.opengis.net/ont/geosparql#asWKT");
    private static final Node DERIVED_FROM = NodeFactory.createURI("http://www.w3.org/ns/prov#wasDerivedFrom");
    private static final Pattern POINT = Pattern.compile("POINT\\(([-0-9.]+) ([-0-9.]+)\\)");

    private final GraphFiles graphs;
    private final Lookup lookup;

    /** Reads the core once, for what the tables say of each other's things. */
    Tables(GraphFiles graphs) throws IOException {
        this.graphs = graphs;
        try (LineReader core = graphs.core()) {
            this.lookup = new Lookup(Thing.all(core));
        }
    }

    /** Writes the tables and what describes them. */
    void write(Draft draft) throws IOException {
        List<Table> tables = List.of(projects(), organizations(), participations(), municipalities());
        for (Table table : tables) {
            write(table, draft);
        }
        draft.write(
                TableDescription.NAME,
                ReleaseFile.About.of(
                        "Beskrivning av tabellerna (CSVW)",
                        "Description of the tables (CSVW)",
                        "application/csvm+json"),
                out -> TableDescription.writeTo(out, tables));
    }

    /** Twice, because the number of rows is part of what is said of the file. */
    private void write(Table table, Draft draft) throws IOException {
        long rows;
        try (LineReader core = graphs.core()) {
            rows = table.writeTo(java.io.OutputStream.nullOutputStream(), Thing.all(core));
        }
        try (LineReader core = graphs.core()) {
            draft.write(
                    table.name(),
                    new ReleaseFile.About(table.sv(), table.en(), "text/csv", List.of(GraphFiles.CORE), rows),
                    out -> table.writeTo(out, Thing.all(core)));
        }
    }

    private static Column id(String name, String sv, String en) {
        return new Column(name, Kind.IRI, sv, en, thing -> List.of(thing.iri()));
    }

    private static Column value(String name, Kind kind, Node property, String sv, String en) {
        return new Column(
                name, kind, sv, en, thing -> kind.isList() ? thing.texts(property) : first(thing.texts(property)));
    }

    private Column name(String name, Node property, String sv, String en) {
        return new Column(name, Kind.TEXT, sv, en, thing -> first(lookup.names(thing.texts(property))));
    }

    private Column code(String name, Node property, String sv, String en) {
        return new Column(name, Kind.CODE, sv, en, thing -> first(lookup.notations(thing.texts(property))));
    }

    private Column codes(String name, Node property, String sv, String en) {
        return new Column(name, Kind.CODES, sv, en, thing -> lookup.notations(thing.texts(property)));
    }

    private Column names(String name, Node property, String sv, String en) {
        return new Column(name, Kind.NAMES, sv, en, thing -> lookup.names(thing.texts(property)));
    }

    private static Column number(String name, String sv, String en, Function<Thing, String> value) {
        return new Column(name, Kind.INTEGER, sv, en, thing -> List.of(value.apply(thing)));
    }

    private static List<String> first(List<String> values) {
        return values.isEmpty() ? values : values.subList(0, 1);
    }

    private Table projects() {
        return new Table(
                "projects.csv",
                Fg.Project,
                "Projekten",
                "The projects",
                List.of(
                        id("project", "Projektets IRI", "IRI of the project"),
                        value("number", Kind.TEXT, DCTerms.identifier.asNode(), "Projektnummer", "Project number"),
                        value("title", Kind.TEXT, DCTerms.title.asNode(), "Projektets namn", "Title"),
                        value("owner", Kind.IRI, Fg.OWNER, "Projektägarens IRI", "IRI of the owner"),
                        name("ownerName", Fg.OWNER, "Projektägarens namn", "Name of the owner"),
                        value("startDate", Kind.DATE, Fg.START_DATE, "Startdatum", "First day"),
                        value("endDate", Kind.DATE, Fg.END_DATE, "Slutdatum", "Last day"),
                        value(
                                "grantedSupport",
                                Kind.DECIMAL,
                                Fg.GRANTED_SUPPORT,
                                "Beviljat stöd, SEK",
                                "Granted support, SEK"),
                        value("totalBudget", Kind.DECIMAL, Fg.TOTAL_BUDGET, "Total budget, SEK", "Total budget, SEK"),
                        value("totalCost", Kind.DECIMAL, Fg.TOTAL_COST, "Totala kostnader, SEK", "Total cost, SEK"),
                        value(
                                "unionCoFinancingRate",
                                Kind.DECIMAL,
                                Fg.UNION_CO_FINANCING_RATE,
                                "Unionens medfinansieringsgrad, procent",
                                "The Union's co-financing rate, percent"),
                        value(
                                "plannedParticipants",
                                Kind.INTEGER,
                                Fg.PLANNED_PARTICIPANTS,
                                "Planerat antal deltagare",
                                "Planned number of participants"),
                        code("programme", Fg.PROGRAMME, "Programperiod", "Programme period"),
                        code("fund", Fg.FUND, "Fond", "Fund"),
                        code("programmeArea", Fg.PROGRAMME_AREA, "Programområde", "Programme area"),
                        code("phase", Fg.PHASE, "Projektfas", "Phase"),
                        codes("specificObjectives", Fg.SPECIFIC_OBJECTIVE, "Specifika mål", "Specific objectives"),
                        codes("interventionFields", Fg.INTERVENTION_FIELD, "Interventionstyper", "Intervention fields"),
                        value(
                                "strategicImportance",
                                Kind.BOOLEAN,
                                Fg.STRATEGIC_IMPORTANCE,
                                "Av strategisk betydelse",
                                "Of strategic importance"),
                        codes("municipalities", Fg.MUNICIPALITY, "Kommunkoder", "Codes of the municipalities"),
                        names("municipalityNames", Fg.MUNICIPALITY, "Kommunernas namn", "Names of the municipalities"),
                        codes("regions", Fg.REGION, "Regioner, NUTS 2", "Regions, NUTS 2"),
                        names("regionNames", Fg.REGION, "Regionernas namn", "Names of the regions"),
                        value(
                                "sources",
                                Kind.IRIS,
                                DCTerms.source.asNode(),
                                "Sidorna det står på",
                                "The pages it is from")),
                1,
                Map.of("owner", "organizations.csv"));
    }

    private Table organizations() {
        return new Table(
                "organizations.csv",
                ORG.Organization.asNode(),
                "Organisationerna",
                "The organizations",
                List.of(
                        id("organization", "Organisationens IRI", "IRI of the organization"),
                        value("name", Kind.TEXT, LABEL, "Namn", "Name"),
                        code("kind", ORG.classification.asNode(), "Slag", "Kind"),
                        value(
                                "number",
                                Kind.CODE,
                                ORG.identifier.asNode(),
                                "Organisationsnummer",
                                "Organization number"),
                        value(
                                "parent",
                                Kind.IRI,
                                Fg.PARENT,
                                "IRI för den juridiska person den tillhör, eller den själv",
                                "IRI of the legal body that it belongs to, or itself"),
                        name("parentName", Fg.PARENT, "Namn på den den tillhör", "Name of what it belongs to"),
                        value("linkedTo", Kind.IRI, ORG.linkedTo.asNode(), "IRI för rörelsen", "IRI of its movement"),
                        code("seat", Fg.SEAT, "Kommunkod där den finns", "Code of the municipality where it sits"),
                        name("seatName", Fg.SEAT, "Kommun där den finns", "Municipality where it sits"),
                        number(
                                "projects",
                                "Antal projekt",
                                "Number of projects",
                                thing -> lookup.projects(thing.iri())),
                        role("projectsAsOwner", Role.OWNER, "därav som projektägare", "of these as owner"),
                        role(
                                "projectsAsCoFinancier",
                                Role.CO_FINANCIER,
                                "därav som medfinansiär",
                                "of these as co-financier"),
                        role("projectsAsPartner", Role.PARTNER, "därav som samarbetspartner", "of these as partner"),
                        role("projectsAsActor", Role.ACTOR, "därav som deltagande aktör", "of these as actor")),
                1,
                Map.of("parent", "organizations.csv", "linkedTo", "organizations.csv"));
    }

    private Column role(String name, Role role, String sv, String en) {
        return number(name, sv, en, thing -> lookup.projects(thing.iri(), role));
    }

    private Table participations() {
        return new Table(
                "participations.csv",
                Fg.Participation,
                "Vem som medverkar i vilket projekt",
                "Who takes part in which project",
                List.of(
                        id("participation", "Medverkans IRI", "IRI of the participation"),
                        value("project", Kind.IRI, Fg.PROJECT, "Projektets IRI", "IRI of the project"),
                        name("projectTitle", Fg.PROJECT, "Projektets namn", "Title of the project"),
                        value(
                                "organization",
                                Kind.IRI,
                                Fg.ORGANIZATION,
                                "Organisationens IRI",
                                "IRI of the organization"),
                        name("organizationName", Fg.ORGANIZATION, "Organisationens namn", "Name of the organization"),
                        code(
                                "role",
                                Fg.ROLE,
                                "Roll: owner, co-financier, partner eller actor",
                                "Role: owner, co-financier, partner or actor"),
                        value(
                                "nameAsWritten",
                                Kind.TEXT,
                                Fg.NAME_AS_WRITTEN,
                                "Namnet som det står på sidan",
                                "The name as the page has it"),
                        code(
                                "matchStatus",
                                Fg.MATCH_STATUS,
                                "Hur säkert det är: exact, merged, separate eller review",
                                "How sure it is: exact, merged, separate or review"),
                        value(
                                "sources",
                                Kind.IRIS,
                                DERIVED_FROM,
                                "Sidor och rader (line=16,17 är rad 17)",
                                "Pages and lines (line=16,17 is line 17)")),
                1,
                Map.of("project", "projects.csv", "organization", "organizations.csv"));
    }

    private Table municipalities() {
        return new Table(
                "municipalities.csv",
                Fg.Municipality,
                "Kommunerna",
                "The municipalities",
                List.of(
                        id("municipality", "Kommunens IRI", "IRI of the municipality"),
                        value("code", Kind.CODE, NOTATION, "Kommunkod (SCB)", "Code of Statistics Sweden"),
                        value("name", Kind.TEXT, LABEL, "Namn", "Name"),
                        code("county", Fg.COUNTY, "Län, NUTS 3", "County, NUTS 3"),
                        name("countyName", Fg.COUNTY, "Länets namn", "Name of the county"),
                        code("region", Fg.REGION, "Region, NUTS 2", "Region, NUTS 2"),
                        name("regionName", Fg.REGION, "Regionens namn", "Name of the region"),
                        new Column(
                                "longitude",
                                Kind.DECIMAL,
                                "Longitud, WGS 84",
                                "Longitude, WGS 84",
                                thing -> point(thing, 1)),
                        new Column(
                                "latitude",
                                Kind.DECIMAL,
                                "Latitud, WGS 84",
                                "Latitude, WGS 84",
                                thing -> point(thing, 2)),
                        number(
                                "projects",
                                "Antal projekt",
                                "Number of projects",
                                thing -> lookup.projects(thing.iri()))),
                1,
                Map.of());
    }

    private static List<String> point(Thing municipality, int axis) {
        Matcher point = POINT.matcher(municipality.text(AS_WKT));
        return point.matches() ? List.of(point.group(axis)) : List.of();
    }
}
