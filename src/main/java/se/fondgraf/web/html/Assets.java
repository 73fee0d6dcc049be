package se.fondgraf.web.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.fondgraf.name.Hash;
import se.fondgraf.web.http.Content;
import se.fondgraf.web.http.Refusal;
import se.fondgraf.web.http.Reply;
import se.fondgraf.web.http.Request;
import se.fondgraf.web.http.Resource;

/**
 * The files that pages load, all of them ours: each at an address that holds a hash of its bytes, so that it never
 * changes and may be kept for ever. A file stands in {@code src/main/resources/assets} and in {@link #FILES}.
 */
public final class Assets implements Resource {
    /** Below this are all assets. */
    public static final String PATH = "/assets/";

    private static final List<String> FILES = List.of("style.css");
    private static final Map<String, String> TYPES = Map.of(
            "css",
            "text/css",
            "js",
            "text/javascript",
            "svg",
            "image/svg+xml",
            "png",
            "image/png",
            "woff2",
            "font/woff2");
    private static final int DIGITS = 12;

    private record Asset(String mediaType, Content content) {}

    private final Map<String, String> paths = new LinkedHashMap<>();
    private final Map<String, Asset> assets = new LinkedHashMap<>();

    /** Reads the files of the jar. */
    public Assets() {
        for (String file : FILES) {
            byte[] bytes = read(file);
            int dot = file.lastIndexOf('.');
            String hash = Hash.ofBytes(bytes).substring(0, DIGITS);
            String path = PATH + file.substring(0, dot) + "-" + hash + file.substring(dot);
            paths.put(file, path);
            assets.put(
                    path,
                    new Asset(
                            TYPES.getOrDefault(file.substring(dot + 1), "application/octet-stream"),
                            Content.of(bytes)));
        }
    }

    private static byte[] read(String file) {
        try (InputStream in = Assets.class.getResourceAsStream("/assets/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks assets/" + file);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address of a file, such as {@code style.css}. */
    public String path(String file) {
        String path = paths.get(file);
        if (path == null) {
            throw new IllegalArgumentException("no asset " + file);
        }
        return path;
    }

    @Override
    public Reply answer(Request request) {
        Asset asset = assets.get(request.path());
        if (asset == null) {
            throw Refusal.nothingHere();
        }
        return Reply.ok(asset.mediaType(), asset.content())
                .with("Cache-Control", "public, max-age=31536000, immutable")
                .tagged(request.path());
    }
}
