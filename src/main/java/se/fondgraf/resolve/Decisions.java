package se.fondgraf.resolve;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.fondgraf.curated.CuratedFile;
import se.fondgraf.curated.CuratedFileException;
import se.fondgraf.name.Slug;
import se.fondgraf.place.PlaceRegister;

/**
 * People's judgements about names, which override every rule: {@code ontology/decisions.csv} and the files that an
 * operator adds, of which later ones win over earlier ones. Checked as a whole when read, then only looked into.
 */
public final class Decisions {
    /** What complaints call the bundled file. */
    static final String BUNDLED = "ontology/decisions.csv";

    private final DecisionBook book;
    private final Map<String, List<Decision>> apart = new LinkedHashMap<>();

    private Decisions(DecisionBook book) {
        this.book = book;
        book.different().stream()
                .filter(Decision::isAboutMention)
                .forEach(row -> apart.computeIfAbsent(row.subject(), key -> new ArrayList<>())
                        .add(row));
    }

    /** No judgements at all. */
    static Decisions none(OrganizationRegister register) {
        return new Decisions(DecisionBook.of(List.of(), register));
    }

    /**
     * The bundled judgements and those of the given files, the last of which wins.
     *
     * @param base under which full IRIs of the files lie
     * @throws CuratedFileException when a file cannot be read, is malformed or contradicts itself, with its line
     */
    public static Decisions read(List<Path> files, String base, PlaceRegister places, OrganizationRegister register) {
        List<CuratedFile> all = new ArrayList<>();
        all.add(CuratedFile.bundled("decisions.csv", DecisionRows.COLUMNS));
        files.forEach(file -> all.add(open(file)));
        DecisionRows rows = new DecisionRows(base, places);
        List<List<Decision>> decisions = all.stream().map(rows::read).toList();
        decisions.forEach(file -> DecisionBook.check(file, register));
        return new Decisions(DecisionBook.of(decisions, register));
    }

    private static CuratedFile open(Path file) {
        String name = file.toString();
        try {
            String text = Files.readString(file);
            // A last line without its line break would be counted as the one before.
            String lines = text.endsWith("\n") ? text : text + "\n";
            Reader reader = new StringReader(lines.startsWith("\uFEFF") ? lines.substring(1) : lines);
            return CuratedFile.read(name, reader, DecisionRows.COLUMNS);
        } catch (CharacterCodingException e) {
            throw because(name, "is not in UTF-8", e);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw (CuratedFileException)
                    new CuratedFileException(name, line, "is not CSV: " + e.getOriginalMessage()).initCause(e);
        } catch (IOException e) {
            throw because(name, Files.exists(file) ? "cannot be read" : "there is no such file of decisions", e);
        }
    }

    private static CuratedFileException because(String file, String reason, IOException cause) {
        return (CuratedFileException) new CuratedFileException(file, 0, reason).initCause(cause);
    }

    /** What the body is said to be, through any number of judgements. */
    String root(String slug) {
        return book.root(slug);
    }

    /** The judgement that the name of this project means a certain body. */
    Optional<Decision> meaning(String project, String name) {
        return Optional.ofNullable(book.same().get(Decision.mention(project, Slug.of(name))));
    }

    /** The judgements about bodies that the name of this project does not mean. */
    List<Decision> apart(String project, String name) {
        return apart.isEmpty() ? List.of() : apart.getOrDefault(Decision.mention(project, Slug.of(name)), List.of());
    }

    /** Whether any name is told apart from a body. */
    boolean tellMentionsApart() {
        return !apart.isEmpty();
    }

    /** The judgement that the body is another one. */
    Optional<Decision> sameBody(String slug) {
        return Optional.ofNullable(book.same().get(slug));
    }

    /** Judgements that a body is another one. */
    List<Decision> sameBodies() {
        return book.same().values().stream()
                .filter(row -> !row.isAboutMention())
                .toList();
    }

    /** Judgements that two bodies are never one. */
    List<Decision> differentBodies() {
        return book.different().stream().filter(row -> !row.isAboutMention()).toList();
    }

    /** The body that this one is a part of. */
    Optional<Decision> parent(String slug) {
        return Optional.ofNullable(book.parents().get(book.root(slug)));
    }

    /** The municipality where the body sits. */
    Optional<Decision> seat(String slug) {
        return Optional.ofNullable(book.seats().get(book.root(slug)));
    }

    /** All that hold, in no promised order. */
    List<Decision> all() {
        List<Decision> all = new ArrayList<>(book.same().values());
        all.addAll(book.different());
        all.addAll(book.parents().values());
        all.addAll(book.seats().values());
        return all;
    }
}
