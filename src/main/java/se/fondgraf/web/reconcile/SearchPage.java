package se.fondgraf.web.reconcile;

import static j2html.TagCreator.a;
import static j2html.TagCreator.button;
import static j2html.TagCreator.each;
import static j2html.TagCreator.form;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.input;
import static j2html.TagCreator.label;
import static j2html.TagCreator.li;
import static j2html.TagCreator.ol;
import static j2html.TagCreator.p;
import static j2html.TagCreator.text;

import j2html.tags.DomContent;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import se.fondgraf.search.Entity;
import se.fondgraf.search.SearchIndex;
import se.fondgraf.web.html.Frame;
import se.fondgraf.web.html.Inert;
import se.fondgraf.web.html.Language;
import se.fondgraf.web.html.Page;
import se.fondgraf.web.html.Twin;
import se.fondgraf.web.http.Addresses;
import se.fondgraf.web.http.Format;
import se.fondgraf.web.http.Request;

/** What was found by name, for people: the best first, each with what tells it from others of the name. */
final class SearchPage {
    private final Request request;
    private final Language language;
    private final Addresses addresses;
    private final String words;
    private final int limit;

    SearchPage(Request request, Addresses addresses, String words, int limit) {
        this.request = request;
        this.language = Language.of(request);
        this.addresses = addresses;
        this.words = words;
        this.limit = limit;
    }

    /** The form alone. */
    static Page empty(Request request) {
        Language language = Language.of(request);
        Page page = Page.of(request, title(language), List.of());
        return Page.of(request, title(language), List.of(asking(page, "")));
    }

    /** The page with what was found. */
    Page of(List<Entity> found) {
        Page page = Page.of(request, title(language), List.of());
        List<DomContent> main = new ArrayList<>(List.of(asking(page, words), p(told(found.size()))));
        main.add(ol(each(found, entity -> li(one(entity, page)))));
        List<Twin> twins = new ArrayList<>();
        for (Format format : Format.ROWS) {
            twins.add(Twin.of(format, SearchResource.PATH + "." + format.extension() + "?" + parameters()));
        }
        return Page.of(request, title(language), main).withTwins(twins);
    }

    private static String title(Language language) {
        return language.say("Sök", "Search");
    }

    private static DomContent asking(Page page, String words) {
        Language language = page.language();
        return form(
                        label(language.say("Namn eller ord: ", "Name or words: "))
                                .withFor("q"),
                        input().withId("q")
                                .withName("q")
                                .withType("search")
                                .withValue(Inert.plain(words))
                                .withMaxlength(Integer.toString(SearchIndex.LONGEST))
                                .isRequired(),
                        text(" "),
                        button(title(language)),
                        iff(
                                page.chosen(),
                                input().withType("hidden")
                                        .withName(Language.PARAMETER)
                                        .withValue(language.tag())))
                .withAction(SearchResource.PATH)
                .withMethod("get");
    }

    private String told(int found) {
        if (found == 0) {
            return language.say(
                    "Ingenting har det namnet. Försök med färre ord, eller ett annat sätt att stava.",
                    "Nothing has that name. Try fewer words, or another spelling.");
        }
        return found < limit
                ? language.say("Antal träffar: ", "Found: ") + found
                : language.say("De bästa träffarna: ", "The best that was found: ") + found;
    }

    private DomContent one(Entity entity, Page page) {
        String kind = language == Language.SWEDISH
                ? entity.kind().swedish()
                : entity.kind().english();
        List<String> facts = new ArrayList<>(List.of(kind));
        if (!entity.detail().isEmpty()) {
            facts.add(entity.detail());
        }
        if (entity.projects() > 1) {
            facts.add(entity.projects() + language.say(" projekt", " projects"));
        }
        String href = addresses.path(entity.iri()).orElse(entity.iri());
        return each(
                a(Inert.value(entity.label())).withHref(Frame.href(page, href)),
                text(" "),
                Inert.words("· " + String.join(" · ", facts)));
    }

    private String parameters() {
        return "q=" + URLEncoder.encode(words, StandardCharsets.UTF_8) + "&limit=" + limit;
    }
}
