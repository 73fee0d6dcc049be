package se.fondgraf.describe;

import java.time.LocalDate;
import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;

/** A description being written: facts about one subject after another. Properties are prefixed names. */
final class Facts {
    private final Graph graph = GraphFactory.createDefaultGraph();

    /** What was stated so far, with the prefixes. */
    Graph graph() {
        Prefixes.ALL.forEach(graph.getPrefixMapping()::setNsPrefix);
        return graph;
    }

    /** Facts about one thing. */
    About about(String iri) {
        return new About(NodeFactory.createURI(iri));
    }

    final class About {
        private final Node subject;

        private About(Node subject) {
            this.subject = subject;
        }

        About node(String property, Node object) {
            graph.add(subject, Prefixes.term(property), object);
            return this;
        }

        About type(String type) {
            return node("rdf:type", Prefixes.term(type));
        }

        About iri(String property, String iri) {
            return node(property, NodeFactory.createURI(iri));
        }

        /** One literal a language. */
        About texts(String property, Texts texts) {
            texts.byLanguage().forEach((language, text) -> text(property, text, language));
            return this;
        }

        About text(String property, String text, String language) {
            return node(property, NodeFactory.createLiteralLang(text, language));
        }

        /** {@code rdfs:label}, in the two languages of the data. */
        About label(String swedish, String english) {
            return texts("rdfs:label", Texts.of(swedish, english));
        }

        About plain(String property, String text) {
            return node(property, NodeFactory.createLiteralString(text));
        }

        About count(String property, long number) {
            return node(property, NodeFactory.createLiteralDT(Long.toString(number), XSDDatatype.XSDinteger));
        }

        About typed(String property, String text, XSDDatatype type) {
            return node(property, NodeFactory.createLiteralDT(text, type));
        }

        About day(String property, LocalDate day) {
            return typed(property, day.toString(), XSDDatatype.XSDdate);
        }

        About texts(String property, Map<String, ? extends Iterable<String>> byLanguage) {
            byLanguage.forEach((language, texts) -> texts.forEach(text -> text(property, text, language)));
            return this;
        }
    }
}
