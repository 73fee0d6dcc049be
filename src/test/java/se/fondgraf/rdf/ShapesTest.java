package se.fondgraf.rdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.parser.PropertyShape;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Prologue;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.fondgraf.rdf.Shapes.Severity;
import se.fondgraf.rdf.Shapes.Violation;

/** A whole valid dataset fits the shapes; each small fault put into it is found where it is. */
class ShapesTest {
    private static final Shapes SHAPES = new Shapes();

    private static final String PREFIXES = """
            PREFIX dcterms: <http://purl.org/dc/terms/>
            PREFIX fg: <https://w3id.org/fondgraf/ontology#>
            PREFIX geo: <http://www.opengis.net/ont/geosparql#>
            PREFIX org: <http://www.w3.org/ns/org#>
            PREFIX owl: <http://www.w3.org/2002/07/owl#>
            PREFIX prov: <http://www.w3.org/ns/prov#>
            PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            BASE <https://w3id.org/fondgraf/>
            PREFIX project: <id/project/>
            PREFIX organization: <id/organization/>
            PREFIX municipality: <id/municipality/>
            PREFIX county: <id/county/>
            PREFIX region: <id/region/>
            PREFIX programme: <id/programme/>
            PREFIX page: <page/2016-00166/>
            PREFIX owner: <id/participation/2016-00166/owner/>
            PREFIX cofinancier: <id/participation/2016-00166/co-financier/>
            PREFIX claim: <id/claim/2016-00166/0123abcd/>
            PREFIX match: <id/match/2016-00166/co-financier/>
            """;

    /** A row of {@code faults.txt}; a triple that is {@code -} is none. */
    record Fault(String shape, String removed, String added, String path) {
        static Fault of(String row) {
            List<String> cells =
                    Arrays.stream(row.split("\\|", 4)).map(String::strip).toList();
            return new Fault(cells.get(0), cells.get(1), cells.get(2), cells.get(3));
        }

        Severity severity() {
            return path.startsWith("warning ") ? Severity.WARNING : Severity.VIOLATION;
        }

        /** The data, changed by the fault. */
        Graph in(Graph data) {
            GraphUtil.deleteFrom(data, triples(removed));
            GraphUtil.addInto(data, triples(added));
            return data;
        }

        String foundPath() {
            return path.equals("-") ? "" : path.replaceFirst("^warning ", "");
        }
    }

    @Test
    void aWholeValidDatasetFits() {
        assertEquals(List.of(), SHAPES.validate(valid()));
    }

