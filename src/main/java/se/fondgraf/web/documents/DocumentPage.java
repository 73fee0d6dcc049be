package se.fondgraf.web.documents;

import static j2html.TagCreator.a;
import static j2html.TagCreator.caption;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.span;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import j2html.tags.specialized.TdTag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
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

/** A document for a reader: name, kind, facts with their lines, texts, who takes part, what else leads here. */
final class DocumentPage {
    /** Said by the heading, or by another part of the page. */
    private static final Set<Node> ELSEWHERE = Set.of(
            RDF.Nodes.type,
            RDFS.Nodes.label,
            SKOS.prefLabel.asNode(),
            OWL.deprecated.asNode(),
            Terms.PARTICIPATION,
            Terms.fg("owner"),
            Terms.fg("coFinancier"),
            Terms.fg("partner"),
            Terms.fg("actor"),
            Terms.fg("office"));

    /** What people look for first; the rest follows in the order of the properties' names. */
    private static final List<String> FIRST = List.of(
            "title",
            "identifier",
            "nameAsWritten",
            "organization",
            "project",
            "role",
            "about",
            "property",
            "value",
            "asWritten",
            "mention",
            "chosen",
            "candidate",
            "rule",
            "evidence",
            "matchStatus",
            "classification",
            "unitOf",
            "parent",
            "linkedTo",
            "altLabel",
            "hiddenLabel",
            "startDate",
            "endDate",
            "programme",
            "fund",
            "grantedSupport",
            "totalBudget",
            "totalCost",
            "municipality",
            "seat",
            "governs",
            "county",
            "region",
            "notation",
            "definition");

    private final Description description;
    private final Places places;
    private final RdfText rdf;
    private final SortedGraph graph;
    private final Node thing;

    DocumentPage(Description description, Places places, RdfText rdf) {
        this.description = description;
        this.places = places;
        this.rdf = rdf;
        this.graph = description.graph();
        this.thing = description.thing();
    }

    /** The page in the language of the request. */
    Page page(Request request) {
        Words words = new Words(Language.of(request), description.labels(), places);
        Sources sources = new Sources(description);
        List<DomContent> main = new ArrayList<>();
        main.add(kind(words));
        description
                .successor()
                .ifPresent(successor -> main.add(p(
                                text(words.say("Avförd. Nu gäller ", "No longer in use. It is now ")),
                                words.link(successor),
                                text("."))
                        .withClass("notice")));
        main.add(facts(words, sources));
        main.addAll(new Participations(description, words).sections());
        main.addAll(texts(words, sources));
        main.addAll(otherValues(words, sources));
        main.addAll(linkedFrom(words));
        List<Twin> twins = Asked.FORMATS.stream()
                .filter(format -> format != Format.HTML)
                .map(format -> Twin.of(format, Documents.PATH + description.name() + "." + format.extension()))
                .toList();
        return Page.of(request, title(words), main)
                .withTwins(twins)
                .withQuery(description.query().get())
                .withData(rdf.json(core()));
    }

    /** The thing and the document: what a crawler wants to know, without claims and decisions. */
    private SortedGraph core() {
        List<Triple> triples = new ArrayList<>(graph.about(thing));
        triples.addAll(graph.about(description.document()));
        return new SortedGraph(triples);
    }

    private String title(Words words) {
        Optional<String> name = graph.values(thing, Terms.NAME_AS_WRITTEN).stream()
                .map(Node::getLiteralLexicalForm)
                .findFirst();
        return description.labels().of(thing, words.language()).or(() -> name).orElseGet(description::name);
    }

    private DomContent kind(Words words) {
        String kinds = description.types().stream().map(words::term).distinct().collect(Collectors.joining(" · "));
        return p(
                        Inert.words(kinds.isEmpty() ? "" : kinds + " · "),
                        span(Inert.words(thing.getURI())).withClass("iri"))
                .withClass("kind");
    }

    private DomContent facts(Words words, Sources sources) {
        Map<Node, List<Node>> facts = new LinkedHashMap<>();
        graph.about(thing).stream()
                .filter(triple -> !ELSEWHERE.contains(triple.getPredicate())
                        && !Terms.TEXTS.contains(triple.getPredicate())
                        && !triple.getObject().equals(thing))
                .sorted(Comparator.<Triple>comparingInt(triple -> rank(triple.getPredicate()))
                        .thenComparing(triple -> triple.getPredicate().getURI()))
                .forEach(triple -> facts.computeIfAbsent(triple.getPredicate(), key -> new ArrayList<>())
                        .add(triple.getObject()));
        return div(table(
                                caption(words.say("Uppgifter", "Facts")),
                                tbody(each(
                                        facts.entrySet(),
                                        fact -> tr(
                                                th(Inert.words(words.term(fact.getKey())))
                                                        .attr("scope", "row"),
                                                td(values(fact.getKey(), fact.getValue(), words, sources))))))
                        .withClass("facts"))
                .withClass("wide");
    }

    private static int rank(Node property) {
        String iri = property.getURI();
        String name = iri.substring(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1);
        int place = FIRST.indexOf(name);
        return place < 0 ? FIRST.size() : place;
    }

