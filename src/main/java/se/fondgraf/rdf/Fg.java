package se.fondgraf.rdf;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * The terms of our own ontology, {@code ontology/fondgraf.ttl}; a test holds the two together, both ways.
 *
 * <p>Classes are written as in the ontology, properties in capitals ({@link #GRANTED_SUPPORT} is
 * {@code fg:grantedSupport}). These IRIs never move, whatever the base of the data, so that queries work on every copy.
 */
public final class Fg {
    /** The namespace, {@code fg:}. */
    public static final String NS = "https://w3id.org/fondgraf/ontology#";

    /** Where codes live: {@code code/{scheme}/{notation}}. */
    public static final String CODE = "https://w3id.org/fondgraf/code/";

    public static final Node Project = term("Project");
    public static final Node Participation = term("Participation");
    public static final Node Municipality = term("Municipality");
    public static final Node County = term("County");
    public static final Node Region = term("Region");
    public static final Node Programme = term("Programme");
    public static final Node SourcePage = term("SourcePage");
    public static final Node Claim = term("Claim");
    public static final Node MatchDecision = term("MatchDecision");

    public static final Node CALL = term("call");
    public static final Node OWNER = term("owner");
    public static final Node CO_FINANCIER = term("coFinancier");
    public static final Node PARTNER = term("partner");
    public static final Node ACTOR = term("actor");
    public static final Node PARTICIPATION = term("participation");
    public static final Node MUNICIPALITY = term("municipality");
    public static final Node REGION = term("region");
    public static final Node COUNTY = term("county");
    public static final Node PROGRAMME = term("programme");
    public static final Node FUND = term("fund");
    public static final Node PROGRAMME_AREA = term("programmeArea");
    public static final Node SPECIFIC_OBJECTIVE = term("specificObjective");
    public static final Node INTERVENTION_FIELD = term("interventionField");
    public static final Node PHASE = term("phase");
    public static final Node SECONDARY_THEME = term("secondaryTheme");
    public static final Node STRATEGIC_IMPORTANCE = term("strategicImportance");
    public static final Node START_DATE = term("startDate");
    public static final Node END_DATE = term("endDate");
    public static final Node GRANTED_SUPPORT = term("grantedSupport");
    public static final Node TOTAL_BUDGET = term("totalBudget");
    public static final Node TOTAL_COST = term("totalCost");
    public static final Node UNION_CO_FINANCING_RATE = term("unionCoFinancingRate");
    public static final Node PLANNED_PARTICIPANTS = term("plannedParticipants");
    public static final Node RECIPIENT_POSTAL_CODE = term("recipientPostalCode");
    public static final Node RECIPIENT_TOWN = term("recipientTown");
    public static final Node RECIPIENT_COUNTRY = term("recipientCountry");
    public static final Node COUNTRY = term("country");
    public static final Node SUMMARY = term("summary");
    public static final Node BACKGROUND = term("background");
    public static final Node PURPOSE = term("purpose");
    public static final Node OBJECTIVES = term("objectives");
    public static final Node ACCESSIBILITY = term("accessibility");
    public static final Node GENDER_EQUALITY = term("genderEquality");
    public static final Node TRANSNATIONAL = term("transnational");
    public static final Node PROJECT = term("project");
    public static final Node ORGANIZATION = term("organization");
    public static final Node ROLE = term("role");
    public static final Node NAME_AS_WRITTEN = term("nameAsWritten");
    public static final Node MATCH_STATUS = term("matchStatus");
    public static final Node OFFICE = term("office");
    public static final Node PARENT = term("parent");
    public static final Node SEAT = term("seat");
    public static final Node GOVERNS = term("governs");
    public static final Node LAYOUT = term("layout");
    public static final Node SHA256 = term("sha256");
    public static final Node ABOUT = term("about");
    public static final Node PROPERTY = term("property");
    public static final Node VALUE = term("value");
    public static final Node AS_WRITTEN = term("asWritten");
    public static final Node ASSERTED = term("asserted");
    public static final Node MENTION = term("mention");
    public static final Node CHOSEN = term("chosen");
    public static final Node CANDIDATE = term("candidate");
    public static final Node RULE = term("rule");
    public static final Node EVIDENCE = term("evidence");

    private Fg() {}

    /** The term of that local name, whether or not the ontology defines it. */
    public static Node term(String localName) {
        return NodeFactory.createURI(NS + localName);
    }
}
