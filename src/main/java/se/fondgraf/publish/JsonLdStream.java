package se.fondgraf.publish;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;

/**
 * JSON-LD with our context of quads that come graph by graph and subject by subject, one line for each subject. What
 * follows from the context is left out; every value keeps its lexical form. Named graphs are members of the top
 * {@code @graph}, each with its own.
 */
final class JsonLdStream implements StreamRDF {
    private static final JsonFactory JSON = new JsonFactory();

    /** Integers that every reader gives back as they were written. */
    private static final Pattern PLAIN_INTEGER = Pattern.compile("0|-?[1-9][0-9]{0,14}");

    private final JsonLdContext context = JsonLdContext.bundled();
    private final JsonGenerator json;
    private final List<Triple> triples = new ArrayList<>();
    private Optional<Node> graph = Optional.empty();
    private boolean first = true;

    JsonLdStream(OutputStream out) throws IOException {
        json = JSON.createGenerator(out);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
        json.setRootValueSeparator(null);
    }

    private interface Step {
        void run() throws IOException;
    }

    private static void run(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void start() {
        run(() -> json.writeRaw("{\"@context\":" + context.json() + ",\n\"@graph\":["));
    }

    @Override
    public void prefix(String prefix, String namespace) {}

    @Override
    public void base(String base) {}

    @Override
    public void triple(Triple triple) {
        quad(Quad.create(Quad.defaultGraphNodeGenerated, triple));
    }

    @Override
    public void quad(Quad quad) {
        if (!triples.isEmpty() && !triples.getFirst().getSubject().equals(quad.getSubject())) {
            endSubject();
        }
        if (graph.filter(quad.getGraph()::equals).isEmpty()) {
            endSubject();
            endGraph();
            graph = Optional.of(quad.getGraph());
            beginGraph(quad);
        }
        triples.add(quad.asTriple());
    }

    @Override
    public void finish() {
        endSubject();
        endGraph();
        run(() -> {
            json.writeRaw("\n]}\n");
            json.flush();
        });
    }

    private void beginGraph(Quad quad) {
        if (!quad.isDefaultGraph()) {
            run(() -> {
                newLine();
                json.writeRaw("{\"id\":\"" + context.whole(quad.getGraph().getURI()) + "\",\"@graph\":[");
                first = true;
            });
        }
    }

    private void endGraph() {
        if (graph.filter(name -> !Quad.isDefaultGraph(name)).isPresent()) {
            run(() -> json.writeRaw("\n]}"));
            first = false;
        }
    }

    private void newLine() throws IOException {
        json.writeRaw(first ? "\n" : ",\n");
        first = false;
    }

    private void endSubject() {
        if (!triples.isEmpty()) {
            run(this::writeSubject);
            triples.clear();
        }
    }

    private void writeSubject() throws IOException {
        SortedMap<String, List<Node>> properties = new TreeMap<>();
        triples.forEach(triple -> properties
                .computeIfAbsent(triple.getPredicate().getURI(), key -> new ArrayList<>())
                .add(triple.getObject()));
        newLine();
        json.writeStartObject();
        json.writeStringField(
                "id", context.whole(triples.getFirst().getSubject().getURI()));
        List<Node> types = properties.getOrDefault(RDF.type.getURI(), List.of());
        if (!types.isEmpty() && types.stream().allMatch(Node::isURI)) {
            properties.remove(RDF.type.getURI());
            writeTypes(types);
        }
        for (Map.Entry<String, List<Node>> property : properties.entrySet()) {
            writeProperty(property.getKey(), property.getValue());
        }
        json.writeEndObject();
    }

    private void writeTypes(List<Node> types) throws IOException {
        json.writeFieldName("type");
        writeAll(
                types,
                false,
                type -> json.writeString(context.term(type.getURI())
                        .map(JsonLdContext.Term::name)
                        .orElseGet(() -> context.compact(type.getURI()))));
    }

    private void writeProperty(String predicate, List<Node> values) throws IOException {
        Optional<JsonLdContext.Term> term = context.term(predicate);
        if (term.isEmpty()) {
            json.writeFieldName(context.compact(predicate));
            writeAll(values, false, this::writeExpanded);
        } else if (term.get().container() == JsonLdContext.Container.LANGUAGE) {
            writeByLanguage(predicate, term.get(), values);
        } else {
            json.writeFieldName(term.get().name());
            writeAll(
                    values,
                    term.get().container() == JsonLdContext.Container.SET,
                    value -> writeValue(term.get(), value));
        }
    }

    private interface Each {
        void write(Node value) throws IOException;
    }

    private void writeAll(List<Node> values, boolean always, Each each) throws IOException {
        boolean array = always || values.size() > 1;
        if (array) {
            json.writeStartArray();
        }
        for (Node value : values) {
            each.write(value);
        }
        if (array) {
            json.writeEndArray();
        }
    }

    /** What has no language cannot stand in a map of languages, so it stands under the property's IRI. */
    private void writeByLanguage(String predicate, JsonLdContext.Term term, List<Node> values) throws IOException {
        SortedMap<String, List<Node>> languages = new TreeMap<>();
        List<Node> others = new ArrayList<>();
        for (Node value : values) {
            if (value.isLiteral() && !value.getLiteralLanguage().isEmpty()) {
                languages
                        .computeIfAbsent(value.getLiteralLanguage(), key -> new ArrayList<>())
                        .add(value);
            } else {
                others.add(value);
            }
        }
        if (!languages.isEmpty()) {
            json.writeObjectFieldStart(term.name());
            for (Map.Entry<String, List<Node>> language : languages.entrySet()) {
                json.writeFieldName(language.getKey());
                writeAll(language.getValue(), false, value -> json.writeString(value.getLiteralLexicalForm()));
            }
            json.writeEndObject();
        }
        if (!others.isEmpty()) {
            json.writeFieldName(context.compact(predicate));
            writeAll(others, false, this::writeExpanded);
        }
    }

    private void writeValue(JsonLdContext.Term term, Node value) throws IOException {
        if (value.isURI()) {
            if (term.type().equals("@id")) {
                json.writeString(context.whole(value.getURI()));
            } else {
                writeExpanded(value);
            }
            return;
        }
        String text = value.getLiteralLexicalForm();
        String datatype = value.getLiteralDatatypeURI();
        boolean asTyped = !term.type().isEmpty() && term.type().equals(datatype);
        boolean asTagged = !term.language().isEmpty() && term.language().equals(value.getLiteralLanguage());
        boolean asPlain = term.type().isEmpty()
                && term.language().isEmpty()
                && XSDDatatype.XSDstring.getURI().equals(datatype);
        if (asTyped && datatype.equals(XSDDatatype.XSDboolean.getURI()) && text.matches("true|false")) {
            json.writeBoolean(text.equals("true"));
        } else if (asTyped
                && datatype.equals(XSDDatatype.XSDinteger.getURI())
                && PLAIN_INTEGER.matcher(text).matches()) {
            json.writeNumber(Long.parseLong(text));
        } else if (asTyped || asTagged || asPlain) {
            json.writeString(text);
        } else {
            writeExpanded(value);
        }
    }

    /** A value that says all about itself, so that it means the same under any key. */
    private void writeExpanded(Node value) throws IOException {
        json.writeStartObject();
        if (value.isURI()) {
            json.writeStringField("id", context.whole(value.getURI()));
        } else {
            json.writeStringField("@value", value.getLiteralLexicalForm());
            if (!value.getLiteralLanguage().isEmpty()) {
                json.writeStringField("@language", value.getLiteralLanguage());
            } else if (!XSDDatatype.XSDstring.equals(value.getLiteralDatatype())) {
                json.writeStringField("@type", context.compact(value.getLiteralDatatypeURI()));
            }
        }
        json.writeEndObject();
    }
}
