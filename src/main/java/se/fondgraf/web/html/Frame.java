package se.fondgraf.web.html;

import static j2html.TagCreator.a;
import static j2html.TagCreator.body;
import static j2html.TagCreator.document;
import static j2html.TagCreator.each;
import static j2html.TagCreator.footer;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.head;
import static j2html.TagCreator.header;
import static j2html.TagCreator.html;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.iffElse;
import static j2html.TagCreator.li;
import static j2html.TagCreator.link;
import static j2html.TagCreator.main;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.nav;
import static j2html.TagCreator.p;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.script;
import static j2html.TagCreator.strong;
import static j2html.TagCreator.text;
import static j2html.TagCreator.title;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import j2html.tags.specialized.HeadTag;
import j2html.tags.specialized.LinkTag;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.fondgraf.web.http.Content;
import se.fondgraf.web.http.RefusalPage;
import se.fondgraf.web.http.Reply;

/**
 * The frame around every page: valid HTML that needs no script, loads one stylesheet of ours and nothing from
 * elsewhere, and can be used with a keyboard and a screen reader.
 *
 * <p>To add a page: a {@link se.fondgraf.web.http.Resource} chooses {@code Format.HTML} with the request's Accept,
 * builds what stands below the heading with j2html's {@code TagCreator} and {@link Inert} (every text out of the data
 * goes through {@link Inert#value}), and returns {@code frame.page(Page.of(request, title,
 * main).withTwins(…).withQuery(…))}. Inline scripts and styles are refused by the browser; a script is a file among
 * {@link Assets}. What people should find from every page gets a row in {@link Navigation}.
 */
public final class Frame implements RefusalPage {
    private static final String NAME = "Fondgraf";

    private final Assets assets;
    private final String licence;

    /**
     * A frame.
     *
     * @param licence of the data, an address
     */
    public Frame(Assets assets, String licence) {
        this.assets = assets;
        this.licence = licence;
    }

    /** The reply with the page; it depends on Accept and Accept-Language, and its tag on its bytes. */
    public Reply page(Page page) {
        String html = render(page);
        return Reply.ok("text/html", Content.of(html))
                .with("Content-Language", page.language().tag())
                .varyingBy("Accept", "Accept-Language")
                .tagged(html);
    }

    /** Changes when the look of the pages does; for entity tags of what is tagged before it is made. */
    public String stamp() {
        return assets.path("style.css");
    }

    @Override
    public Content of(int status, String name, String sentence, List<String> acceptLanguage) {
        Language language = Language.accepted(acceptLanguage);
        List<DomContent> main = List.of(
                p(Inert.words(sentence)).withLang("en"),
                p(a(language.say("Till startsidan", "To the start page")).withHref("/")));
        return Content.of(render(new Page(
                language, status + " " + name, "/", false, main, List.of(), Optional.empty(), Optional.empty())));
    }

    /** The page alone, for who sends it in other ways. */
    public String render(Page page) {
        Language language = page.language();
        return document(html(
                                headOf(page),
                                body(
                                        a(language.say("Hoppa till innehållet", "Skip to the content"))
                                                .withHref("#content")
                                                .withClass("skip"),
                                        header(navigation(page)),
                                        main(
                                                        h1(Inert.value(page.title())),
                                                        each(page.main(), part -> part),
                                                        machines(page))
                                                .withId("content"),
                                        foot(page)))
                        .withLang(language.tag()))
                + "\n";
    }

    private HeadTag headOf(Page page) {
        return head(
                meta().withCharset("utf-8"),
                title(page.title().equals(NAME) ? NAME : Inert.plain(page.title()) + " · " + NAME),
                meta().withName("viewport").withContent("width=device-width, initial-scale=1"),
                link().withRel("stylesheet").withHref(assets.path("style.css")),
                // Browsers ask for /favicon.ico otherwise.
                link().withRel("icon").withHref("data:,"),
                each(page.twins(), Frame::alternate),
                iff(page.data(), Frame::island));
    }

    private static LinkTag alternate(Twin twin) {
        return link().withRel("alternate").withType(twin.mediaType()).withHref(twin.href());
    }

    /** JSON may write any character as an escape, so nothing in it can end the element. */
    private static DomContent island(String json) {
        StringBuilder inert = new StringBuilder(json.length());
        json.chars().forEach(c -> {
            if (c == '&' || c == '<' || c == '>' || !Inert.isHarmless(c)) {
                inert.append(String.format("\\u%04x", c));
            } else {
                inert.append((char) c);
            }
        });
        return script(rawHtml(inert.toString())).withType("application/ld+json");
    }

    private static DomContent navigation(Page page) {
        Language language = page.language();
        Language other = language.other();
        List<DomContent> links = new ArrayList<>();
        for (Navigation entry : Navigation.values()) {
            boolean here = page.address().equals(entry.path());
            links.add(li(
                    a(entry.name(language)).withHref(href(page, entry.path())).condAttr(here, "aria-current", "page")));
        }
        return nav(
                        a(strong(NAME)).withHref(href(page, "/")).withClass("home"),
                        ul(each(links, entry -> entry)),
                        a(other.ownName())
                                .withHref(page.in(other))
                                .withHreflang(other.tag())
                                .withLang(other.tag())
                                .withRel("alternate")
                                .withClass("language"))
                .attr("aria-label", language.say("Huvudmeny", "Main menu"));
    }

    /** The address of a page of ours, in the language that was chosen by address if it was. */
    public static String href(Page page, String path) {
        return page.chosen() ? href(page.language(), path) : path;
    }

    private static String href(Language language, String path) {
        return path + (path.contains("?") ? "&" : "?") + Language.PARAMETER + "=" + language.tag();
    }

    private static DomContent machines(Page page) {
        Language language = page.language();
        List<DomContent> links = new ArrayList<>();
        page.twins()
                .forEach(twin -> links.add(li(a(twin.name())
                        .withHref(twin.href())
                        .withType(twin.mediaType())
                        .withRel("alternate"))));
        page.query()
                .ifPresent(query ->
                        links.add(li(a(language.say("SPARQL-frågan bakom sidan", "The SPARQL behind this page"))
                                .withHref("/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)))));
        return iffElse(
                links.isEmpty(),
                text(""),
                nav(
                                p(language.say("Samma uppgifter för program:", "The same data for programs:")),
                                ul(each(links, l -> l)))
                        .attr("aria-label", language.say("Dataformat", "Data formats"))
                        .withClass("twins"));
    }

    private DomContent foot(Page page) {
        Language language = page.language();
        return footer(p(
                text(language.say(
                        "Öppna länkade data om Europeiska socialfondens projekt i Sverige. Licens: ",
                        "Linked open data about the European Social Fund's projects in Sweden. Licence: ")),
                Inert.outside(licence, licence.endsWith("/zero/1.0/") ? "CC0 1.0" : licence),
                text(".")));
    }
}