    @Test
    void theOntologyAndTheCodesAloneFit() {
        assertEquals(List.of(), SHAPES.validate(VocabularyTest.ontologyAndCodes()));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void everySmallFaultIsFound(Fault fault) {
        Graph data = valid();
        Graph removed = triples(fault.removed());
        Graph added = triples(fault.added());
        assertTrue(removed.stream().allMatch(data::contains), "the triple to take away is not in the data");
        assertTrue(added.stream().noneMatch(data::contains), "the triple to add is in the data already");

        List<Violation> found = SHAPES.validate(fault.in(data));

        assertTrue(
                found.stream()
                        .anyMatch(violation -> violation.path().equals(fault.foundPath())
                                && violation.severity() == fault.severity()
                                && focusIsNamedIn(fault, violation)),
                () -> "missing: a " + fault.severity() + " at " + fault.foundPath() + "; found: " + lines(found));
    }

    /** The thing at fault is an end of the changed triples: the subject, or for an inverse path the object. */
    private static boolean focusIsNamedIn(Fault fault, Violation violation) {
        return Stream.of(fault.removed(), fault.added())
                .flatMap(text -> triples(text).stream())
                .flatMap(triple -> Stream.of(triple.getSubject(), triple.getObject()))
                .anyMatch(node -> node.isURI() && node.getURI().equals(violation.focus()));
    }

    /** Take any one constraint out of the shapes, and some fault is found less: no constraint stands untried. */
    @Test
    void everyConstraintOfEveryShapeHasAFault() {
        Graph whole = VocabularyTest.read("/ontology/shapes.ttl", Lang.TURTLE);
        org.apache.jena.shacl.Shapes shapes = ShaclValidator.get().parse(whole);
        Prologue prefixes = new Prologue(whole.getPrefixMapping());
        List<Fault> faults = faults();
        Set<String> untried = new TreeSet<>();
        for (Shape shape : shapes) {
            String name = shape.getShapeNode().getURI().replaceFirst(".*#", "");
            for (PropertyShape property : shape.getPropertyShapes()) {
                String path = property.getPath().toString(prefixes);
                List<Fault> here = faults.stream()
                        .filter(fault -> fault.shape().equals(name))
                        .filter(fault -> fault.foundPath().equals(path))
                        .toList();
                constraints(whole, property)
                        .filter(constraint -> !isTried(constraint, whole, shapes, here))
                        .forEach(constraint -> untried.add(name + " " + path + " " + constraint.getPredicate()));
            }
        }
        assertEquals(Set.of(), untried);
    }

    private static Stream<Triple> constraints(Graph shapes, PropertyShape property) {
        Set<Node> none = Set.of(SHACL.path, SHACL.message, SHACL.severity);
        return shapes.stream(property.getShapeNode(), Node.ANY, Node.ANY)
                .filter(triple -> !none.contains(triple.getPredicate()));
    }

    private static boolean isTried(
            Triple constraint, Graph whole, org.apache.jena.shacl.Shapes shapes, List<Fault> faults) {
        org.apache.jena.shacl.Shapes less = without(whole, constraint);
        return faults.stream().anyMatch(fault -> {
            Graph data = fault.in(valid());
            return count(less, data) < count(shapes, data);
        });
    }

    private static org.apache.jena.shacl.Shapes without(Graph whole, Triple constraint) {
        Graph less = GraphFactory.createDefaultGraph();
        GraphUtil.addInto(less, whole);
        less.delete(constraint);
        return ShaclValidator.get().parse(less);
    }

    private static int count(org.apache.jena.shacl.Shapes shapes, Graph data) {
        return ShaclValidator.get().validate(shapes, data).getEntries().size();
    }

    @Test
    void everyFindingSpeaksBothLanguages() {
        for (Shape shape : ShaclValidator.get().parse(VocabularyTest.read("/ontology/shapes.ttl", Lang.TURTLE))) {
            Stream<? extends Shape> speaking =
                    shape.getPropertyShapes().isEmpty() ? Stream.of(shape) : shape.getPropertyShapes().stream();
            speaking.forEach(one -> assertEquals(
                    List.of("en", "sv"),
                    one.getMessages().stream()
                            .map(Node::getLiteralLanguage)
                            .sorted()
                            .toList(),
                    one::toString));
        }
    }

    @Test
    void findingsAreOneLineEachInAFixedOrder() {
        assertEquals(VocabularyTest.text("broken.txt"), lines(broken()));
    }

    @Test
    void aPersonsNumberIsFoundButNotRepeated() {
        List<Violation> found = broken();
        assertEquals(
                List.of("fg:asWritten", "org:identifier"),
                found.stream()
                        .filter(violation -> violation.value().equals("withheld"))
                        .map(Violation::path)
                        .sorted()
                        .toList());
        assertFalse(found.toString().contains("190101"), found::toString);
    }

    private static List<Violation> broken() {
        Graph data = VocabularyTest.ontologyAndCodes();
        GraphUtil.addInto(data, VocabularyTest.read("broken.ttl", Lang.TURTLE));
        return SHAPES.validate(data);
    }

    static List<Fault> faults() {
        return VocabularyTest.text("faults.txt")
                .lines()
                .filter(row -> !row.startsWith("#"))
                .map(Fault::of)
                .toList();
    }

    private static Graph triples(String text) {
        return RDFParser.fromString(PREFIXES + (text.equals("-") ? "" : text + " ."), Lang.TURTLE)
                .toGraph();
    }

    /** The union of all graphs of the example, with the ontology and the codes. */
    private static Graph valid() {
        Graph union = VocabularyTest.ontologyAndCodes();
        DatasetGraph dataset = VocabularyTest.readDataset("valid.trig", Lang.TRIG);
        dataset.stream().map(Quad::asTriple).forEach(union::add);
        return union;
    }

    private static String lines(List<Violation> found) {
        return found.stream().map(Violation::line).collect(Collectors.joining("\n", "", "\n"));
    }
}
