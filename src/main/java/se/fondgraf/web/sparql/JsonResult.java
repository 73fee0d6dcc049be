package se.fondgraf.web.sparql;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.XSD;

/**
 * SPARQL 1.1 Query Results JSON, a row a line. Jena's writer puts out one character at a time, which took four fifths
 * of answering what one project's facts are.
 */
final class JsonResult {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final OutputStream out;
    private final Map<Node, String> blanks = new HashMap<>();

    JsonResult(OutputStream out) {
        this.out = out;
    }

    /** Writes the answer to an ASK. */
    void write(boolean truth) {
        writing(json -> {
            json.writeObjectFieldStart("head");
            json.writeEndObject();
            json.writeBooleanField("boolean", truth);
        });
    }

    /** Writes the rows of a SELECT. */
    void write(List<Var> columns, Iterator<Binding> rows) {
        writing(json -> {
            json.writeObjectFieldStart("head");
            json.writeArrayFieldStart("vars");
            for (Var column : columns) {
                json.writeString(column.getVarName());
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeObjectFieldStart("results");
            json.writeArrayFieldStart("bindings");
            while (rows.hasNext()) {
                json.writeRaw('\n');
                row(json, columns, rows.next());
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    @FunctionalInterface
    private interface Members {
        void writeTo(JsonGenerator json) throws IOException;
    }

    private void writing(Members members) {
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
            json.writeStartObject();
            members.writeTo(json);
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void row(JsonGenerator json, List<Var> columns, Binding row) throws IOException {
        json.writeStartObject();
        for (Var column : columns) {
            Node value = row.get(column);
            if (value != null) {
                json.writeFieldName(column.getVarName());
                term(json, value);
            }
        }
        json.writeEndObject();
    }

    private void term(JsonGenerator json, Node term) throws IOException {
        json.writeStartObject();
        if (term.isURI()) {
            json.writeStringField("type", "uri");
            json.writeStringField("value", term.getURI());
        } else if (term.isLiteral()) {
            json.writeStringField("type", "literal");
            json.writeStringField("value", term.getLiteralLexicalForm());
            literal(json, term);
        } else if (term.isTripleTerm()) {
            json.writeStringField("type", "triple");
            json.writeObjectFieldStart("value");
            json.writeFieldName("subject");
            term(json, term.getTriple().getSubject());
            json.writeFieldName("predicate");
            term(json, term.getTriple().getPredicate());
            json.writeFieldName("object");
            term(json, term.getTriple().getObject());
            json.writeEndObject();
        } else {
            json.writeStringField("type", "bnode");
            json.writeStringField("value", blanks.computeIfAbsent(term, unknown -> "b" + blanks.size()));
        }
        json.writeEndObject();
    }

    private static void literal(JsonGenerator json, Node term) throws IOException {
        String language = term.getLiteralLanguage();
        String datatype = term.getLiteralDatatypeURI();
        if (!language.isEmpty()) {
            json.writeStringField("xml:lang", language);
        } else if (!datatype.equals(XSD.xstring.getURI()) && !datatype.equals(RDF.langString.getURI())) {
            json.writeStringField("datatype", datatype);
        }
    }
}
