package se.fondgraf.web.documents;

import static j2html.TagCreator.a;
import static j2html.TagCreator.each;
import static j2html.TagCreator.li;
import static j2html.TagCreator.ol;
import static j2html.TagCreator.p;
import static j2html.TagCreator.span;
import static j2html.TagCreator.text;

import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import se.fondgraf.store.PageTexts;
import se.fondgraf.store.Release;
import se.fondgraf.web.html.Frame;
import se.fondgraf.web.html.Inert;
import se.fondgraf.web.html.Language;
import se.fondgraf.web.html.Page;
import se.fondgraf.web.html.Twin;
import se.fondgraf.web.http.Content;
import se.fondgraf.web.http.Format;
import se.fondgraf.web.http.LinkHeader;
import se.fondgraf.web.http.Refusal;
import se.fondgraf.web.http.Reply;
import se.fondgraf.web.http.Request;
import se.fondgraf.web.http.Resource;

/**
 * {@code /page/{project}/{digits}}: the text of a captured page as it was published, contact data masked. It is plain
 * text, in which {@code #line=16,17} is line 17 (RFC 5147), or a page whose lines can be linked; data about it is in
 * its document.
 */
final class SourcePages implements Resource {
    static final String PATH = "/page/";

    private static final List<Format> FORMATS =
            List.of(Format.TEXT, Format.HTML, Format.TURTLE, Format.JSON_LD, Format.N_TRIPLES, Format.RDF_XML);

    private final Descriptions descriptions;
    private final Places places;
    private final Frame frame;

    SourcePages(Descriptions descriptions, Places places, Frame frame) {
        this.descriptions = descriptions;
        this.places = places;
        this.frame = frame;
    }

    @Override
    public Reply answer(Request request) throws InterruptedException {
        Asked asked = Asked.of(request.path().substring(1), FORMATS, request);
        String[] parts = asked.name().split("/", -1);
        Release release = descriptions.release();
        if (parts.length != 3 || !descriptions.exists(asked.name(), release)) {
            throw Documents.nothing(asked.name());
        }
        Format format = asked.format();
        if (Format.GRAPHS.contains(format)) {
            return Reply.seeOther(Documents.PATH + asked.name() + "." + format.extension())
                    .varyingBy("Accept", "Accept-Language");
        }
        String text = kept(release.pages(), parts[1], parts[2], asked.name());
        Optional<Description> about = descriptions.find(asked.name(), release);
        Language language = Language.of(request);
        Reply reply = format == Format.HTML
                ? frame.page(page(request, language, asked.name(), text, about))
                : Reply.ok("text/plain", Content.of(text));
        return reply.with("Content-Location", "/" + asked.name() + "." + format.extension())
                .with("Link", signposts(asked.name(), format, about))
                .varyingBy("Accept", "Accept-Language")
                .keptFor(3600)
                .tagged(release.version(), asked.name(), format.name(), language.tag(), frame.stamp());
    }

    private static String kept(PageTexts texts, String project, String page8, String name) {
        return texts.text(project, page8)
                .orElseThrow(() -> Refusal.of(
                        404,
                        texts.areKept()
                                ? "The text of this page is not kept here; what is known about it is at /doc/%s."
                                        .formatted(name)
                                : "This server has the data without the pages' texts; what is known about the page is at /doc/%s."
                                        .formatted(name)));
    }

    private String signposts(String name, Format format, Optional<Description> about) {
        LinkHeader links = new LinkHeader();
        for (Format other : List.of(Format.TEXT, Format.HTML)) {
            if (other != format) {
                links.add("/" + name + "." + other.extension(), "alternate", other.mediaType());
            }
        }
        links.add(places.thing(name).getURI(), "cite-as")
                .add(Documents.PATH + name + ".ttl", "describedby", Format.TURTLE.mediaType());
        source(about).ifPresent(address -> links.add(address.getURI(), "original"));
        return links.toString();
    }

    private static Optional<Node> source(Optional<Description> about) {
        return about.flatMap(known -> known.graph().values(known.thing(), DCTerms.source.asNode()).stream()
                .filter(Node::isURI)
                .findFirst());
    }

    private Page page(Request request, Language language, String name, String text, Optional<Description> about) {
        List<DomContent> main = new ArrayList<>();
        main.add(p(language.say(
                        "Sidans text som den fångades. Kontaktuppgifter är maskerade; alla rader är kvar.",
                        "The page's text as it was captured. Contact details are masked; every line is kept."))
                .withClass("lead"));
        about.ifPresent(known -> main.addAll(origin(known, language)));
        List<String> lines =
                List.of((text.endsWith("\n") ? text.substring(0, text.length() - 1) : text).split("\n", -1));
        List<DomContent> numbered = new ArrayList<>();
        for (int i = 1; i <= lines.size(); i++) {
            numbered.add(li(
                            a("" + i).withHref("#L" + i),
                            span(Inert.plain(lines.get(i - 1))).withLang("sv").withDir("auto"))
                    .withId("L" + i));
        }
        main.add(ol(each(numbered, line -> line)).withClass("lines"));
        String title = about.flatMap(known -> known.labels().of(known.thing(), language))
                .orElseGet(() -> language.say("Källsida ", "Source page ") + name.substring(PATH.length() - 1));
        List<Twin> twins = List.of(
                Twin.of(Format.TEXT, "/" + name + ".txt"),
                Twin.of(Format.TURTLE, Documents.PATH + name + ".ttl"),
                Twin.of(Format.JSON_LD, Documents.PATH + name + ".jsonld"));
        return Page.of(request, title, main).withTwins(twins);
    }

    /** The project that the page is about, and where the page once was. */
    private List<DomContent> origin(Description known, Language language) {
        Words words = new Words(language, known.labels(), places);
        List<DomContent> origin = new ArrayList<>();
        known.graph()
                .find(Node.ANY, DCTerms.source.asNode(), known.thing())
                .forEach(triple ->
                        origin.add(p(text(language.say("Projekt: ", "Project: ")), words.link(triple.getSubject()))));
        source(Optional.of(known))
                .ifPresent(address -> origin.add(p(
                        text(language.say("Ursprunglig adress: ", "Original address: ")),
                        Inert.outside(address.getURI(), address.getURI()))));
        return origin;
    }
}
