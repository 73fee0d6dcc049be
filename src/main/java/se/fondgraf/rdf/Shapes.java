package se.fondgraf.rdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.parser.ShaclParseException;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.VLib;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.core.Prologue;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.vocabulary.ORG;
import org.apache.jena.vocabulary.RDFS;

/**
 * The SHACL shapes of the data, {@code ontology/shapes.ttl}, read once and used for any number of graphs.
 *
 * <p>They hold on the union of all graphs of the dataset, ontology and codes included: a thing in one graph may be
 * described in another. An instance is immutable and may be shared between threads.
 */
public final class Shapes {
    private static final String RESOURCE = "/ontology/shapes.ttl";
    private static final int LONGEST_VALUE = 120;
    private static final String WITHHELD = "withheld";

    /** A number like an organization's whose third digit is 0 or 1: a person's, never to be repeated. */
    private static final Pattern PERSONS_NUMBER = Pattern.compile("(?<!\\d)\\d{2}[01]\\d{3}[-+ ]?\\d{4}(?!\\d)");

    private final org.apache.jena.shacl.Shapes shapes;
    private final Prologue prefixes;

    /** Reads the shapes that travel with the program. */
    public Shapes() {
        this(read());
    }

    /**
     * Shapes of one's own.
     *
     * @throws ShaclParseException when they are no SHACL
     */
    public Shapes(Graph graph) {
        this.shapes = ShaclValidator.get().parse(graph);
        this.prefixes = new Prologue(graph.getPrefixMapping());
    }

    /** Whether there is any shape that looks for something. */
    public boolean isEmpty() {
        return shapes.getTargetShapes().isEmpty();
    }

    /** How much a finding weighs; the heaviest first. Only {@link #VIOLATION} makes data wrong. */
    public enum Severity {
        VIOLATION,
        WARNING,
        INFO
    }

    /**
     * One place where data does not fit a shape. All text is on one line: control characters, line ends and characters
     * that reorder or hide text are written as {@code \}{@code uXXXX}.
     *
     * @param focus IRI of the thing that was checked; {@code _:blank} for a blank node, whose name means nothing
     * @param path the property or SHACL path with the prefixes of the shapes; empty when the shape is about the thing
     *     itself
     * @param value the offending value in N-Triples form, cut with {@code …} after 120 characters; empty when a value
     *     is missing or there are too many; {@code withheld} where it may be a person's number
     * @param message the shape's English sentence
     */
    public record Violation(Severity severity, String focus, String path, String value, String message)
            implements Comparable<Violation> {
        private static final Comparator<Violation> ORDER = Comparator.comparing(Violation::severity)
                .thenComparing(Violation::focus)
                .thenComparing(Violation::path)
                .thenComparing(Violation::message)
                .thenComparing(Violation::value);

        @Override
        public int compareTo(Violation other) {
            return ORDER.compare(this, other);
        }

        /** The finding on one line: {@code violation FOCUS PATH: MESSAGE [VALUE]}. */
        public String line() {
            return severity.name().toLowerCase(Locale.ROOT)
                    + ' '
                    + focus
                    + (path.isEmpty() ? "" : " " + path)
                    + ": "
                    + message
                    + (value.isEmpty() ? "" : " [" + value + ']');
        }
    }

    /**
     * A finding with what a program needs to go on from it.
     *
     * @param shape the English label of the shape that found it, else its IRI
     * @param property the property looked at, where it is a single one
     * @param value the offending value; empty where it is missing or must not be repeated
     * @param component which kind of constraint is broken
     */
    public record Finding(
            Violation violation,
            String shape,
            Node focus,
            Optional<Node> property,
            Optional<Node> value,
            Optional<Node> component) {}

    /** Told how a check of much data goes. */
    public interface Listener {
        /** Begins to look at that many things; one that several shapes look at counts for each. */
        void begin(long things);

        /** One thing is looked at. */
        void checked();

        /** Something does not fit; in no fixed order, once for each shape that says so. */
        void found(Finding finding);
    }

