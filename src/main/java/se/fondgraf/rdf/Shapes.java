package se.fondgraf.rdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.core.Prologue;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.vocabulary.ORG;

/**
 * The SHACL shapes of the data, {@code ontology/shapes.ttl}, read once and used for any number of graphs.
 *
 * <p>They hold on the union of all graphs of the dataset, ontology and codes included: a thing in one graph may be
 * described in another. An instance is immutable and may be shared between threads.
 */
public final class Shapes {
    private static final String RESOURCE = "/ontology/shapes.ttl";
    private static final int LONGEST_VALUE = 120;

    /** A number like an organization's whose third digit is 0 or 1: a person's, never to be repeated. */
    private static final Pattern PERSONS_NUMBER = Pattern.compile("(?<!\\d)\\d{2}[01]\\d{3}[-+ ]?\\d{4}(?!\\d)");

    private final org.apache.jena.shacl.Shapes shapes;
    private final Prologue prefixes;

    /** Reads the shapes that travel with the program. */
    public Shapes() {
        Graph graph = read();
        this.shapes = ShaclValidator.get().parse(graph);
        this.prefixes = new Prologue(graph.getPrefixMapping());
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
    public record Violation(Severity severity, String focus, String path, String value, String message) {
        private static final Comparator<Violation> ORDER = Comparator.comparing(Violation::severity)
                .thenComparing(Violation::focus)
                .thenComparing(Violation::path)
                .thenComparing(Violation::message)
                .thenComparing(Violation::value);

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
     * Everything in the data that fits no shape, each finding once, sorted by severity, focus, path, message and value.
     */
    public List<Violation> validate(Graph data) {
        return ShaclValidator.get().validate(shapes, data).getEntries().stream()
                .map(this::violation)
                .distinct()
                .sorted(Violation.ORDER)
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
            return "withheld";
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
