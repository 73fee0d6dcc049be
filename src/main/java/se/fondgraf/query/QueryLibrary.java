package se.fondgraf.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.fondgraf.name.Distance;

/** The queries that come with the program, by name: the files {@code queries/*.rq}, not those of folders below. */
public final class QueryLibrary {
    private static final String FOLDER = "/queries";

    private static Optional<QueryLibrary> bundled = Optional.empty();

    private final SortedMap<String, LibraryQuery> queries;

    private QueryLibrary(SortedMap<String, LibraryQuery> queries) {
        this.queries = queries;
    }

    /**
     * The queries of the class path, whether they lie in a folder or in a jar. They are read once in a process.
     *
     * @throws QueryFileException when one of them is wrong
     */
    public static synchronized QueryLibrary bundled() {
        QueryLibrary library = bundled.orElseGet(QueryLibrary::ofClassPath);
        bundled = Optional.of(library);
        return library;
    }

    private static QueryLibrary ofClassPath() {
        URL folder = Optional.ofNullable(QueryLibrary.class.getResource(FOLDER))
                .orElseThrow(() -> new IllegalStateException("the program was built without " + FOLDER));
        try {
            return at(folder.toURI());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The queries of a folder, given as {@code file:…} or {@code jar:file:…!/folder}. */
    static QueryLibrary at(URI folder) throws IOException {
        if (!folder.getScheme().equals("jar")) {
            return read(Path.of(folder));
        }
        String uri = folder.toString();
        Path jar = Path.of(URI.create(uri.substring("jar:".length(), uri.indexOf("!/"))));
        // A file system of our own: one got by the URI is shared, and closing it would pull it from under others.
        try (FileSystem files = FileSystems.newFileSystem(jar)) {
            return read(files.getPath(uri.substring(uri.indexOf("!/") + 1)));
        }
    }

    private static QueryLibrary read(Path folder) throws IOException {
        SortedMap<String, LibraryQuery> queries = new TreeMap<>();
        List<Path> files;
        try (Stream<Path> entries = Files.list(folder)) {
            files = entries.filter(file -> file.toString().endsWith(".rq"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            LibraryQuery query = LibraryQuery.parse("queries/" + file.getFileName(), Files.readString(file));
            queries.put(query.name(), query);
        }
        return new QueryLibrary(Collections.unmodifiableSortedMap(queries));
    }

    /** All queries, by name. */
    public List<LibraryQuery> queries() {
        return List.copyOf(queries.values());
    }

    /**
     * The query of that name.
     *
     * @throws QueryRequestException when there is none; it names those written nearly so, or else all
     */
    public LibraryQuery find(String name) {
        return Optional.ofNullable(queries.get(name)).orElseThrow(() -> {
            List<String> near = near(name);
            return new QueryRequestException(
                    near.isEmpty()
                            ? "there is no such query; there are " + String.join(", ", queries.keySet())
                            : "there is no such query; did you mean " + String.join(" or ", near) + "?");
        });
    }

    /** The names that a slip of the fingers or half a name could have meant, nearest first. */
    private List<String> near(String name) {
        if (name.isEmpty() || name.length() > 60) {
            return List.of();
        }
        Map<String, Integer> distances = queries.keySet().stream()
                .filter(known -> known.contains(name) || name.contains(known) || Distance.between(name, known) <= 3)
                .collect(Collectors.toMap(known -> known, known -> Distance.between(name, known)));
        return distances.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .limit(3)
                .toList();
    }
}
