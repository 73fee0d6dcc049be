package se.fondgraf.web.reconcile;

import java.util.Optional;
import java.util.stream.Stream;
import se.fondgraf.search.EntityKind;

/** What a client may add to things that it has reconciled: one row a property. */
enum Extension {
    NAME("name", "Namn", "Name", EntityKind.ORGANIZATION, "skos:prefLabel"),
    OTHER_NAME("other-name", "Annat namn", "Other name", EntityKind.ORGANIZATION, "skos:altLabel"),
    KIND("kind", "Slag", "Kind", EntityKind.ORGANIZATION, "org:classification/skos:prefLabel"),
    NUMBER("number", "Organisationsnummer", "Organisation number", EntityKind.ORGANIZATION, "org:identifier"),
    PARENT("parent", "Tillhör", "Belongs to", EntityKind.ORGANIZATION, "fg:parent"),
    SEAT("seat", "Säte", "Seat", EntityKind.ORGANIZATION, "fg:seat"),
    PROJECT("project", "Projekt", "Project", EntityKind.ORGANIZATION, "^fg:organization/fg:project"),
    CODE("code", "Kommunkod", "Municipality code", EntityKind.MUNICIPALITY, "skos:notation"),
    COUNTY("county", "Län", "County", EntityKind.MUNICIPALITY, "fg:county/skos:prefLabel"),
    POINT("point", "Läge", "Point", EntityKind.MUNICIPALITY, "geo:asWKT"),
    WIKIDATA("wikidata", "Wikidata", "Wikidata", EntityKind.MUNICIPALITY, "skos:exactMatch"),
    TITLE("title", "Titel", "Title", EntityKind.PROJECT, "dcterms:title"),
    PROJECT_NUMBER("project-number", "Projektnummer", "Project number", EntityKind.PROJECT, "dcterms:identifier"),
    OWNER("owner", "Projektägare", "Owner", EntityKind.PROJECT, "fg:owner"),
    START("start", "Startdatum", "Start", EntityKind.PROJECT, "fg:startDate"),
    END("end", "Slutdatum", "End", EntityKind.PROJECT, "fg:endDate"),
    SUPPORT("granted-support", "Beviljat stöd", "Granted support", EntityKind.PROJECT, "fg:grantedSupport"),
    MUNICIPALITY("municipality", "Kommun", "Municipality", EntityKind.PROJECT, "fg:municipality");

    private final String id;
    private final String swedish;
    private final String english;
    private final EntityKind kind;
    private final String path;

    Extension(String id, String swedish, String english, EntityKind kind, String path) {
        this.id = id;
        this.swedish = swedish;
        this.english = english;
        this.kind = kind;
        this.path = path;
    }

    String id() {
        return id;
    }

    String name(boolean inSwedish) {
        return inSwedish ? swedish : english;
    }

    boolean isOf(EntityKind other) {
        return kind == other;
    }

    /** The SPARQL property path from the thing to the value. */
    String path() {
        return path;
    }

    static Optional<Extension> of(String id) {
        return Stream.of(values()).filter(property -> property.id.equals(id)).findFirst();
    }
}
