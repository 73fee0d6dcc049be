package se.fondgraf.convert;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import se.fondgraf.describe.Operator;
import se.fondgraf.name.Hash;

/**
 * Tells whether a conversion would have the same inputs as another one, without reading any page. It looks at more than
 * {@link DatasetVersion}: other file names or another program give another fingerprint, though the data may be the
 * same. Equal fingerprints always give equal data.
 */
public final class Fingerprint {
    private static final int DIGITS = 32;
    private static final int BUFFER = 1 << 16;

    private final String base;
    private final List<Path> inputs;
    private final List<Path> decisions;
    private final Operator operator;

    /**
     * Of a conversion to be.
     *
     * @param decisions files of people's judgements, in the order in which they win
     * @param operator who publishes the data, which describes itself
     */
    public Fingerprint(String base, List<Path> inputs, List<Path> decisions, Operator operator) {
        this.base = base;
        this.inputs = List.copyOf(inputs);
        this.decisions = List.copyOf(decisions);
        this.operator = operator;
    }

    /** A hash of the program, the base, the operator, and the name and content of every file: 32 hex digits. */
    public String ofContents() {
        List<String> facts = new ArrayList<>(List.of(Knowledge.digest(), program(), base, operator.toString()));
        facts.addAll(facts(file -> content(file)));
        return hash(facts);
    }

    /** The same of sizes and times alone, which is quick, and good enough to see that something may have changed. */
    public String ofDates() {
        return hash(facts(file -> {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.size() + " " + attributes.lastModifiedTime();
        }));
    }

    private static String hash(List<String> facts) {
        return Hash.ofBytes(String.join("\n", facts).getBytes(StandardCharsets.UTF_8))
                .substring(0, DIGITS);
    }

    /** What is told of a file. */
    @FunctionalInterface
    private interface Fact {
        String of(Path file) throws IOException;
    }

    private List<String> facts(Fact fact) {
        List<String> facts = new ArrayList<>();
        decisions.forEach(file -> facts.add(told(file, "decisions", fact)));
        List<String> found = new ArrayList<>();
        inputs.forEach(input -> look(input, fact, found));
        Collections.sort(found);
        facts.addAll(found);
        return facts;
    }

    /** Hidden files are no inputs; a folder may be given by a link to it. */
    private static void look(Path input, Fact fact, List<String> found) {
        if (!Files.isDirectory(input)) {
            found.add(told(input, String.valueOf(input.getFileName()), fact));
            return;
        }
        try {
            Path root = input.toRealPath();
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return !folder.equals(root) && isHidden(folder)
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (!isHidden(file)) {
                        found.add(told(file, root.relativize(file).toString(), fact));
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) {
                    found.add(root.relativize(file) + " cannot be read");
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            found.add(input + " cannot be read");
        }
    }

    private static boolean isHidden(Path file) {
        return String.valueOf(file.getFileName()).startsWith(".");
    }

    /** A file that cannot be read is told as such by the conversion; here it is a fact like others. */
    private static String told(Path file, String name, Fact fact) {
        try {
            return name + " " + (Files.isRegularFile(file) ? fact.of(file) : "is no file");
        } catch (IOException e) {
            return name + " cannot be read";
        }
    }

    /** The jar that runs, because another program may make other data of the same pages. */
    private static String program() {
        try {
            Path program = Path.of(Fingerprint.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Files.isRegularFile(program) ? content(program) : "not built as a jar";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a class path that is no address", e);
        }
    }

    private static String content(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file);
                DigestInputStream digested = new DigestInputStream(bytes, MessageDigest.getInstance("SHA-256"))) {
            byte[] buffer = new byte[BUFFER];
            while (digested.read(buffer) >= 0) {
                // The digest sees what is read.
            }
            return HexFormat.of().formatHex(digested.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
