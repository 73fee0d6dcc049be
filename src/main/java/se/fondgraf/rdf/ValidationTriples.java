package se.fondgraf.rdf;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.ORG;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.XSD;
import se.fondgraf.name.Hash;

/**
 * Findings as a SHACL validation report. Results have IRIs under {@code validation} of the base rather than blank
 * nodes, so that two reports of the same data are the same bytes. What must not be repeated is left out.
 */
public final class ValidationTriples {
    /** For the syntaxes that have any. */
    public static final SortedMap<String, String> PREFIXES = Collections.unmodifiableSortedMap(new TreeMap<>(Map.of(
            "dcterms", DCTerms.getURI(),
            "fg", Fg.NS,
            "org", ORG.getURI(),
            "prov", Vocabulary.PROV,
            "rdf", RDF.getURI(),
            "rdfs", RDFS.getURI(),
            "sh", SHACL.getURI(),
            "skos", SKOS.getURI(),
            "xsd", XSD.getURI())));

    private final String base;
    private final Triples triples;
    private final Node report;

    public ValidationTriples(String base, Consumer<Quad> out) {
        this.base = base + "validation#";
        this.triples = Triples.core(out);
        this.report = NodeFactory.createURI(this.base + "report");
        triples.type(report, SHACL.ValidationReport);
    }

    /** States one finding. */
    public void add(Shapes.Finding finding) {
        Shapes.Violation violation = finding.violation();
        Node result = NodeFactory.createURI(base + "result-"
                + Hash.of(
                                violation.focus(),
                                violation.path(),
                                violation.value(),
                                violation.message(),
                                finding.shape(),
                                finding.value().map(Node::toString).orElse(""))
                        .substring(0, 16));
        triples.add(report, SHACL.result, result);
        triples.type(result, SHACL.ValidationResult);
        triples.add(result, SHACL.focusNode, named(finding.focus()));
        triples.add(result, SHACL.resultSeverity, severity(violation.severity()));
        triples.add(result, SHACL.resultMessage, Triples.english(violation.message()));
        finding.property().filter(Node::isURI).ifPresent(path -> triples.add(result, SHACL.resultPath, path));
        finding.value().ifPresent(value -> triples.add(result, SHACL.value, named(value)));
        finding.component()
                .filter(Node::isURI)
                .ifPresent(component -> triples.add(result, SHACL.sourceConstraintComponent, component));
    }

    /** Ends the report with whether the data conforms: whether there was no finding of any weight. */
    public void end(boolean conforms) {
        triples.add(report, SHACL.conforms, Triples.truth(conforms));
    }

    private Node named(Node node) {
        return node.isBlank() ? NodeFactory.createURI(base + "blank") : node;
    }

    private static Node severity(Shapes.Severity severity) {
        return switch (severity) {
            case VIOLATION -> SHACL.Violation;
            case WARNING -> SHACL.Warning;
            case INFO -> SHACL.Info;
        };
    }
}
