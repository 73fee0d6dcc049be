package se.fondgraf.convert;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import se.fondgraf.curated.CuratedFileException;
import se.fondgraf.name.Hash;

/**
 * Tells one dataset from another: a hash of everything its triples depend on, which are the program and what it knows,
 * the base, people's judgements, and what the pages state. File names, order and form of the inputs are not among them.
 */
final class DatasetVersion {
    private static final int DIGITS = 16;

    private final List<String> facts = new ArrayList<>();

    /**
     * The version of what is converted under that base.
     *
     * @param decisions files of judgements, in the order in which they win
     * @throws CuratedFileException when such a file cannot be read
     */
    DatasetVersion(String base, List<Path> decisions) {
        facts.add(Knowledge.digest());
        facts.add(base);
        decisions.forEach(file -> facts.add(digest(file)));
    }

    private static String digest(Path decisions) {
        try {
            return Hash.ofBytes(Files.readAllBytes(decisions));
        } catch (IOException e) {
            throw (CuratedFileException)
                    new CuratedFileException(decisions.toString(), 0, "cannot be read").initCause(e);
        }
    }

    /** The version with those captures: 16 hex digits, whatever their order, however often each is there. */
    String of(Collection<List<Capture>> projects) {
        NavigableSet<String> captures = new TreeSet<>();
        projects.forEach(project ->
                project.forEach(capture -> captures.add(capture.project().slug() + " " + capture.digest())));
        List<String> all = new ArrayList<>(facts);
        all.addAll(captures);
        return Hash.ofBytes(String.join("\n", all).getBytes(StandardCharsets.UTF_8))
                .substring(0, DIGITS);
    }
}
