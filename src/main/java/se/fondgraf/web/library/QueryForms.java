package se.fondgraf.web.library;

import static j2html.TagCreator.a;
import static j2html.TagCreator.button;
import static j2html.TagCreator.code;
import static j2html.TagCreator.each;
import static j2html.TagCreator.form;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.input;
import static j2html.TagCreator.label;
import static j2html.TagCreator.li;
import static j2html.TagCreator.option;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.select;
import static j2html.TagCreator.text;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import se.fondgraf.query.LibraryQuery;
import se.fondgraf.query.ParameterType;
import se.fondgraf.query.QueryLibrary;
import se.fondgraf.query.QueryParameter;
import se.fondgraf.query.Text;
import se.fondgraf.web.html.Inert;
import se.fondgraf.web.html.Language;
import se.fondgraf.web.html.Page;
import se.fondgraf.web.html.Twin;
import se.fondgraf.web.http.Format;
import se.fondgraf.web.http.Request;

/** The library for people: what each query tells, and a form to ask it. Plain HTML that needs no script. */
final class QueryForms {
    /** Formats that have a button of their own. */
    private static final List<Format> FILES = List.of(Format.CSV, Format.TSV, Format.JSON);

    private final QueryLibrary library;

    QueryForms(QueryLibrary library) {
        this.library = library;
    }

    /** The page in the language of the request. */
    Page page(Request request) {
        Language language = Language.of(request);
        List<DomContent> main = new ArrayList<>();
        main.add(p(language.say(
                        "Färdiga frågor till data. Fält som lämnas tomma har det värde som står i dem.",
                        "Questions that are ready to be asked. A field that is left empty has the value that stands in it."))
                .withClass("lead"));
        main.add(ul(each(
                library.queries(), query -> li(a(say(language, query.title())).withHref("#" + query.name())))));
        library.queries().forEach(query -> main.add(asked(query, language)));
        return Page.of(request, language.say("Frågor", "Queries"), main)
                .withTwins(List.of(new Twin("JSON", "application/json", QueryList.PATH)));
    }

    private static DomContent asked(LibraryQuery query, Language language) {
        String address = QueryResource.FOLDER + query.name();
        List<DomContent> fields = new ArrayList<>();
        query.parameters().forEach(parameter -> fields.add(field(query, parameter, language)));
        DomContent files = each(
                FILES,
                format -> each(
                        text(" "),
                        button(format.extension().toUpperCase(java.util.Locale.ROOT))
                                .attr("formaction", address + "." + format.extension())));
        return section(
                        h2(say(language, query.title())),
                        p(Inert.words(say(language, query.summary()))),
                        form(each(fields, field -> field), p(button(language.say("Visa", "Show")), files))
                                .withAction(address)
                                .withMethod("get"),
                        p(
                                text(language.say("Frågans text: ", "The query's text: ")),
                                a(code(query.name() + ".rq")).withHref(address + ".rq")))
                .withId(query.name());
    }

    private static DomContent field(LibraryQuery query, QueryParameter parameter, Language language) {
        String id = query.name() + "-" + parameter.name();
        return p(
                label(Inert.words(say(language, parameter.label()))).withFor(id),
                text(" "),
                parameter.type() == ParameterType.LEVEL ? level(id, parameter) : written(id, parameter));
    }

    private static DomContent level(String id, QueryParameter parameter) {
        return select(each(
                        List.of("office", "parent"),
                        level -> option(level).withValue(level).withCondSelected(level.equals(parameter.sample()))))
                .withId(id)
                .withName(parameter.name());
    }

    /** One that has no default shows its example as value, to be asked at once or written over. */
    private static DomContent written(String id, QueryParameter parameter) {
        boolean number = parameter.type() == ParameterType.INTEGER;
        return input().withId(id)
                .withName(parameter.name())
                .withType(number ? "number" : "text")
                .withValue(parameter.optional() ? "" : Inert.plain(parameter.sample()))
                .withPlaceholder(Inert.plain(parameter.sample()))
                .withCondRequired(!parameter.optional());
    }

    private static String say(Language language, Text text) {
        return Inert.plain(language.say(text.sv(), text.en()));
    }
}
