package se.fondgraf.web.description;

import static j2html.TagCreator.a;
import static j2html.TagCreator.caption;
import static j2html.TagCreator.code;
import static j2html.TagCreator.dd;
import static j2html.TagCreator.dl;
import static j2html.TagCreator.dt;
import static j2html.TagCreator.each;
import static j2html.TagCreator.p;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.VOID;
import se.fondgraf.describe.Description;
import se.fondgraf.describe.Distribution;
import se.fondgraf.describe.Operator;
import se.fondgraf.web.html.Inert;
import se.fondgraf.web.html.Language;
import se.fondgraf.web.html.Page;
import se.fondgraf.web.http.Request;

/** The dataset for people: what it is, whose, how much of what, and how to have it. */
final class DatasetPage {
    private final Surroundings service;
    private final CarriedDescription.Carried carried;

    DatasetPage(Surroundings service, CarriedDescription.Carried carried) {
        this.service = service;
        this.carried = carried;
    }

    Page page(Request request) {
        Language language = Language.of(request);
        Operator operator = service.operator();
        List<DomContent> main = new ArrayList<>();
        main.add(p(Inert.words(operator.description().in(language.tag()))));
        main.add(facts(language));
        main.add(classes(language));
        return Page.of(request, operator.title().in(language.tag()), main);
    }

    private DomContent facts(Language language) {
        Operator operator = service.operator();
        List<DomContent> rows = new ArrayList<>();
        row(rows, language.say("Beständig adress", "Permanent address"), code(Description.dataset(service.base())));
        row(rows, language.say("Utgivare", "Publisher"), publisher(language));
        row(rows, language.say("Frågor till", "Contact"), contact(language));
        row(rows, language.say("Licens", "Licence"), Inert.outside(operator.licence(), operator.licence()));
        row(rows, language.say("Ändrad", "Modified"), text(carried.modified().toString()));
        row(rows, language.say("Version", "Version"), code(Inert.plain(carried.version())));
        service.files()
                .before(carried.version())
                .ifPresent(before -> row(
                        rows,
                        language.say("Utgåvan före", "Release before"),
                        a(code(Inert.plain(before))).withHref("/dumps/" + before + "/")));
        row(rows, language.say("Uppgifter (tripler)", "Statements (triples)"), text(number(count(), language)));
        row(rows, "SPARQL", a(service.home() + "sparql").withHref("/sparql"));
        row(rows, "VoID", a(VoidResource.PATH).withHref(VoidResource.PATH));
        row(rows, "OpenAPI", a(OpenApi.PATH).withHref(OpenApi.PATH));
        for (Distribution file : service.files().of(carried.version())) {
            row(
                    rows,
                    file.title().in(language.tag()),
                    a(file.name()).withHref("/" + file.address()).withType(file.mediaType()));
        }
        return dl(each(rows, row -> row));
    }

    private static void row(List<DomContent> rows, String term, DomContent value) {
        rows.add(dt(Inert.words(term)));
        rows.add(dd(value));
    }

    private DomContent publisher(Language language) {
        Operator.Publisher publisher = service.operator().publisher();
        String name = publisher.name().in(language.tag());
        return publisher.iri().map(iri -> Inert.outside(iri, name)).orElseGet(() -> Inert.value(name));
    }

    private DomContent contact(Language language) {
        Operator.Contact contact = service.operator().contact();
        String name = contact.name().in(language.tag());
        Optional<DomContent> mail =
                contact.email().map(address -> a(Inert.value(name)).withHref("mailto:" + address));
        return mail.or(() -> contact.url().map(url -> Inert.outside(url, name))).orElseGet(() -> Inert.value(name));
    }

    /** How many things of each class there are, the dataset's own classes and those of the codes left out. */
    private DomContent classes(Language language) {
        Graph graph = carried.graph();
        Map<String, String> counts = new TreeMap<>();
        graph.stream(Node.ANY, VOID._class.asNode(), Node.ANY)
                .forEach(triple -> value(graph, triple.getSubject(), VOID.entities.asNode())
                        .ifPresent(count -> counts.put(triple.getObject().getURI(), count)));
        return table(
                caption(language.say("Så många finns av varje klass", "How many there are of each class")),
                thead(tr(
                        th(language.say("Klass", "Class")).attr("scope", "col"),
                        th(language.say("Antal", "Number")).attr("scope", "col"))),
                tbody(each(
                        counts.entrySet(),
                        entry -> tr(
                                td(Inert.outside(entry.getKey(), entry.getKey())),
                                td(number(entry.getValue(), language))))));
    }

    private String count() {
        return value(carried.graph(), NodeFactory.createURI(Description.dataset(service.base())), VOID.triples.asNode())
                .orElse("0");
    }

    private static Optional<String> value(Graph graph, Node subject, Node property) {
        return graph.stream(subject, property, Node.ANY)
                .map(triple -> triple.getObject().getLiteralLexicalForm())
                .findFirst();
    }

    private static String number(String digits, Language language) {
        return String.format(Locale.forLanguageTag(language.tag()), "%,d", Long.parseLong(digits));
    }
}