    /** Looks at all data, thing by thing, and holds nothing of what was found. */
    public void check(Graph data, Listener listener) {
        Map<Shape, Collection<Node>> things = new LinkedHashMap<>();
        shapes.getTargetShapes().forEach(shape -> things.put(shape, VLib.focusNodes(data, shape)));
        listener.begin(things.values().stream().mapToLong(Collection::size).sum());
        things.forEach((shape, focusNodes) -> {
            String name = label(shape);
            for (Node focus : focusNodes) {
                ValidationContext context = ValidationContext.create(shapes, data);
                VLib.validateShape(context, data, shape, focus);
                Set<Violation> found = new HashSet<>();
                context.generateReport().getEntries().stream()
                        .map(entry -> finding(entry, name))
                        .filter(finding -> found.add(finding.violation()))
                        .forEach(listener::found);
                listener.checked();
            }
        });
    }

    private String label(Shape shape) {
        return shapes.getGraph().stream(shape.getShapeNode(), RDFS.Nodes.label, Node.ANY)
                .map(Triple::getObject)
                .filter(label ->
                        label.isLiteral() && !label.getLiteralLanguage().equals("sv"))
                .map(Node::getLiteralLexicalForm)
                .sorted()
                .findFirst()
                .map(Shapes::inert)
                .orElseGet(() -> inert(name(shape.getShapeNode())));
    }

    private Finding finding(ReportEntry entry, String shape) {
        Violation violation = violation(entry);
        Optional<Node> property = Optional.ofNullable(entry.resultPath())
                .filter(P_Link.class::isInstance)
                .map(path -> ((P_Link) path).getNode());
        return new Finding(
                violation,
                shape,
                entry.focusNode(),
                property,
                Optional.ofNullable(entry.value())
                        .filter(value -> !violation.value().equals(WITHHELD)),
                Optional.ofNullable(entry.sourceConstraintComponent()));
    }

    /**
     * Everything in the data that fits no shape, each finding once, sorted by severity, focus, path, message and value.
     */
    public List<Violation> validate(Graph data) {
        return ShaclValidator.get().validate(shapes, data).getEntries().stream()
                .map(this::violation)
                .distinct()
                .sorted()
                .toList();
    }

    private Violation violation(ReportEntry entry) {
        Optional<Path> path = Optional.ofNullable(entry.resultPath());
        return new Violation(
                severity(entry),
                inert(name(entry.focusNode())),
                inert(path.map(p -> p.toString(prefixes)).orElse("")),
                inert(value(entry)),
                inert(message(entry)));
    }

    private static Severity severity(ReportEntry entry) {
        Node level = entry.severity().level();
        if (level.equals(SHACL.Violation)) {
            return Severity.VIOLATION;
        }
        return level.equals(SHACL.Warning) ? Severity.WARNING : Severity.INFO;
    }

    private static String value(ReportEntry entry) {
        Node value = entry.value();
        if (value == null) {
            return "";
        }
        String text = name(value);
        boolean isNumber = Objects.toString(entry.resultPath(), "").contains(ORG.identifier.getURI());
        if (isNumber || PERSONS_NUMBER.matcher(text).find()) {
            return WITHHELD;
        }
        return text.codePointCount(0, text.length()) <= LONGEST_VALUE
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_VALUE)) + '…';
    }

    private static String name(Node node) {
        if (node.isBlank()) {
            return "_:blank";
        }
        return node.isURI() ? node.getURI() : NodeFmtLib.strNT(node);
    }

    private static String message(ReportEntry entry) {
        return entry.messages().stream()
                .filter(node -> node.isLiteral() && node.getLiteralLanguage().equals("en"))
                .map(Node::getLiteralLexicalForm)
                .sorted()
                .findFirst()
                .orElseGet(entry::message);
    }

    private static String inert(String text) {
        return text.codePoints()
                .mapToObj(point -> switch (Character.getType(point)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.SURROGATE -> "\\u%04X".formatted(point);
                    default -> Character.toString(point);
                })
                .collect(Collectors.joining());
    }

    private static Graph read() {
        try (InputStream in = Objects.requireNonNull(Shapes.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return RDFParser.source(in).lang(Lang.TURTLE).toGraph();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
