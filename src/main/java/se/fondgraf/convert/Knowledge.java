package se.fondgraf.convert;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import se.fondgraf.name.Hash;

/** What the program itself knows of the field: the files of {@code ontology/} that were built into it. */
final class Knowledge {
    private static final String FOLDER = "ontology/";

    private Knowledge() {}

    /** A hash of the program's version and of the name and content of every bundled file. */
    static String digest() {
        StringBuilder facts = new StringBuilder(
                Optional.ofNullable(Knowledge.class.getPackage().getImplementationVersion())
                        .orElse("not built as a jar"));
        for (String file : files()) {
            facts.append('\n').append(file).append(' ').append(Hash.ofBytes(content(file)));
        }
        return Hash.ofBytes(facts.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The names of all bundled files, sorted: from the jar, or from the folder of classes before there is one. */
    static NavigableSet<String> files() {
        URL known = Knowledge.class.getResource("/" + FOLDER + "labels.csv");
        if (known == null) {
            throw new IllegalStateException(FOLDER + "labels.csv is missing");
        }
        try {
            URLConnection connection = known.openConnection();
            if (connection instanceof JarURLConnection jar) {
                return names(jar.getJarFile().stream().map(ZipEntry::getName));
            }
            try (Stream<Path> files = Files.list(Path.of(known.toURI()).resolveSibling(""))) {
                return names(files.map(file -> FOLDER + file.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a class path that is no address: " + known, e);
        }
    }

    private static NavigableSet<String> names(Stream<String> all) {
        NavigableSet<String> names = new TreeSet<>();
        all.filter(name -> name.startsWith(FOLDER) && name.length() > FOLDER.length())
                .map(name -> name.substring(FOLDER.length()))
                .forEach(names::add);
        return names;
    }

    private static byte[] content(String file) {
        try (InputStream stream = Knowledge.class.getResourceAsStream("/" + FOLDER + file)) {
            if (stream == null) {
                throw new IllegalStateException(FOLDER + file + " is missing");
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
