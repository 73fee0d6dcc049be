package se.fondgraf.web.documents;

import static j2html.TagCreator.a;
import static j2html.TagCreator.code;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.strong;
import static j2html.TagCreator.text;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.vocabulary.ORG;
import org.apache.jena.vocabulary.SKOS;
import se.fondgraf.store.Release;
import se.fondgraf.web.html.Frame;
import se.fondgraf.web.html.Language;
import se.fondgraf.web.html.Page;
import se.fondgraf.web.html.Twin;
import se.fondgraf.web.http.Format;
import se.fondgraf.web.http.Reply;
import se.fondgraf.web.http.Request;
import se.fondgraf.web.http.Resource;
import se.fondgraf.web.sparql.Queries;

/** {@code /}: what this is, how much it holds, and the ways in. */
final class StartPage implements Resource {
    private static final String PREFIXES =
            "PREFIX fg: <%s> PREFIX org: <%s> PREFIX skos: <%s> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
                    .formatted(Terms.FG, ORG.getURI(), SKOS.getURI());

    /** How many things there are of each class that people ask for. */
    private static final Query COUNTS = QueryFactory.create(PREFIXES + """
                    SELECT ?class (COUNT(*) AS ?n)
                    WHERE {
                      VALUES ?class { fg:Project org:Organization fg:Participation fg:Municipality fg:SourcePage }
                      ?thing a ?class .
                    }
                    GROUP BY ?class
                    """, Syntax.syntaxSPARQL_11);

    /** What there are few of, and what leads to the rest. */
    private static final Query WAYS_IN = QueryFactory.create(PREFIXES + """
                    SELECT DISTINCT ?class ?thing ?label
                    WHERE {
                      VALUES ?class { fg:Programme fg:Region fg:County skos:ConceptScheme }
                      ?thing a ?class ; rdfs:label ?label .
                    }
                    ORDER BY ?class ?thing ?label
                    """, Syntax.syntaxSPARQL_11);

    private final Queries queries;
    private final Places places;
    private final Frame frame;

    StartPage(Queries queries, Places places, Frame frame) {
        this.queries = queries;
        this.places = places;
        this.frame = frame;
    }

    @Override
    public Reply answer(Request request) throws InterruptedException {
        Language language = Language.of(request);
        Release release = queries.release();
        List<DomContent> main = new ArrayList<>();
        main.add(p(language.say(
                        "Vilka organisationer har arbetat med vilka, var, när och med hur mycket stöd ur Europeiska socialfonden i Sverige sedan 2007, läst ur fondens projektsidor. Varje uppgift kan följas till sin rad.",
                        "Which organizations have worked with which, where, when and with how much support from the European Social Fund in Sweden since 2007, read from the fund's project pages. Every statement can be traced to its line."))
                .withClass("lead"));
        main.add(counts(release, language));
        main.addAll(waysIn(release, language));
        main.addAll(forPrograms(language));
        return frame.page(Page.of(request, "Fondgraf", main).withTwins(twins())).keptFor(300);
    }

    private static List<Twin> twins() {
        return List.of(
                new Twin("VoID", Format.TURTLE.mediaType(), "/.well-known/void"),
                new Twin("DCAT", Format.TURTLE.mediaType(), "/dataset.ttl"));
    }

    private DomContent counts(Release release, Language language) throws InterruptedException {
        Map<Node, Long> counts = new LinkedHashMap<>();
        for (Binding row : queries.rows(COUNTS, release)) {
            Node kind = row.get(Var.alloc("class"));
            if (kind != null) {
                counts.put(kind, ((Number) row.get(Var.alloc("n")).getLiteralValue()).longValue());
            }
        }
        Map<Node, List<String>> shown = new LinkedHashMap<>();
        shown.put(Terms.PROJECT_CLASS, List.of("projekt", "projects"));
        shown.put(ORG.Organization.asNode(), List.of("organisationer", "organizations"));
        shown.put(Terms.PARTICIPATION_CLASS, List.of("medverkan", "participations"));
        shown.put(Terms.fg("Municipality"), List.of("kommuner", "municipalities"));
        shown.put(Terms.fg("SourcePage"), List.of("källsidor", "source pages"));
        return ul(each(
                        shown.entrySet(),
                        entry -> li(
                                strong("" + counts.getOrDefault(entry.getKey(), 0L)),
                                text(language.say(
                                        entry.getValue().getFirst(),
                                        entry.getValue().getLast())))))
                .withClass("counts");
    }

    private List<DomContent> waysIn(Release release, Language language) throws InterruptedException {
        Labels labels = new Labels();
        Map<Node, List<Node>> things = new LinkedHashMap<>();
        for (Binding row : queries.rows(WAYS_IN, release)) {
            Node thing = row.get(Var.alloc("thing"));
            labels.add(thing, row.get(Var.alloc("label")));
            List<Node> known = things.computeIfAbsent(row.get(Var.alloc("class")), key -> new ArrayList<>());
            if (!known.contains(thing)) {
                known.add(thing);
            }
        }
        Words words = new Words(language, labels, places);
        List<DomContent> sections = new ArrayList<>();
        sections.addAll(section(things, Terms.fg("Programme"), language.say("Program", "Programmes"), words));
        sections.addAll(section(things, Terms.fg("Region"), language.say("Regioner", "Regions"), words));
        sections.addAll(section(things, Terms.fg("County"), language.say("Län", "Counties"), words));
        sections.addAll(section(things, SKOS.ConceptScheme.asNode(), language.say("Kodlistor", "Code lists"), words));
        return sections;
    }

    private static List<DomContent> section(Map<Node, List<Node>> things, Node kind, String heading, Words words) {
        List<Node> sorted = things.getOrDefault(kind, List.of()).stream()
                .sorted(Comparator.comparing(Node::getURI))
                .toList();
        return sorted.isEmpty()
                ? List.of()
                : List.of(
                        h2(heading),
                        ul(each(sorted, thing -> li(words.link(thing)))).withClass("ways"));
    }

    private List<DomContent> forPrograms(Language language) {
        String example = places.base() + "id/programme/2014-2020";
        return List.of(
                h2(language.say("För program", "For programs")),
                ul(
                        li(
                                text(language.say("Frågor i SPARQL ställs till ", "SPARQL queries go to ")),
                                a(places.absolute("/sparql")).withHref("/sparql"),
                                text(".")),
                        li(
                                text(language.say(
                                        "Varje IRI kan följas, till exempel ", "Every IRI can be followed, such as ")),
                                a(example)
                                        .withHref(places.path(NodeFactory.createURI(example)
                                                        .getURI())
                                                .orElse("/")),
                                text(language.say("; formatet väljs med ", "; the format is chosen by ")),
                                code("Accept"),
                                text(language.say(" eller ändelse: ", " or suffix: ")),
                                code(".ttl .nt .jsonld .rdf .html"),
                                text(".")),
                        li(
                                text(language.say("Termerna förklaras i ", "The terms are explained in ")),
                                a(language.say("ontologin", "the ontology")).withHref(OntologyResource.PATH),
                                text("."))));
    }
}
