package se.fondgraf.web.documents;

import se.fondgraf.name.Hash;
import se.fondgraf.web.html.Frame;
import se.fondgraf.web.html.Language;
import se.fondgraf.web.http.Content;
import se.fondgraf.web.http.Format;
import se.fondgraf.web.http.LinkHeader;
import se.fondgraf.web.http.Refusal;
import se.fondgraf.web.http.Reply;
import se.fondgraf.web.http.Request;
import se.fondgraf.web.http.Resource;

/** {@code /ontology}: the terms, for people and in four syntaxes, at the IRI of the ontology and of its version. */
final class OntologyResource implements Resource {
    static final String PATH = "/ontology";
    static final String CONTEXT = "/ontology/context.jsonld";
    static final String SHAPES = "/shapes";

    /** The ontology changes with the program; a day is short enough. */
    private static final int KEPT = 86_400;

    private final OntologyFiles files;
    private final Frame frame;
    private final Places places;
    private final String licence;
    private final RdfText text;
    private final String stamp;

    OntologyResource(OntologyFiles files, Places places, Frame frame, RdfText text, String licence) {
        this.files = files;
        this.places = places;
        this.frame = frame;
        this.text = text;
        this.licence = licence;
        this.stamp = Hash.ofBytes(files.turtle());
    }

    @Override
    public Reply answer(Request request) {
        return switch (request.path()) {
            case CONTEXT -> file("application/ld+json", files.context());
            case SHAPES, SHAPES + ".ttl" -> file(Format.TURTLE.mediaType(), files.shapes());
            case PATH + "/shapes", PATH + "/shapes.ttl" -> Reply.seeOther(SHAPES);
            default -> ontology(request);
        };
    }

    private static Reply file(String mediaType, byte[] bytes) {
        return Reply.ok(mediaType, Content.of(bytes)).keptFor(KEPT).tagged(Hash.ofBytes(bytes));
    }

    private Reply ontology(Request request) {
        Asked asked = Asked.of(request.path().substring(1), Asked.FORMATS, request);
        String path = "/" + asked.name();
        if (!path.equals(PATH) && !path.equals(files.versionPath())) {
            throw Refusal.of(404, "The ontology is at /ontology, this version of it at " + files.versionPath() + ".");
        }
        Language language = Language.of(request);
        Format format = asked.format();
        Reply reply = format == Format.HTML
                ? frame.page(new OntologyPage(files.graph(), places, text).page(request))
                : Reply.ok(
                        format.mediaType(),
                        Content.of(format == Format.TURTLE ? files.turtle() : text.write(files.graph(), format)));
        return reply.with("Content-Location", path + "." + format.extension())
                .with("Link", signposts(path, format))
                .varyingBy("Accept", "Accept-Language")
                .keptFor(KEPT)
                .tagged(stamp, format.name(), language.tag(), frame.stamp());
    }

    private String signposts(String path, Format format) {
        LinkHeader links = new LinkHeader();
        for (Format other : Asked.FORMATS) {
            if (other != format) {
                links.add(path + "." + other.extension(), "alternate", other.mediaType());
            }
        }
        return links.add(OntologyFiles.ONTOLOGY.getURI(), "cite-as")
                .add(files.versionPath(), "latest-version")
                .add(licence, "license")
                .toString();
    }
}
