package se.fondgraf.rdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFParserBuilder;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ontology, the code lists and the constants of the code say the same. */
class VocabularyTest {
    private static final Node ONTOLOGY = NodeFactory.createURI("https://w3id.org/fondgraf/ontology");
    private static final Graph FONDGRAF = read("/ontology/fondgraf.ttl", Lang.TURTLE);
    private static final Graph CODES = read("/ontology/codes.ttl", Lang.TURTLE);

    @Test
    void everyConstantIsATermAndEveryTermAConstant() {
        assertEquals(String.join("\n", terms()), String.join("\n", constants().keySet()));
    }

    @Test
    void aConstantIsNamedAfterItsTerm() {
        constants().forEach((term, constant) -> {
            String local = term.substring(Fg.NS.length());
            boolean isClass = FONDGRAF.contains(NodeFactory.createURI(term), RDF.type.asNode(), OWL.Class.asNode());
            String expected =
                    isClass ? local : local.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
            assertEquals(expected, constant);
        });
    }

    @ParameterizedTest
    @MethodSource("terms")
    void everyTermIsDocumentedInBothLanguages(String iri) {
        Node term = NodeFactory.createURI(iri);
        assertEquals(List.of("en", "sv"), languages(FONDGRAF, term, RDFS.label.asNode()));
        assertEquals(List.of("en", "sv"), languages(FONDGRAF, term, SKOS.definition.asNode()));
        assertEquals(Set.of(ONTOLOGY), objects(FONDGRAF, term, RDFS.isDefinedBy.asNode()));
        Set<Node> kinds = Set.of(
                OWL.Class.asNode(), OWL.ObjectProperty.asNode(), OWL.DatatypeProperty.asNode(), RDF.Property.asNode());
        Set<Node> types = objects(FONDGRAF, term, RDF.type.asNode());
        assertEquals(1, types.size());
        assertTrue(kinds.containsAll(types), types::toString);
        assertEquals(types.contains(OWL.Class.asNode()), Character.isUpperCase(iri.charAt(Fg.NS.length())));
    }

    /** The range is what says which kind of property it is; only properties that take both kinds go without. */
    @ParameterizedTest
    @MethodSource("terms")
    void aRangeFitsTheKindOfProperty(String iri) {
        Node term = NodeFactory.createURI(iri);
        for (Node range : objects(FONDGRAF, term, RDFS.range.asNode())) {
            boolean literal = range.getURI().startsWith("http://www.w3.org/2001/XMLSchema#")
                    || range.equals(RDF.langString.asNode());
            Node kind = literal ? OWL.DatatypeProperty.asNode() : OWL.ObjectProperty.asNode();
            assertEquals(Set.of(kind), objects(FONDGRAF, term, RDF.type.asNode()));
        }
    }

    @Test
    void theOntologySaysWhatItIs() {
        assertTrue(FONDGRAF.contains(ONTOLOGY, RDF.type.asNode(), OWL.Ontology.asNode()));
        assertEquals(List.of("en", "sv"), languages(FONDGRAF, ONTOLOGY, DCTerms.title.asNode()));
        assertEquals(List.of("en", "sv"), languages(FONDGRAF, ONTOLOGY, DCTerms.description.asNode()));
        assertEquals(
                Set.of(NodeFactory.createURI("http://creativecommons.org/publicdomain/zero/1.0/")),
                objects(FONDGRAF, ONTOLOGY, DCTerms.license.asNode()));
        String version = only(FONDGRAF, ONTOLOGY, OWL.versionInfo.asNode()).getLiteralLexicalForm();
        assertEquals(
                ONTOLOGY.getURI() + "/" + version,
                only(FONDGRAF, ONTOLOGY, OWL2.versionIRI.asNode()).getURI());
        String created = only(FONDGRAF, ONTOLOGY, DCTerms.created.asNode()).getLiteralLexicalForm();
        String modified = only(FONDGRAF, ONTOLOGY, DCTerms.modified.asNode()).getLiteralLexicalForm();
        assertTrue(created.compareTo(modified) <= 0, created + " is after " + modified);
        String vann = "http://purl.org/vocab/vann/";
        assertEquals(
                NodeFactory.createLiteralString("fg"),
                only(FONDGRAF, ONTOLOGY, NodeFactory.createURI(vann + "preferredNamespacePrefix")));
        assertEquals(
                NodeFactory.createLiteralString(Fg.NS),
                only(FONDGRAF, ONTOLOGY, NodeFactory.createURI(vann + "preferredNamespaceUri")));
    }

    /** Nothing of ours is named anywhere in the ontology, the codes or the shapes that the ontology does not define. */
    @ParameterizedTest
    @ValueSource(strings = {"fondgraf", "codes", "shapes"})
    void everyTermNamedIsDefined(String file) {
        Set<String> named = read("/ontology/" + file + ".ttl", Lang.TURTLE).stream()
                .flatMap(triple -> Stream.of(triple.getSubject(), triple.getPredicate(), triple.getObject()))
                .filter(node -> node.isURI() && node.getURI().startsWith(Fg.NS))
                .map(Node::getURI)
                .collect(Collectors.toCollection(TreeSet::new));
        named.removeAll(terms());
        assertEquals(Set.of(), named);
    }

    @Test
    void nothingThatIsLoadedHasBlankNodes() {
        assertEquals(
                List.of(),
                ontologyAndCodes().stream()
                        .filter(triple -> triple.getSubject().isBlank()
                                || triple.getObject().isBlank())
                        .toList());
    }

