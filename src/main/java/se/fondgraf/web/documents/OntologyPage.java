package se.fondgraf.web.documents;

import static j2html.TagCreator.a;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.span;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.th;
import static j2html.TagCreator.tr;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import se.fondgraf.web.html.Inert;
import se.fondgraf.web.html.Language;
import se.fondgraf.web.html.Page;
import se.fondgraf.web.html.Twin;
import se.fondgraf.web.http.Format;
import se.fondgraf.web.http.Request;

/** The ontology for a reader: each term at its own anchor, named and defined in both languages. */
final class OntologyPage {
    private static final Map<Node, List<String>> SHOWN = shown();

    private final SortedGraph graph;
    private final Places places;
    private final RdfText rdf;

    OntologyPage(SortedGraph graph, Places places, RdfText rdf) {
        this.graph = graph;
        this.places = places;
        this.rdf = rdf;
    }

    private static Map<Node, List<String>> shown() {
        Map<Node, List<String>> shown = new LinkedHashMap<>();
        shown.put(RDFS.Nodes.subClassOf, List.of("del av klassen", "subclass of"));
        shown.put(RDFS.Nodes.subPropertyOf, List.of("del av egenskapen", "subproperty of"));
        shown.put(RDFS.Nodes.domain, List.of("finns på", "domain"));
        shown.put(
                NodeFactory.createURI("https://schema.org/domainIncludes"), List.of("finns på bland annat", "used on"));
        shown.put(RDFS.Nodes.range, List.of("har värden av", "range"));
        shown.put(
                NodeFactory.createURI("https://schema.org/rangeIncludes"),
                List.of("har värden av bland annat", "values among"));
        shown.put(RDFS.Nodes.seeAlso, List.of("se även", "see also"));
        return shown;
    }

    Page page(Request request) {
        Language language = Language.of(request);
        Labels labels = new Labels();
        graph.find(Node.ANY, RDFS.Nodes.label, Node.ANY).forEach(labels::add);
        Words words = new Words(language, labels, places);
        List<DomContent> main = new ArrayList<>();
        main.add(p(Inert.value(in(OntologyFiles.ONTOLOGY, DCTerms.description.asNode(), language))));
        main.add(p(
                text(language.say("Prefix ", "Prefix ")),
                span("fg: <" + Terms.FG + ">").withClass("iri"),
                text(". Version " + in(OntologyFiles.ONTOLOGY, OWL.versionInfo.asNode(), language) + ". "),
                a(language.say("Former i SHACL", "SHACL shapes")).withHref(OntologyResource.SHAPES),
                text(", "),
                a(language.say("kontext för JSON-LD", "JSON-LD context")).withHref(OntologyResource.CONTEXT),
                text(".")));
        main.addAll(terms(words, language.say("Klasser", "Classes"), types -> types.contains(OWL.Class.asNode())));
        main.addAll(
                terms(words, language.say("Egenskaper", "Properties"), types -> !types.contains(OWL.Class.asNode())));
        List<Twin> twins = Asked.FORMATS.stream()
                .filter(format -> format != Format.HTML)
                .map(format -> Twin.of(format, OntologyResource.PATH + "." + format.extension()))
                .toList();
        return Page.of(request, in(OntologyFiles.ONTOLOGY, RDFS.Nodes.label, language), main)
                .withTwins(twins)
                .withData(rdf.json(new SortedGraph(graph.about(OntologyFiles.ONTOLOGY))));
    }

    private String in(Node subject, Node property, Language language) {
        List<Node> values = graph.values(subject, property);
        return values.stream()
                .filter(value -> value.getLiteralLanguage().equals(language.tag()))
                .findFirst()
                .or(() -> values.stream().findFirst())
                .map(Node::getLiteralLexicalForm)
                .orElse("");
    }

    private List<DomContent> terms(Words words, String heading, Predicate<List<Node>> kind) {
        List<Node> terms = graph.subjects().stream()
                .filter(term -> term.getURI().startsWith(Terms.FG) && kind.test(graph.values(term, RDF.Nodes.type)))
                .sorted(Comparator.comparing(Node::getURI))
                .toList();
        List<DomContent> parts = new ArrayList<>();
        parts.add(h2(heading));
        parts.add(ul(each(
                        terms,
                        term -> li(
                                a(local(term)).withHref("#" + local(term)),
                                text(" " + words.term(term).toLowerCase(java.util.Locale.ROOT)))))
                .withClass("terms"));
        terms.forEach(term ->
                parts.add(section(h3("fg:" + local(term)), names(term), definitions(term), facts(term, words))
                        .withId(local(term))
                        .withClass("term")));
        return parts;
    }

    private static String local(Node term) {
        return term.getURI().substring(Terms.FG.length());
    }

    private DomContent names(Node term) {
        return p(each(
                        List.of(Language.values()),
                        language -> span(
                                        Inert.value(in(term, RDFS.Nodes.label, language)),
                                        text(language == Language.SWEDISH ? " · " : ""))
                                .withLang(language.tag())))
                .withClass("kind");
    }

    private DomContent definitions(Node term) {
        return each(
                List.of(Language.values()),
                language -> p(Inert.value(in(term, SKOS.definition.asNode(), language)))
                        .withLang(language.tag()));
    }

    private DomContent facts(Node term, Words words) {
        List<DomContent> rows = new ArrayList<>();
        SHOWN.forEach((property, names) -> {
            List<Node> values = graph.values(term, property);
            if (!values.isEmpty()) {
                rows.add(tr(
                        th(words.say(names.getFirst(), names.getLast())).attr("scope", "row"),
                        td(ul(each(values, value -> li(words.link(value)))))));
            }
        });
        return rows.isEmpty() ? text("") : table(tbody(each(rows, row -> row))).withClass("facts");
    }
}
