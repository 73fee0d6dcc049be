package se.fondgraf.web.dump;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import se.fondgraf.dump.Manifest;
import se.fondgraf.dump.ReleaseFolder;
import se.fondgraf.web.dump.PublishedRelease.PublishedFile;
import se.fondgraf.web.html.Frame;
import se.fondgraf.web.html.Page;
import se.fondgraf.web.http.Accept;
import se.fondgraf.web.http.Content;
import se.fondgraf.web.http.Format;
import se.fondgraf.web.http.LinkHeader;
import se.fondgraf.web.http.Refusal;
import se.fondgraf.web.http.Reply;
import se.fondgraf.web.http.Request;
import se.fondgraf.web.http.Resource;

/**
 * {@code /dumps/}: the list of releases; {@code /dumps/{version}/} and {@code /dumps/latest/}: the files of one; below
 * them the files, whole or in parts. A version never changes, so its files may be kept for ever; what is latest is to
 * be asked again.
 */
public final class DumpResource implements Resource {
    private static final String FOLDER = "/dumps/";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String ASK_AGAIN = "no-cache";

    private final Optional<PublishedReleases> releases;
    private final Frame frame;

    /**
     * Releases to download.
     *
     * @param releases none when the operator publishes no releases; then the list is empty
     */
    public DumpResource(Optional<PublishedReleases> releases, Frame frame) {
        this.releases = releases;
        this.frame = frame;
    }

    @Override
    public Reply answer(Request request) {
        String path = request.path().substring(FOLDER.length());
        if (path.isEmpty()) {
            return list(request);
        }
        int slash = path.indexOf('/');
        PublishedReleases published = releases.orElseThrow(Refusal::nothingHere);
        String named = slash < 0 ? path : path.substring(0, slash);
        boolean latest = named.equals(ReleaseFolder.LATEST);
        String version = latest ? published.latest().orElseThrow(Refusal::nothingHere) : named;
        PublishedRelease release = published.release(version);
        if (slash < 0) {
            return Reply.seeOther(FOLDER + named + "/").with("Cache-Control", ASK_AGAIN);
        }
        String file = path.substring(slash + 1);
        if (file.isEmpty()) {
            return files(request, release, latest);
        }
        PublishedFile found = release.file(file).orElseThrow(Refusal::nothingHere);
        Reply reply = file(request, found, name(version, file))
                .with("Link", signposts(version))
                .with("Cache-Control", latest ? ASK_AGAIN : FOR_EVER);
        return latest ? reply.with("Content-Location", FOLDER + version + "/" + file) : reply;
    }

    /** What the file belongs to, and what says which file is which. */
    private static String signposts(String version) {
        return new LinkHeader()
                .add("/dataset", "collection")
                .add(FOLDER + version + "/" + Manifest.NAME, "describedby", "application/json")
                .toString();
    }

    /** What a browser calls the file on the reader's disk, so that two releases do not overwrite each other. */
    private static String name(String version, String file) {
        return "fondgraf-" + version + "-" + file.substring(file.lastIndexOf('/') + 1);
    }

    private static Reply file(Request request, PublishedFile file, String name) {
        Reply whole = new Reply(
                        200,
                        new FileContent(file.path(), new ByteRange(0, file.bytes() - 1)),
                        java.util.Map.of(),
                        Optional.empty())
                .with("Content-Type", file.mediaType())
                .with("Accept-Ranges", "bytes")
                .with("Last-Modified", date(file.changed()))
                .with("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .with("Repr-Digest", "sha-256=:" + base64(file.sha256()) + ":")
                .tagged(file.sha256());
        if (isUnchangedSince(request, file.changed())) {
            // Without a tag to compare, it goes out as it is.
            return new Reply(304, Content.EMPTY, whole.headers(), Optional.empty())
                    .with("ETag", "\"" + whole.tag().orElse("") + "\"");
        }
        boolean sameAsBefore = request.header("If-Range")
                .map(known -> known.equals("\"" + whole.tag().orElse("") + "\"") || known.equals(date(file.changed())))
                .orElse(true);
        Optional<String> wanted = sameAsBefore ? request.header("Range") : Optional.empty();
        return switch (ByteRange.of(wanted, file.bytes())) {
            case ByteRange.Wish.Whole() -> whole;
            case ByteRange.Wish.Part(ByteRange range) ->
                whole.status(206)
                        .content(new FileContent(file.path(), range))
                        .with("Content-Range", "bytes %d-%d/%d".formatted(range.first(), range.last(), file.bytes()));
            case ByteRange.Wish.Outside() ->
                whole.status(416).content(Content.EMPTY).with("Content-Range", "bytes */" + file.bytes());
        };
    }

    /** {@code If-Modified-Since} counts only without {@code If-None-Match}. */
    private static boolean isUnchangedSince(Request request, Instant changed) {
        if (request.header("If-None-Match").isPresent()) {
            return false;
        }
        return request.header("If-Modified-Since")
                .flatMap(DumpResource::instant)
                .filter(since -> !changed.isAfter(since))
                .isPresent();
    }

    private static Optional<Instant> instant(String date) {
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** As HTTP writes it, with two digits for the day. */
    private static String date(Instant instant) {
        return DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", java.util.Locale.ENGLISH)
                .withZone(ZoneOffset.UTC)
                .format(instant);
    }

    private static String base64(String hex) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    }

    private Reply list(Request request) {
        if (isForPeople(request)) {
            return frame.page(Page.of(
                            request,
                            DumpPages.title(request),
                            DumpPages.list(
                                    request,
                                    releases.map(PublishedReleases::versions).orElseGet(java.util.TreeSet::new),
                                    releases.flatMap(PublishedReleases::latest))))
                    .with("Cache-Control", ASK_AGAIN);
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        releases.flatMap(PublishedReleases::latest).ifPresent(version -> json.put("latest", FOLDER + version + "/"));
        ArrayNode versions = json.putArray("releases");
        releases.map(PublishedReleases::versions)
                .orElseGet(java.util.TreeSet::new)
                .forEach(version -> versions.addObject()
                        .put("version", version)
                        .put("address", FOLDER + version + "/")
                        .put("manifest", FOLDER + version + "/manifest.json"));
        return json(json);
    }

    private Reply files(Request request, PublishedRelease release, boolean latest) {
        String cache = latest ? ASK_AGAIN : FOR_EVER;
        if (isForPeople(request)) {
            return frame.page(Page.of(
                            request,
                            DumpPages.title(request) + " " + release.manifest().version(),
                            DumpPages.files(request, release)))
                    .with("Cache-Control", cache);
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("version", release.manifest().version());
        ArrayNode files = json.putArray("files");
        release.files()
                .forEach((path, file) -> files.addObject()
                        .put("path", path)
                        .put("address", FOLDER + release.manifest().version() + "/" + path)
                        .put("mediaType", file.mediaType())
                        .put("bytes", file.bytes())
                        .put("sha256", file.sha256()));
        return json(json).with("Cache-Control", cache);
    }

    private static Reply json(ObjectNode json) {
        String text = json.toPrettyString() + "\n";
        return Reply.ok("application/json", Content.of(text))
                .varyingBy("Accept")
                .tagged(text)
                .with("Cache-Control", ASK_AGAIN);
    }

    /** Programs get JSON unless they ask for HTML. */
    private static boolean isForPeople(Request request) {
        return request.accept()
                .choose(java.util.List.of(Format.JSON, Format.HTML))
                .map(Accept.Choice::format)
                .filter(format -> format == Format.HTML)
                .isPresent();
    }
}
