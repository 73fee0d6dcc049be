package se.fondgraf.web.documents;

import static j2html.TagCreator.caption;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.p;
import static j2html.TagCreator.span;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import j2html.tags.DomContent;
import j2html.tags.specialized.TrTag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import se.fondgraf.web.html.Inert;

/** Who takes part in a project, or in which projects an organisation does; and how names were judged. */
final class Participations {
    private final Description description;
    private final SortedGraph graph;
    private final Node thing;
    private final Words words;

    Participations(Description description, Words words) {
        this.description = description;
        this.graph = description.graph();
        this.thing = description.thing();
        this.words = words;
    }

    /** One section for participations, one for decisions; none where there are none. */
    List<DomContent> sections() {
        List<DomContent> sections = new ArrayList<>();
        List<Node> inProject = subjects(Terms.PROJECT);
        List<Node> ofBody = subjects(Terms.ORGANIZATION);
        if (!inProject.isEmpty()) {
            sections.add(h2(words.say("Medverkande", "Who takes part")));
            sections.add(participations(inProject, Terms.ORGANIZATION, words.say("Organisation", "Organization")));
            DocumentPage.shortfall(description, Terms.PROJECT, words).ifPresent(sections::add);
        }
        if (!ofBody.isEmpty()) {
            sections.add(h2(words.say("Projekt", "Projects")));
            sections.add(participations(ofBody, Terms.PROJECT, words.say("Projekt", "Project")));
            DocumentPage.shortfall(description, Terms.ORGANIZATION, words).ifPresent(sections::add);
        }
        List<Node> decisions = decisions();
        if (!decisions.isEmpty()) {
            sections.add(h2(words.say("Hur namnen bedömdes", "How the names were judged")));
            sections.add(judged(decisions));
        }
        return sections;
    }

    private List<Node> subjects(Node property) {
        return graph.find(Node.ANY, property, thing)
                .mapWith(triple -> triple.getSubject())
                .toList();
    }

    private DomContent participations(List<Node> participations, Node other, String column) {
        List<Node> sorted = participations.stream()
                .sorted(Comparator.<Node, String>comparing(p -> order(p, other)).thenComparing(Node::getURI))
                .toList();
        return div(table(
                        caption(words.say(
                                "En rad för varje roll och namn; radnumret leder till källsidan",
                                "One row for each role and name; the line leads to the source page")),
                        thead(DocumentPage.head(
                                column,
                                words.say("Roll", "Role"),
                                words.say("Skrivet", "As written"),
                                words.say("Namnet är", "The name is"),
                                words.say("Källa", "Source"))),
                        tbody(each(sorted, participation -> row(participation, other)))))
                .withClass("wide");
    }

    /** Projects by their start, organisations by their role and name. */
    private String order(Node participation, Node other) {
        Node end = one(participation, other).orElse(thing);
        String first = other.equals(Terms.PROJECT)
                ? DocumentPage.dates(graph, end)
                : one(participation, Terms.ROLE).map(Node::getURI).orElse("");
        return first + "\u0000" + words.thing(end);
    }

    private TrTag row(Node participation, Node other) {
        Optional<Node> end = one(participation, other);
        String dates = end.map(project -> DocumentPage.dates(graph, project)).orElse("");
        return tr(
                td(
                        end.map(words::link).orElse(text("")),
                        dates.isEmpty() ? text("") : span(text(" " + dates)).withClass("source")),
                td(one(participation, Terms.ROLE).map(words::link).orElse(text(""))),
                td(each(
                                graph.values(participation, Terms.NAME_AS_WRITTEN),
                                name -> div(words.value(Terms.NAME_AS_WRITTEN, name))))
                        .withClass("written"),
                td(one(participation, Terms.MATCH_STATUS).map(words::link).orElse(text(""))),
                td(DocumentPage.lines(graph.values(participation, Terms.DERIVED_FROM), words)));
    }

    private Optional<Node> one(Node subject, Node property) {
        return graph.values(subject, property).stream().findFirst();
    }

    private List<Node> decisions() {
        return graph.find(Node.ANY, Terms.MENTION, Node.ANY)
                .mapWith(triple -> triple.getSubject())
                .filterDrop(decision -> decision.equals(thing))
                .toList();
    }

    private DomContent judged(List<Node> decisions) {
        return div(table(
                        caption(words.say(
                                "För varje namn som inte rätt och slätt var lika: regeln och skälet",
                                "For each name that was not simply equal: the rule and the grounds")),
                        thead(DocumentPage.head(
                                words.say("Namn", "Name"), words.say("Regel", "Rule"), words.say("Skäl", "Grounds"))),
                        tbody(each(decisions, this::judgement))))
                .withClass("wide");
    }

    private TrTag judgement(Node decision) {
        Optional<Node> mention = one(decision, Terms.MENTION);
        DomContent name = mention.flatMap(node -> one(node, Terms.NAME_AS_WRITTEN))
                .map(written -> words.value(Terms.NAME_AS_WRITTEN, written))
                .orElseGet(() -> Inert.value(words.thing(decision)));
        return tr(
                td(mention.map(node -> words.link(node, name)).orElse(name)),
                td(each(graph.values(decision, Terms.RULE), rule -> p(words.value(Terms.RULE, rule)))),
                td(each(graph.values(decision, Terms.EVIDENCE), reason -> p(words.value(Terms.EVIDENCE, reason)))));
    }
}
