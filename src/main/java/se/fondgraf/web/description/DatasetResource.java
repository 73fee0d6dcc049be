package se.fondgraf.web.description;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import se.fondgraf.describe.DatasetRecord;
import se.fondgraf.describe.Description;
import se.fondgraf.describe.DescriptionFormat;
import se.fondgraf.describe.Distribution;
import se.fondgraf.dump.Manifest;
import se.fondgraf.store.Release;
import se.fondgraf.web.html.Page;
import se.fondgraf.web.http.Content;
import se.fondgraf.web.http.Format;
import se.fondgraf.web.http.LinkHeader;
import se.fondgraf.web.http.Reply;
import se.fondgraf.web.http.Request;
import se.fondgraf.web.http.Resource;

/** {@code /dataset}: the record for data portals, and a page about the data for people. */
final class DatasetResource implements Resource {
    static final String PATH = "/dataset";
    static final List<Format> FORMATS =
            Stream.concat(Format.GRAPHS.stream(), Stream.of(Format.HTML)).toList();

    private final Surroundings service;

    DatasetResource(Surroundings service) {
        this.service = service;
    }

    @Override
    public Reply answer(Request request) throws InterruptedException {
        Negotiated asked = Negotiated.of(request, PATH, FORMATS);
        Release release = service.queries().release();
        CarriedDescription.Carried carried = service.carried().of(release);
        List<Distribution> files = service.files().of(release.version());
        Optional<String> before = service.files().before(release.version());
        Graph record = new DatasetRecord(
                        service.operator(),
                        service.base(),
                        service.home(),
                        release.version(),
                        carried.modified(),
                        files,
                        before.map(version -> Manifest.iri(service.base(), version)))
                .graph();
        return reply(request, asked, carried, record)
                .with("Link", links(files, before).toString())
                .with("Content-Location", asked.location())
                .keptFor(Surroundings.KEPT_SECONDS);
    }

    private Reply reply(Request request, Negotiated asked, CarriedDescription.Carried carried, Graph record) {
        if (asked.format() == Format.HTML) {
            Page page = new DatasetPage(service, carried).page(request);
            return service.frame()
                    .page(page.withTwins(asked.twins())
                            .withData(new String(DescriptionFormat.JSON_LD.bytes(record), StandardCharsets.UTF_8)));
        }
        byte[] bytes = asked.writing().bytes(record);
        // A release to download may come after the data that it holds.
        return Reply.ok(asked.format().mediaType(), Content.of(bytes))
                .tagged(new String(bytes, StandardCharsets.UTF_8))
                .varyingBy("Accept");
    }

    /** FAIR Signposting: what this is, what it is called for good, who may use it, and where the data is. */
    private LinkHeader links(List<Distribution> files, Optional<String> before) {
        LinkHeader links = new LinkHeader()
                .add(Description.dataset(service.base()), "cite-as")
                .add("https://schema.org/Dataset", "type")
                .add(service.operator().licence(), "license");
        Format.GRAPHS.forEach(format -> links.add(PATH + "." + format.extension(), "describedby", format.mediaType()));
        Format.GRAPHS.forEach(format -> links.add(PATH + "." + format.extension(), "alternate", format.mediaType()));
        links.add(VoidResource.PATH, "describedby", Format.TURTLE.mediaType());
        files.forEach(file -> links.add("/" + file.address(), "item", file.mediaType()));
        before.ifPresent(version -> links.add("/dumps/" + version + "/", "predecessor-version"));
        return links;
    }
}
