package se.fondgraf.query;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** What a parameter may hold, and how a value written by a person becomes an RDF term. */
public enum ParameterType {
    /** An absolute IRI, a prefixed name of the query, or a short form such as {@code organization/proaros}. */
    IRI("an IRI or a short form such as organization/proaros"),
    /** A whole number of at most 18 digits. */
    INTEGER("a whole number"),
    /** Any text, bound as a plain string. */
    STRING("a text"),
    /** {@code office} or {@code parent}, bound to the property {@code fg:office} or {@code fg:parent}. */
    LEVEL("office or parent");

    private static final Map<String, Node> LEVELS = Map.of("office", level("office"), "parent", level("parent"));

    private final String expectation;

    ParameterType(String expectation) {
        this.expectation = expectation;
    }

    private static Node level(String name) {
        return NodeFactory.createURI("https://w3id.org/fondgraf/ontology#" + name);
    }

    /** The word that stands in headers: {@code iri}, {@code integer}, {@code string}, {@code level}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a value must be, as the end of a sentence: "must be …". */
    public String expectation() {
        return expectation;
    }

    static Optional<ParameterType> of(String word) {
        return Stream.of(values()).filter(type -> type.word().equals(word)).findFirst();
    }

    /** The term that a value stands for, or empty when it is not a value of this type. */
    Optional<Node> term(String value, ShortForms shortForms) {
        return switch (this) {
            case IRI -> shortForms.expand(value).map(NodeFactory::createURI);
            case INTEGER -> integer(value);
            case STRING ->
                wellFormed(value) ? Optional.of(NodeFactory.createLiteralString(value)) : Optional.<Node>empty();
            case LEVEL -> Optional.ofNullable(LEVELS.get(value));
        };
    }

    private static Optional<Node> integer(String value) {
        if (!value.matches("[+-]?[0-9]{1,18}")) {
            return Optional.empty();
        }
        return Optional.of(NodeFactory.createLiteralDT(Long.toString(Long.parseLong(value)), XSDDatatype.XSDinteger));
    }

    /** Half a surrogate pair is no character and cannot be written in any syntax. */
    private static boolean wellFormed(String value) {
        return value.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
