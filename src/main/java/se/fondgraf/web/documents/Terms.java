package se.fondgraf.web.documents;

import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.ORG;
import org.apache.jena.vocabulary.RDFS;

/** The terms that documents treat in a way of their own; whatever else the data holds is shown all the same. */
final class Terms {
    static final String FG = "https://w3id.org/fondgraf/ontology#";
    static final String XSD = "http://www.w3.org/2001/XMLSchema#";
    static final String PROV = "http://www.w3.org/ns/prov#";

    static final Node PROJECT_CLASS = fg("Project");
    static final Node PARTICIPATION_CLASS = fg("Participation");

    static final Node ABOUT = fg("about");
    static final Node ASSERTED = fg("asserted");
    static final Node AS_WRITTEN = fg("asWritten");
    static final Node CANDIDATE = fg("candidate");
    static final Node CHOSEN = fg("chosen");
    static final Node END_DATE = fg("endDate");
    static final Node EVIDENCE = fg("evidence");
    static final Node MATCH_STATUS = fg("matchStatus");
    static final Node MENTION = fg("mention");
    static final Node NAME_AS_WRITTEN = fg("nameAsWritten");
    static final Node ORGANIZATION = fg("organization");
    static final Node PARTICIPATION = fg("participation");
    static final Node PROJECT = fg("project");
    static final Node PROPERTY = fg("property");
    static final Node ROLE = fg("role");
    static final Node RULE = fg("rule");
    static final Node START_DATE = fg("startDate");
    static final Node VALUE = fg("value");
    static final Node DERIVED_FROM = NodeFactory.createURI(PROV + "wasDerivedFrom");

    /** Links that follow from participations and from {@code org:unitOf}; as incoming links they would say it twice. */
    static final List<Node> SHORTCUTS =
            List.of(fg("owner"), fg("coFinancier"), fg("partner"), fg("actor"), fg("office"), fg("parent"));

    /** Things with these links explain the thing they lead to, so their own statements belong to its document. */
    static final Set<Node> EXPLAINING = Set.of(
            PROJECT,
            ORGANIZATION,
            ABOUT,
            MENTION,
            CANDIDATE,
            ORG.originalOrganization.asNode(),
            ORG.resultingOrganization.asNode());

    /** Links to a thing that count in graphs of their own too. */
    static final List<Node> OF_NAMED_GRAPHS = List.of(ABOUT, MENTION, CANDIDATE);

    /** What a thing that is mentioned is shown by: its name, and a project's dates. */
    static final List<Node> NAMING = List.of(RDFS.Nodes.label, START_DATE, END_DATE);

    /** Running text, shown below the facts. */
    static final List<Node> TEXTS = List.of(
            fg("summary"),
            fg("background"),
            fg("purpose"),
            fg("objectives"),
            DCTerms.description.asNode(),
            fg("accessibility"),
            fg("genderEquality"),
            fg("transnational"));

    /** Amounts in kronor. */
    static final Set<Node> AMOUNTS = Set.of(fg("grantedSupport"), fg("totalBudget"), fg("totalCost"));

    static final Node RATE = fg("unionCoFinancingRate");

    private Terms() {}

    static Node fg(String name) {
        return NodeFactory.createURI(FG + name);
    }
}
