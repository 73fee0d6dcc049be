package se.fondgraf.rdf;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/** States facts about one subject at a time, in one graph, to whoever listens. */
final class Triples {
    static final Node TRUE = NodeFactory.createLiteralDT("true", XSDDatatype.XSDboolean);
    static final Node FALSE = NodeFactory.createLiteralDT("false", XSDDatatype.XSDboolean);

    private final Node graph;
    private final Consumer<Quad> out;

    private Triples(Node graph, Consumer<Quad> out) {
        this.graph = graph;
        this.out = out;
    }

    /** Facts of the core, the default graph. */
    static Triples core(Consumer<Quad> out) {
        return new Triples(Quad.defaultGraphNodeGenerated, out);
    }

    /** Facts of a named graph. */
    static Triples in(Node graph, Consumer<Quad> out) {
        return new Triples(graph, out);
    }

    void add(Node subject, Node predicate, Node object) {
        out.accept(Quad.create(graph, subject, predicate, object));
    }

    void type(Node subject, Node type) {
        add(subject, RDF.Nodes.type, type);
    }

    /** A Swedish label that is also the preferred one. */
    void prefLabel(Node subject, String text) {
        add(subject, SKOS.prefLabel.asNode(), swedish(text));
        label(subject, text);
    }

    void label(Node subject, String text) {
        add(subject, RDFS.Nodes.label, swedish(text));
    }

    static Node swedish(String text) {
        return NodeFactory.createLiteralLang(text, "sv");
    }

    static Node english(String text) {
        return NodeFactory.createLiteralLang(text, "en");
    }

    static Node plain(String text) {
        return NodeFactory.createLiteralString(text);
    }

    static Node day(LocalDate day) {
        return NodeFactory.createLiteralDT(day.toString(), XSDDatatype.XSDdate);
    }

    static Node decimal(BigDecimal number) {
        BigDecimal plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        return NodeFactory.createLiteralDT(plain.toPlainString(), XSDDatatype.XSDdecimal);
    }

    static Node integer(BigDecimal number) {
        return NodeFactory.createLiteralDT(number.toBigIntegerExact().toString(), XSDDatatype.XSDinteger);
    }

    static Node truth(boolean truth) {
        return truth ? TRUE : FALSE;
    }

    static Node uri(String iri) {
        return NodeFactory.createURI(iri);
    }
}
