package se.fondgraf.web.sparql;

import static j2html.TagCreator.a;
import static j2html.TagCreator.button;
import static j2html.TagCreator.each;
import static j2html.TagCreator.form;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.label;
import static j2html.TagCreator.li;
import static j2html.TagCreator.option;
import static j2html.TagCreator.p;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.section;
import static j2html.TagCreator.select;
import static j2html.TagCreator.text;
import static j2html.TagCreator.textarea;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import j2html.utils.EscapeUtil;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.util.FmtUtils;
import se.fondgraf.query.LibraryQuery;
import se.fondgraf.query.QueryLibrary;
import se.fondgraf.web.html.Frame;
import se.fondgraf.web.html.Inert;
import se.fondgraf.web.html.Language;
import se.fondgraf.web.html.Page;
import se.fondgraf.web.http.Content;
import se.fondgraf.web.http.Format;
import se.fondgraf.web.http.Request;

/**
 * The endpoint as a person sees it: a form to write a query in, examples, the limits, and the answer below. Plain HTML
 * that needs no script.
 */
final class EditorPage {
    private static final String FIRST = """
        PREFIX dcterms: <http://purl.org/dc/terms/>
        PREFIX fg: <https://w3id.org/fondgraf/ontology#>

        SELECT ?project ?title
        WHERE {
          ?project a fg:Project ; dcterms:title ?title .
        }
        ORDER BY ?project
        LIMIT 20
        """;

    /** Where the answer goes; no text can hold it, because text is escaped. */
    private static final String ANSWER = "<!--answer-->";

    private final QueryLibrary library = QueryLibrary.bundled();
    private final Frame frame;
    private final Limits limits;

    EditorPage(Frame frame, Limits limits) {
        this.frame = frame;
        this.limits = limits;
    }

    /** The page without an answer, with the example that the request names in the form, or a first query to change. */
    Content empty(Request request) {
        String query = request.parameters()
                .one("example")
                .flatMap(name -> library.queries().stream()
                        .filter(known -> known.name().equals(name))
                        .findFirst())
                .map(LibraryQuery::text)
                .orElse(FIRST);
        return Content.of(String.join("", around(request, query)));
    }

    /** Writes the page with the answer to the query. */
    Writing answering(Request request, String query) {
        List<String> around = around(request, query);
        return (question, execution, out) -> {
            Markup markup = new Markup(out).raw(around.getFirst());
            if (question.query().isSelectType()) {
                table(markup, question.query().getResultVars(), execution.rows());
            } else if (question.query().isAskType()) {
                markup.raw("<p class=\"truth\">")
                        .text(execution.truth() ? "true" : "false")
                        .raw("</p>\n");
            } else {
                triples(markup, execution.graph());
            }
            markup.raw(around.getLast());
        };
    }

    /** What stands before the answer and what behind. */
    private List<String> around(Request request, String query) {
        Language language = Language.of(request);
        Page page = Page.of(
                request,
                "SPARQL",
                List.of(editor(language, query), rawHtml(ANSWER), examples(language), limits(language)));
        String html = frame.render(page);
        int at = html.indexOf(ANSWER);
        return List.of(html.substring(0, at), html.substring(at + ANSWER.length()));
    }

    private static DomContent editor(Language language, String query) {
        List<DomContent> formats = new ArrayList<>();
        for (Format format : SparqlResource.OFFERED) {
            boolean page = format == Format.HTML;
            formats.add(option(page ? language.say("den här sidan", "this page") : format.mediaType())
                    .withValue(format.mediaType())
                    .withCondSelected(page));
        }
        return form(
                        p(label(language.say("Fråga", "Query")).withFor("query")),
                        p(textarea(rawHtml("\n" + EscapeUtil.escape(Inert.plain(query))))
                                .withId("query")
                                .withName("query")
                                .withRows("16")
                                .withCols("90")
                                .attr("spellcheck", "false")),
                        // Browsers send a fixed Accept; the form says it in a parameter.
                        p(
                                label(language.say("Svara som", "Answer as")).withFor("accept"),
                                text(" "),
                                select(each(formats, format -> format))
                                        .withId("accept")
                                        .withName("accept"),
                                text(" "),
                                button(language.say("Fråga", "Ask"))))
                .withAction("/sparql")
                .withMethod("get");
    }

    private DomContent examples(Language language) {
        return section(
                h2(language.say("Exempel", "Examples")),
                ul(each(
                        library.queries(),
                        query -> li(
                                a(language.say(query.title().sv(), query.title().en()))
                                        .withHref("/sparql?example="
                                                + URLEncoder.encode(query.name(), StandardCharsets.UTF_8))))));
    }

    private DomContent limits(Language language) {
        return section(
                h2(language.say("Gränser", "Limits")),
                ul(each(limits.sentences(), sentence -> li(Inert.words(sentence))))
                        .withLang("en"));
    }

    private static void table(Markup markup, List<String> variables, Iterator<Binding> rows) {
        markup.raw("<table>\n<thead><tr>");
        variables.forEach(name -> markup.raw("<th scope=\"col\">").text(name).raw("</th>"));
        markup.raw("</tr></thead>\n<tbody>\n");
        List<Var> columns = Var.varList(variables);
        long count = 0;
        for (; rows.hasNext(); count++) {
            Binding row = rows.next();
            markup.raw("<tr>");
            columns.forEach(column -> {
                markup.raw("<td>");
                Optional.ofNullable(row.get(column)).ifPresent(term -> term(markup, term));
                markup.raw("</td>");
            });
            markup.raw("</tr>\n");
        }
        markup.raw("</tbody>\n</table>\n<p>");
        markup.text(counted(count, "row")).raw("</p>\n");
    }

    private static void triples(Markup markup, Graph graph) {
        markup.raw("<pre>");
        graph.stream()
                .map(EditorPage::line)
                .sorted()
                .forEach(line -> markup.text(line).raw("\n"));
        markup.raw("</pre>\n<p>").text(counted(graph.size(), "triple")).raw("</p>\n");
    }

    private static String line(Triple triple) {
        return "%s %s %s ."
                .formatted(
                        FmtUtils.stringForNode(triple.getSubject()),
                        FmtUtils.stringForNode(triple.getPredicate()),
                        FmtUtils.stringForNode(triple.getObject()));
    }

    private static String counted(long count, String what) {
        return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? what : what + "s");
    }

    private static void term(Markup markup, Node term) {
        if (term.isURI() && term.getURI().matches("https?://[^\\s\"<>]+")) {
            markup.raw("<a rel=\"nofollow\" href=\"")
                    .text(term.getURI())
                    .raw("\">")
                    .text(term.getURI())
                    .raw("</a>");
        } else if (term.isLiteral()) {
            String language = term.getLiteralLanguage();
            boolean tagged = language.matches("[A-Za-z0-9-]+");
            markup.raw(tagged ? "<span lang=\"" + language + "\">" : "")
                    .text(term.getLiteralLexicalForm())
                    .raw(tagged ? "</span>" : "");
        } else {
            markup.text(FmtUtils.stringForNode(term));
        }
    }
}