    private static DomContent values(Node property, List<Node> values, Words words, Sources sources) {
        if (values.size() == 1) {
            return span(
                    words.value(property, values.getFirst()), lines(sources.of(property, values.getFirst()), words));
        }
        return ul(each(values, value -> li(words.value(property, value), lines(sources.of(property, value), words))));
    }

    /** Links to the lines that say so. */
    static DomContent lines(List<Node> lines, Words words) {
        if (lines.isEmpty()) {
            return text("");
        }
        List<DomContent> links = new ArrayList<>();
        for (Node line : lines) {
            links.add(links.isEmpty() ? text(" ") : text(", "));
            links.add(words.link(line));
        }
        return span(each(links, link -> link)).withClass("source");
    }

    private List<DomContent> texts(Words words, Sources sources) {
        List<DomContent> sections = new ArrayList<>();
        for (Node property : Terms.TEXTS) {
            List<Node> values = graph.values(thing, property);
            if (!values.isEmpty()) {
                sections.add(h2(Inert.words(words.term(property))));
                values.forEach(
                        value -> sections.add(div(words.value(property, value)).withClass("prose")));
                sections.add(p(lines(sources.of(property, values.getFirst()), words)));
            }
        }
        return sections;
    }

    /** What other pages say; one is asserted, and none is lost. */
    private List<DomContent> otherValues(Words words, Sources sources) {
        if (sources.others().isEmpty()) {
            return List.of();
        }
        return List.of(
                h2(words.say("Andra uppgifter på sidorna", "What else the pages say")),
                div(table(
                                caption(
                                        words.say(
                                                "Värden som inte gäller, eftersom en annan sida eller rad säger något annat, eller som inte gick att läsa",
                                                "Values not in force, because another page or line says otherwise, or that could not be read")),
                                thead(head(
                                        words.say("Egenskap", "Property"),
                                        words.say("Som skrivet", "As written"),
                                        words.say("Står på", "Stands at"))),
                                tbody(each(
                                        sources.others(),
                                        other -> tr(
                                                td(Inert.words(words.term(other.property()))),
                                                written(other, words),
                                                td(lines(other.lines(), words))))))
                        .withClass("wide")));
    }

    private static TdTag written(Sources.Other other, Words words) {
        return other.asWritten()
                .map(text -> td(Inert.value(text)))
                .or(() -> other.value().map(value -> td(words.value(other.property(), value))))
                .orElseGet(() -> td(words.say("(löpande text)", "(running text)")));
    }

    static DomContent head(String... names) {
        return tr(each(List.of(names), name -> th(name).attr("scope", "col")));
    }

    /** Things whose statements lead here and that no other part shows, by property. */
    private List<DomContent> linkedFrom(Words words) {
        Map<Node, Set<Node>> links = new LinkedHashMap<>();
        Comparator<Node> byName = Comparator.comparing(words::thing).thenComparing(Node::getURI);
        graph.find(Node.ANY, Node.ANY, thing).forEach(triple -> {
            Node subject = triple.getSubject();
            boolean shown = Terms.EXPLAINING.contains(triple.getPredicate())
                    || subject.equals(thing)
                    || subject.equals(description.document());
            if (!shown) {
                links.computeIfAbsent(triple.getPredicate(), key -> new TreeSet<>(byName))
                        .add(subject);
            }
        });
        List<DomContent> sections = new ArrayList<>();
        links.forEach((property, subjects) -> {
            sections.add(h2(
                    Inert.words(words.say("Hit leder: ", "Links here: ") + words.term(property)),
                    text(" (" + count(property, subjects.size()) + ")")));
            sections.add(ul(each(subjects, subject -> li(words.link(subject), when(subject)))));
            more(property, words).ifPresent(sections::add);
        });
        return sections;
    }

    private long count(Node property, long held) {
        return description.shortfalls().stream()
                .filter(shortfall -> shortfall.property().equals(property))
                .mapToLong(Description.Shortfall::all)
                .findFirst()
                .orElse(held);
    }

    private DomContent when(Node subject) {
        String dates = dates(graph, subject);
        return dates.isEmpty() ? text("") : span(text(" " + dates)).withClass("source");
    }

    /** Start and end of a project. */
    static String dates(SortedGraph graph, Node project) {
        String start = day(graph, project, Terms.START_DATE);
        String end = day(graph, project, Terms.END_DATE);
        return start.isEmpty() && end.isEmpty() ? "" : Inert.plain(start + " – " + end);
    }

    private static String day(SortedGraph graph, Node project, Node property) {
        return graph.values(project, property).stream()
                .map(Node::getLiteralLexicalForm)
                .findFirst()
                .orElse("");
    }

    /** That a list is not whole, and where the whole one is. */
    private Optional<DomContent> more(Node property, Words words) {
        return shortfall(description, property, words);
    }

    static Optional<DomContent> shortfall(Description description, Node property, Words words) {
        return description.shortfalls().stream()
                .filter(shortfall -> Objects.equals(shortfall.property(), property))
                .findFirst()
                .map(shortfall -> p(
                                text(words.say(
                                        "Här står %d av %d. ".formatted(shortfall.held(), shortfall.all()),
                                        "%d of %d are shown. ".formatted(shortfall.held(), shortfall.all()))),
                                a(words.say("Fråga efter alla", "Ask for all"))
                                        .withHref(Descriptions.asked(shortfall.query())),
                                text("."))
                        .withClass("notice"));
    }
}
