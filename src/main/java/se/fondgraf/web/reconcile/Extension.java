package se.fondgraf.web.reconcile;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.fondgraf.search.EntityKind;

/** What a client may add to things that it has reconciled: one row a property. */
enum Extension {
    NAME("name", "Namn", "Name", List.of(EntityKind.ORGANIZATION, EntityKind.MUNICIPALITY), "skos:prefLabel"),
    OTHER_NAME("other-name", "Annat namn", "Other name", List.of(EntityKind.ORGANIZATION), "skos:altLabel"),
    KIND("kind", "Slag", "Kind", List.of(EntityKind.ORGANIZATION), "org:classification/skos:prefLabel"),
    NUMBER("number", "Organisationsnummer", "Organisation number", List.of(EntityKind.ORGANIZATION), "org:identifier"),
    PARENT("parent", "Tillhör", "Belongs to", List.of(EntityKind.ORGANIZATION), "fg:parent"),
    SEAT("seat", "Säte", "Seat", List.of(EntityKind.ORGANIZATION), "fg:seat"),
    PROJECT("project", "Projekt", "Project", List.of(EntityKind.ORGANIZATION), "^fg:organization/fg:project"),
    CODE("code", "Kommunkod", "Municipality code", List.of(EntityKind.MUNICIPALITY), "skos:notation"),
    COUNTY("county", "Län", "County", List.of(EntityKind.MUNICIPALITY), "fg:county/skos:prefLabel"),
    POINT("point", "Läge", "Point", List.of(EntityKind.MUNICIPALITY), "geo:asWKT"),
    WIKIDATA("wikidata", "Wikidata", "Wikidata", List.of(EntityKind.MUNICIPALITY), "skos:exactMatch"),
    TITLE("title", "Titel", "Title", List.of(EntityKind.PROJECT), "dcterms:title"),
    PROJECT_NUMBER(
            "project-number", "Projektnummer", "Project number", List.of(EntityKind.PROJECT), "dcterms:identifier"),
    OWNER("owner", "Projektägare", "Owner", List.of(EntityKind.PROJECT), "fg:owner"),
    START("start", "Startdatum", "Start", List.of(EntityKind.PROJECT), "fg:startDate"),
    END("end", "Slutdatum", "End", List.of(EntityKind.PROJECT), "fg:endDate"),
    SUPPORT("granted-support", "Beviljat stöd", "Granted support", List.of(EntityKind.PROJECT), "fg:grantedSupport"),
    MUNICIPALITY("municipality", "Kommun", "Municipality", List.of(EntityKind.PROJECT), "fg:municipality");

    private final String id;
    private final String swedish;
    private final String english;
    private final List<EntityKind> kinds;
    private final String path;

    Extension(String id, String swedish, String english, List<EntityKind> kinds, String path) {
        this.id = id;
        this.swedish = swedish;
        this.english = english;
        this.kinds = kinds;
        this.path = path;
    }

    String id() {
        return id;
    }

    String name(boolean inSwedish) {
        return inSwedish ? swedish : english;
    }

    boolean isOf(EntityKind kind) {
        return kinds.contains(kind);
    }

    /** The SPARQL property path from the thing to the value. */
    String path() {
        return path;
    }

    static Optional<Extension> of(String id) {
        return Stream.of(values()).filter(property -> property.id.equals(id)).findFirst();
    }
}
