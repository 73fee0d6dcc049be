package se.fondgraf.web.documents;

import java.util.Comparator;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * The order in which documents are written: values before things, each by its text. Terms are compared as they are,
 * because writing each of them out takes longer than all else that a document needs.
 */
final class TermOrder {
    private static final Comparator<Node> TERMS = Comparator.comparingInt(TermOrder::kind)
            .thenComparing(TermOrder::text)
            .thenComparing(TermOrder::language)
            .thenComparing(TermOrder::datatype);

    static final Comparator<Triple> TRIPLES = Comparator.comparing(Triple::getSubject, TERMS)
            .thenComparing(Triple::getPredicate, TERMS)
            .thenComparing(Triple::getObject, TERMS);

    private TermOrder() {}

    private static int kind(Node node) {
        return node.isLiteral() ? 0 : node.isURI() ? 1 : 2;
    }

    private static String text(Node node) {
        return node.isLiteral() ? node.getLiteralLexicalForm() : node.isURI() ? node.getURI() : node.toString();
    }

    private static String language(Node node) {
        return node.isLiteral() ? node.getLiteralLanguage() : "";
    }

    private static String datatype(Node node) {
        return node.isLiteral() ? node.getLiteralDatatypeURI() : "";
    }
}
