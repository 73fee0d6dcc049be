package se.fondgraf.web.html;

/** What every page leads to, in the order of showing. A row is added together with the page that it names. */
public enum Navigation {
    SPARQL("/sparql", "SPARQL", "SPARQL"),
    QUERIES("/queries", "Frågor", "Queries"),
    ONTOLOGY("/ontology", "Ontologi", "Ontology"),
    DUMPS("/dumps/", "Nedladdning", "Downloads");

    private final String path;
    private final String swedish;
    private final String english;

    Navigation(String path, String swedish, String english) {
        this.path = path;
        this.swedish = swedish;
        this.english = english;
    }

    String path() {
        return path;
    }

    String name(Language language) {
        return language.say(swedish, english);
    }
}
