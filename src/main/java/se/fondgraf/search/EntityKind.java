package se.fondgraf.search;

import java.util.Optional;
import java.util.stream.Stream;

/** What can be found by name. The word is the first part of the thing's path below {@code id/}. */
public enum EntityKind {
    ORGANIZATION("organization", "http://www.w3.org/ns/org#Organization", "Organisation", "Organisation"),
    MUNICIPALITY("municipality", "https://w3id.org/fondgraf/ontology#Municipality", "Kommun", "Municipality"),
    PROJECT("project", "https://w3id.org/fondgraf/ontology#Project", "Projekt", "Project");

    private final String word;
    private final String type;
    private final String swedish;
    private final String english;

    EntityKind(String word, String type, String swedish, String english) {
        this.word = word;
        this.type = type;
        this.swedish = swedish;
        this.english = english;
    }

    /** {@code organization}, {@code municipality} or {@code project}. */
    public String word() {
        return word;
    }

    /** The class that such things have in the data. */
    public String type() {
        return type;
    }

    public String swedish() {
        return swedish;
    }

    public String english() {
        return english;
    }

    /** The kind of that word, or of the class with that IRI. */
    public static Optional<EntityKind> of(String wordOrType) {
        return Stream.of(values())
                .filter(kind -> kind.word.equals(wordOrType) || kind.type.equals(wordOrType))
                .findFirst();
    }
}
