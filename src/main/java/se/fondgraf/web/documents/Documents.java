package se.fondgraf.web.documents;

import se.fondgraf.store.Release;
import se.fondgraf.web.html.Frame;
import se.fondgraf.web.html.Language;
import se.fondgraf.web.http.Content;
import se.fondgraf.web.http.Format;
import se.fondgraf.web.http.LinkHeader;
import se.fondgraf.web.http.Refusal;
import se.fondgraf.web.http.Reply;
import se.fondgraf.web.http.Request;
import se.fondgraf.web.http.Resource;

/** {@code /doc/x} in five formats: what there is to say about the thing, or that there is no such thing. */
final class Documents implements Resource {
    static final String PATH = "/doc/";

    private final Descriptions descriptions;
    private final Places places;
    private final Frame frame;
    private final String licence;
    private final RdfText text;

    Documents(Descriptions descriptions, Places places, Frame frame, RdfText text, String licence) {
        this.descriptions = descriptions;
        this.places = places;
        this.frame = frame;
        this.text = text;
        this.licence = licence;
    }

    @Override
    public Reply answer(Request request) throws InterruptedException {
        Asked asked = Asked.of(request.path().substring(PATH.length()), Asked.FORMATS, request);
        Language language = Language.of(request);
        Release release = descriptions.release();
        Description description = descriptions.find(asked.name(), release).orElseThrow(() -> nothing(asked.name()));
        Reply reply = asked.format() == Format.HTML
                ? frame.page(new DocumentPage(description, places, text).page(request))
                : Reply.ok(asked.format().mediaType(), Content.of(text.write(description.graph(), asked.format())));
        return reply.with(
                        "Content-Location",
                        PATH + asked.name() + "." + asked.format().extension())
                .with("Link", signposts(description, asked))
                .varyingBy("Accept", "Accept-Language")
                .keptFor(300)
                .tagged(release.version(), asked.name(), asked.format().name(), language.tag(), frame.stamp());
    }

    /** Nobody knows it. */
    static Refusal nothing(String name) {
        return Refusal.of(404, "The data holds nothing by that name: " + name + ".");
    }

    private String signposts(Description description, Asked asked) {
        LinkHeader links = new LinkHeader();
        for (Format format : Asked.FORMATS) {
            if (format != asked.format()) {
                links.add(PATH + asked.name() + "." + format.extension(), "alternate", format.mediaType());
            }
        }
        if (asked.format() == Format.HTML) {
            Format.GRAPHS.forEach(
                    data -> links.add(PATH + asked.name() + "." + data.extension(), "describedby", data.mediaType()));
        }
        links.add(description.thing().getURI(), "cite-as")
                .add(description.thing().getURI(), "describes")
                .add(licence, "license")
                .add("https://schema.org/AboutPage", "type")
                .add("/dataset", "collection");
        description.types().forEach(type -> links.add(type.getURI(), "type"));
        description
                .successor()
                .flatMap(successor -> places.path(successor.getURI()))
                .ifPresent(path -> links.add(path, "successor-version"));
        return links.toString();
    }
}