    @Test
    void everyListThatAPageMayAddToExists() {
        Set<String> schemes = subjects(SKOS.ConceptScheme.asNode()).stream()
                .map(Node::getURI)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> expected = new TreeSet<>();
        for (String scheme : List.of("role", "match-status", "organization-kind", "fund", "phase", "secondary-theme")) {
            expected.add(Fg.CODE + scheme);
        }
        for (String period : List.of("2007-2013", "2014-2020", "2021-2027")) {
            for (String scheme : List.of("programme-area-", "specific-objective-", "intervention-field-")) {
                expected.add(Fg.CODE + scheme + period);
            }
        }
        assertEquals(expected, schemes);
        for (Node scheme : subjects(SKOS.ConceptScheme.asNode())) {
            assertEquals(List.of("en", "sv"), languages(CODES, scheme, RDFS.label.asNode()));
            assertEquals(List.of("en", "sv"), languages(CODES, scheme, SKOS.prefLabel.asNode()));
            assertEquals(List.of("en", "sv"), languages(CODES, scheme, SKOS.definition.asNode()));
        }
    }

    @Test
    void aCodeLiesInItsListByAddressAndByLink() {
        for (Node code : subjects(SKOS.Concept.asNode())) {
            Node scheme = only(CODES, code, SKOS.inScheme.asNode());
            assertEquals(scheme, only(CODES, code, SKOS.topConceptOf.asNode()));
            assertTrue(CODES.contains(scheme, SKOS.hasTopConcept.asNode(), code), code::toString);
            String notation = only(CODES, code, SKOS.notation.asNode()).getLiteralLexicalForm();
            assertEquals(scheme.getURI() + "/" + segment(notation), code.getURI());
            assertEquals(objects(CODES, code, SKOS.prefLabel.asNode()), objects(CODES, code, RDFS.label.asNode()));
            assertTrue(languages(CODES, code, SKOS.prefLabel.asNode()).contains("sv"), code::toString);
        }
        assertEquals(
                subjects(SKOS.Concept.asNode()),
                CODES.stream(Node.ANY, SKOS.hasTopConcept.asNode(), Node.ANY)
                        .map(Triple::getObject)
                        .collect(Collectors.toSet()));
    }

    @Test
    void noTwoCodesOfAListShareANotationOrAName() {
        for (Node property : List.of(SKOS.notation.asNode(), SKOS.prefLabel.asNode())) {
            Set<List<Node>> seen = new HashSet<>();
            CODES.stream(Node.ANY, property, Node.ANY)
                    .filter(triple -> CODES.contains(triple.getSubject(), RDF.type.asNode(), SKOS.Concept.asNode()))
                    .forEach(triple -> assertTrue(
                            seen.add(List.of(
                                    only(CODES, triple.getSubject(), SKOS.inScheme.asNode()), triple.getObject())),
                            triple::toString));
        }
    }

    /** What stands last in a code's address: digits and letter codes as they are, words as their slug. */
    private static String segment(String notation) {
        if (notation.equals("ESF+")) {
            return "esf-plus";
        }
        if (notation.matches("[0-9.]+")) {
            return notation;
        }
        return notation.toLowerCase(Locale.ROOT)
                .replace("å", "aa")
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replaceAll("[^a-z0-9]+", "-");
    }

    /** Every term the ontology says it defines, sorted. */
    static Set<String> terms() {
        return FONDGRAF.stream(Node.ANY, RDF.type.asNode(), Node.ANY)
                .map(triple -> triple.getSubject().getURI())
                .filter(iri -> iri.startsWith(Fg.NS))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> constants() {
        Map<String, String> names = new TreeMap<>();
        Arrays.stream(Fg.class.getFields())
                .filter(field -> field.getType().equals(Node.class))
                .forEach(field -> names.put(value(field).getURI(), field.getName()));
        return names;
    }

    private static Node value(Field field) {
        try {
            return (Node) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static Set<Node> subjects(Node type) {
        return CODES.stream(Node.ANY, RDF.type.asNode(), type)
                .map(Triple::getSubject)
                .collect(Collectors.toSet());
    }

    private static Set<Node> objects(Graph graph, Node subject, Node property) {
        return graph.stream(subject, property, Node.ANY).map(Triple::getObject).collect(Collectors.toSet());
    }

    private static Node only(Graph graph, Node subject, Node property) {
        Set<Node> found = objects(graph, subject, property);
        assertEquals(1, found.size(), () -> subject + " " + property + " " + found);
        return found.iterator().next();
    }

    /** The languages of the values that say something, sorted; one value a language. */
    private static List<String> languages(Graph graph, Node subject, Node property) {
        return graph.stream(subject, property, Node.ANY)
                .map(Triple::getObject)
                .filter(node -> !node.getLiteralLexicalForm().isBlank())
                .map(Node::getLiteralLanguage)
                .sorted()
                .toList();
    }

    /** What stands beside every dataset in its default graph; a new graph each time. */
    static Graph ontologyAndCodes() {
        Graph graph = GraphFactory.createDefaultGraph();
        GraphUtil.addInto(graph, FONDGRAF);
        GraphUtil.addInto(graph, CODES);
        return graph;
    }

    static Graph read(String resource, Lang lang) {
        return parser(resource, lang).toGraph();
    }

    static DatasetGraph readDataset(String resource, Lang lang) {
        return parser(resource, lang).toDatasetGraph();
    }

    private static RDFParserBuilder parser(String resource, Lang lang) {
        return RDFParser.fromString(text(resource), lang);
    }

    static String text(String resource) {
        try (InputStream in = VocabularyTest.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
