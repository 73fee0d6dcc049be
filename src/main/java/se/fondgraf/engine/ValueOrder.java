package se.fondgraf.engine;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.NodeValueString;
import org.apache.jena.vocabulary.XSD;

/**
 * The order of values for sorting, smallest and largest. It is that of {@link NodeValue#compareAlways}, which throws
 * and catches an exception for every two IRIs; texts of one kind are compared here.
 */
final class ValueOrder {
    private static final String STRING = XSD.xstring.getURI();

    /** Of one kind, texts alone decide. */
    private enum Kind {
        IRI,
        STRING,
        OTHER
    }

    private final NodeValue value;
    private final Kind kind;
    private final String text;

    private ValueOrder(NodeValue value, Kind kind, String text) {
        this.value = value;
        this.kind = kind;
        this.text = text;
    }

    /** A value that is to be compared many times. */
    static ValueOrder of(NodeValue value) {
        if (isString(value)) {
            return new ValueOrder(value, Kind.STRING, value.getString());
        }
        Node node = value.asNode();
        return node.isURI() ? new ValueOrder(value, Kind.IRI, node.getURI()) : new ValueOrder(value, Kind.OTHER, "");
    }

    static int compare(ValueOrder one, ValueOrder other) {
        return one.kind == other.kind && one.kind != Kind.OTHER
                ? one.text.compareTo(other.text)
                : NodeValue.compareAlways(one.value, other.value);
    }

    /** The same for two values as they are. */
    static int compare(NodeValue one, NodeValue other) {
        return isString(one) && isString(other)
                ? one.getString().compareTo(other.getString())
                : NodeValue.compareAlways(one, other);
    }

    /** Whether the value is an xsd:string and not of a type derived from it. */
    static boolean isString(NodeValue value) {
        return value instanceof NodeValueString
                && (!value.hasNode() || STRING.equals(value.getNode().getLiteralDatatypeURI()));
    }
}
