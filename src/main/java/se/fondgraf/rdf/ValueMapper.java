package se.fondgraf.rdf;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.ORG;
import se.fondgraf.page.Property;
import se.fondgraf.page.Statement;
import se.fondgraf.page.Value;
import se.fondgraf.place.PlaceRegister;

/** Which term a property is published with, and which node a statement's value is. */
final class ValueMapper {
    private static final Map<Property, Node> PREDICATES = predicates();

    private final Iris iris;
    private final PlaceRegister places;
    private final Codes codes;

    ValueMapper(Iris iris, PlaceRegister places, Codes codes) {
        this.iris = iris;
        this.places = places;
        this.codes = codes;
    }

    static Node predicate(Property property) {
        return Objects.requireNonNull(PREDICATES.get(property));
    }

    private static Map<Property, Node> predicates() {
        Map<Property, Node> predicates = new EnumMap<>(Property.class);
        for (Property property : Property.values()) {
            predicates.put(
                    property,
                    switch (property) {
                        case TITLE -> DCTerms.title.asNode();
                        case IDENTIFIER, PROGRAMME_IDENTIFIER -> DCTerms.identifier.asNode();
                        case DESCRIPTION -> DCTerms.description.asNode();
                        case OWNER_NUMBER -> ORG.identifier.asNode();
                        default -> Fg.term(property.key());
                    });
        }
        return predicates;
    }

    /**
     * The node of a value; empty for running text, for bodies, and where the text could not be read or names nothing
     * known.
     *
     * @param programme the project's period, on which code lists depend
     */
    Optional<Node> node(Statement statement, String programme) {
        return switch (statement.value()) {
            case Value.Words words -> Optional.of(words(statement.property(), words.text(), programme));
            case Value.Quantity quantity ->
                Optional.of(
                        statement.property() == Property.PLANNED_PARTICIPANTS
                                ? Triples.integer(quantity.number())
                                : Triples.decimal(quantity.number()));
            case Value.Day day -> Optional.of(Triples.day(day.day()));
            case Value.Truth truth -> Optional.of(Triples.truth(truth.truth()));
            case Value.Theme theme -> Optional.of(codes.codeOfWords("secondary-theme", theme.theme()));
            case Value.Code code ->
                Optional.of(codes.code(scheme(statement.property(), programme), code.notation(), code.words()));
            case Value.Name name -> place(statement.property(), name.name());
            case Value.OrganizationNumber number -> Optional.of(Triples.plain(number.number()));
            case Value.Prose prose -> Optional.empty();
            case Value.Unreadable unreadable -> Optional.empty();
        };
    }

    private Node words(Property property, String text, String programme) {
        return switch (property) {
            case TITLE -> Triples.swedish(text);
            case PROGRAMME -> iris.programme(programmeIn(text, programme));
            case PHASE -> codes.codeOfWords("phase", text);
            case FUND -> codes.codeOfWords("fund", text);
            default -> Triples.plain(text);
        };
    }

    /** The reader has read the words as one of the periods. */
    private static String programmeIn(String text, String fallback) {
        return se.fondgraf.resolve.Programmes.ALL.stream()
                .filter(text::contains)
                .findFirst()
                .orElse(fallback);
    }

    private static String scheme(Property property, String programme) {
        return switch (property) {
            case PROGRAMME_AREA -> "programme-area-" + programme;
            case SPECIFIC_OBJECTIVE -> "specific-objective-" + programme;
            case INTERVENTION_FIELD -> "intervention-field-" + programme;
            default -> throw new IllegalArgumentException("no code list for " + property);
        };
    }

    private Optional<Node> place(Property property, String name) {
        return switch (property) {
            case MUNICIPALITY -> places.municipality(name).map(found -> iris.municipality(found.code()));
            case REGION -> places.region(name).map(found -> iris.region(found.code()));
            default -> Optional.empty();
        };
    }
}
